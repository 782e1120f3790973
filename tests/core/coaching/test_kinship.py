import pytest

from storybuilder.core.coaching.kinship import calls_of, kin_of, opposites_of, phrases_in
from storybuilder.core.coaching.word_form import root


def may_stand_for(word: str, told: str) -> bool:
    return bool(calls_of(root(word)) & kin_of(root(told)))


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("rang", "phoned"),
        ("noticed", "saw"),
        ("reduced", "cut"),
        ("colleague", "workmate"),
        ("customers", "buyers"),
        ("final", "last"),
    ],
)
def test_everyday_kin_stand_for_one_another(word: str, told: str) -> None:
    assert may_stand_for(word, told)
    assert may_stand_for(told, word)


@pytest.mark.parametrize(
    ("word", "told"),
    [("met", "missed"), ("promoted", "moved"), ("ordered", "asked"), ("doctor", "vet")],
)
def test_what_would_change_a_fact_does_not(word: str, told: str) -> None:
    assert not may_stand_for(word, told)


def test_a_general_noun_stands_for_a_special_one_and_not_the_other_way() -> None:
    assert may_stand_for("document", "contract")
    assert not may_stand_for("contract", "document")


def test_opposites_are_found_by_table_and_by_prefix() -> None:
    assert root("missed") in opposites_of(root("met"))
    assert root("happy") in opposites_of(root("unhappy"))
    assert opposites_of(root("printer")) == frozenset()


def test_a_particle_belongs_to_its_verb_also_from_afar() -> None:
    assert list(phrases_in(["put", "the", "rent", "up"], 0)) == ["put-up"]
    assert list(phrases_in(["put", "the", "very", "old", "rent", "up"], 0)) == []
