from storybuilder.core.coaching.material import material_of, plain
from storybuilder.core.coaching.word_form import root


def test_material_knows_where_its_words_stand() -> None:
    material = material_of(["I rang Priya. She came.", "Then it rained."])
    assert material.holders[root("rained")] == (2,)
    assert "priya" in material.words


def test_figures_and_dates_are_read_with_each_sentence() -> None:
    material = material_of(["It took 3 weeks. It was May 2023."])
    assert [len(told) for told in material.told] == [1, 1]
    assert [len(dates) for dates in material.dates] == [0, 1]


def test_whole_sentences_are_known_by_their_words() -> None:
    assert "she came" in material_of(["I rang. She came!"]).whole


def test_the_same_texts_are_read_once() -> None:
    assert material_of(["a b"]) is material_of(iter(["a b"]))


def test_words_are_compared_without_accents_and_apostrophes() -> None:
    assert plain("łódź") == "lodz"
    assert plain("don't") == "dont"


def test_no_text_is_no_material() -> None:
    assert material_of([]).passages == ()


def test_its_description_holds_no_words_of_the_person() -> None:
    assert "secret" not in repr(material_of(["my secret"]))
