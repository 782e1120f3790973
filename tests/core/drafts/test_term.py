import pytest

from storybuilder.core.drafts.term import plain_words, stem, terms_of


def keys(text: str) -> list[str]:
    return [term.key for term in terms_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("buyers", "buyer"),
        ("complained", "complaining"),
        ("stopped", "stop"),
        ("parties", "party"),
        ("wrote", "write"),
        ("rebuilt", "rebuild"),
        ("registered", "registration"),
        ("team's", "team"),
        ("boxes", "box"),
        ("rated", "rate"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("bus", "bu"), ("press", "pres"), ("house", "horse")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It fell by 15 %.", "it fell by fifteen percent"),
        ("We paid $2.3 million.", "we paid two point three million dollars"),
        ("In 41 warehouses", "in forty-one warehouses"),
    ],
)
def test_a_figure_is_its_value_however_it_is_written(one: str, other: str) -> None:
    assert keys(one) == keys(other)


def test_words_that_any_sentence_holds_are_no_terms() -> None:
    assert keys("And so, um, I went and did that thing, you know.") == []


def test_a_term_stands_where_it_was_said() -> None:
    text = "We rebuilt forty-one sheds"
    assert [text[t.start_char : t.end_char] for t in terms_of(text)] == [
        *("rebuilt", "forty-one", "sheds")
    ]


def test_one_is_an_article_more_often_than_a_number() -> None:
    assert keys("one crate and 1 crate") == ["crat", "#1.0", "crat"]


def test_a_figure_weighs_more_than_a_word_and_a_commonplace_less() -> None:
    team, crate, small, large = (terms_of(text)[0].weight for text in ("team", "crate", "2", "41"))
    assert team < crate < large
    assert small < large


def test_reading_aloud_with_fillers_says_the_same_words() -> None:
    assert plain_words("I asked the drivers.") == plain_words("Um, I asked, uh, the drivers")
    assert plain_words("I asked the drivers.") != plain_words("I asked a driver")
