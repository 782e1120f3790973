import pytest

from storybuilder.core.parts.labelling import label
from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part
from tests.builders import sentences_of

WHOLE = (
    "Two years ago I was working at a bakery where the orders were often wrong.\n"
    "My task was to halve the wrong orders before the holidays.\n"
    "I asked the drivers to photograph every crate and I wrote a short list for the packers.\n"
    "As a result wrong orders fell from 30 to 9 a week and the owner thanked me."
)


def parts(text: str) -> list[Part | None]:
    return [labelled.part for labelled in label(sentences_of(text))]


def test_a_whole_answer_is_labelled_in_order() -> None:
    assert parts(WHOLE) == list(Part)


@pytest.mark.parametrize("part", list(Part))
def test_a_left_out_part_does_not_shift_the_others(part: Part) -> None:
    lines = [line for line, told in zip(WHOLE.split("\n"), Part, strict=True) if told is not part]
    assert parts("\n".join(lines)) == [told for told in Part if told is not part]


def test_place_alone_does_not_decide() -> None:
    assert parts("\n".join(reversed(WHOLE.split("\n")))) == list(reversed(Part))


def test_talk_about_habits_tells_no_part() -> None:
    assert parts("I would say I tend to be calm.\nI usually like to talk about it.") == [None, None]


def test_a_closing_tells_no_part() -> None:
    assert parts(WHOLE + "\nSo yeah, that is my example.")[-1] is None


def test_no_sentence_gives_no_label() -> None:
    assert label([]) == ()


def test_a_clear_sentence_is_surer_than_a_vague_one() -> None:
    clear, vague = label(sentences_of("My task was to halve the errors.\nIt was on the table."))
    assert 0 <= vague.confidence < clear.confidence <= 1


def test_sentences_come_back_as_they_were() -> None:
    given = (Sentence("I asked.", 3, 11),)
    assert [labelled.sentence for labelled in label(given)] == list(given)
