import pytest

from storybuilder.core.drafts.stretch import Stretch, stretch_of
from storybuilder.core.drafts.term import terms_of

WANTED = {"crat": 2.0, "driver": 1.0, "photog": 1.0}


def found(text: str) -> Stretch | None:
    return stretch_of(WANTED, terms_of(text))


def said(text: str) -> str:
    stretch = found(text)
    assert stretch is not None
    return text[stretch.start_char : stretch.end_char]


def test_it_runs_from_the_first_wanted_word_to_the_last() -> None:
    assert said("So I had the drivers go and photograph each crate then.") == (
        "drivers go and photograph each crate"
    )


@pytest.mark.parametrize(
    ("text", "coverage", "terms"),
    [("crate", 0.5, 1), ("driver driver", 0.25, 1), ("crates, drivers, photographs", 1.0, 3)],
)
def test_it_covers_the_weight_of_what_it_holds_once(text: str, coverage: float, terms: int) -> None:
    stretch = found(text)
    assert stretch is not None
    assert (stretch.coverage, stretch.terms) == (coverage, terms)


def test_of_two_that_hold_the_same_the_shorter_is_chosen() -> None:
    assert said("crate bread milk rain driver bread crate driver") == "crate driver"


def test_words_far_apart_are_no_stretch() -> None:
    far = " ".join(f"bread{letter}" for letter in "abcdefghijklmn")
    stretch = found(f"crate {far} driver photographs")
    assert stretch is not None
    assert stretch.coverage == 0.5


def test_nothing_wanted_was_heard() -> None:
    assert found("bread and milk") is None
