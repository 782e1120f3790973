import pytest

from storybuilder.core.quantities.unit import (
    duration_named,
    in_unit,
    is_plural,
    may_be_noun,
    singular,
)


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("tickets", "ticket"),
        ("companies", "company"),
        ("boxes", "box"),
        ("glass", "glass"),
        ("people", "person"),
        ("feet", "foot"),
    ],
)
def test_one_and_many_share_a_unit(noun: str, one: str) -> None:
    assert singular(noun) == one


def test_durations_convert_within_their_kind() -> None:
    assert in_unit(2, "hour", "minute") == 120
    assert in_unit(1, "year", "month") == 12
    assert in_unit(1, "month", "day") is None


def test_other_units_do_not_convert_and_none_fits_all() -> None:
    assert in_unit(2, "ticket", "week") is None
    assert in_unit(2, "", "week") == 2


@pytest.mark.parametrize("word", ["hours", "hrs", "hour", "hr", "hour's", "hour'"])
def test_a_time_has_many_spellings(word: str) -> None:
    assert duration_named(word) == "hour"


@pytest.mark.parametrize(("word", "plural"), [("users", True), ("staff", True), ("was", False)])
def test_plurals_are_seen_by_their_ending(word: str, plural: bool) -> None:
    assert is_plural(word) is plural


@pytest.mark.parametrize(("word", "noun"), [("aircraft", True), ("broke", False), ("moved", False)])
def test_verbs_are_not_counted(word: str, noun: bool) -> None:
    assert may_be_noun(word) is noun
