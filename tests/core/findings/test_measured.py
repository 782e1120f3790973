from storybuilder.core.story import Part
from tests.builders import labelled_as, spoken
from tests.core.measured_answers import measured


def test_the_sentences_of_a_part_are_found_with_their_places() -> None:
    answer = measured("S one", "A two", "S three")
    assert [told.sentence.text for told in answer.told(Part.SITUATION)] == ["one", "three"]
    assert answer.spans(Part.ACTION) == ((4, 7),)


def test_shares_of_parts_add_up() -> None:
    assert measured("S one", "T two", "A three four").share(Part.SITUATION, Part.TASK) == 0.5


def test_a_part_begins_with_its_first_sentence() -> None:
    told = labelled_as("S a", "A b", "A c", times=((0, 1), (2, 3), (4, 5)))
    answer = measured(labelled=told)
    assert answer.start_of(Part.ACTION) == 2
    assert answer.start_of(Part.RESULT) is None


def test_only_a_spoken_answer_has_seconds() -> None:
    assert measured("A b").second_at(0) is None
    assert measured(transcript=spoken("a b", words_per_minute=60)).second_at(2) == 1
