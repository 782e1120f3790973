import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.word_form import GRADED, root

FAMILIES = (
    "tell tells telling told",
    "decide decided decision decisions",
    "choose chose chosen choice",
    "complain complained complaint complaints",
    "big bigger biggest",
    "early earlier earliest",
    "cancel cancelled cancelling cancellation",
    "use used using usage",
    "die died dying death",
    "rebuild rebuilt",
    "day daily days",
    "pay paid payment",
    "train training trained",
    "analyse analysed analysis analyzing",
)


@pytest.mark.parametrize("family", FAMILIES)
def test_forms_of_a_word_share_their_root(family: str) -> None:
    assert len({root(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("universe", "university"),
        ("station", "state"),
        ("custom", "customer"),
        ("manage", "manager"),
        ("experiment", "experience"),
        ("policy", "police"),
        ("happy", "unhappy"),
        ("lie", "die"),
    ],
)
def test_different_words_keep_different_roots(one: str, other: str) -> None:
    assert root(one) != root(other)


def test_possessives_and_negations_are_forms() -> None:
    assert root("manager's") == root("manager")
    assert root("didn't") == root("did")


def test_every_superlative_has_its_adjective() -> None:
    assert (GRADED["biggest"], GRADED["easiest"], GRADED["best"]) == ("big", "easy", "good")


@given(st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=15))
def test_any_word_has_a_root(word: str) -> None:
    assert root(word) == root(word)
    assert len(root(word)) <= len(word) + 3
