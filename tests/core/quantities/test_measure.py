import pytest

from storybuilder.core.quantities.measure import in_unit, measure_of, singular
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.token import tokens_of


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("5 per cent", "percent", "%"),
        ("£3.50", "money", "£"),
        ("40 euros", "money", "€"),
        ("12-hour shift", "duration", "hour"),
        ("three working days", "duration", "day"),
        ("3x", "multiplier", "times"),
        ("five times faster", "multiplier", "times"),
        ("three times a week", "count", "time"),
        ("top 3", "rank", ""),
        ("19 angry customers", "count", "customer"),
        ("two people", "count", "person"),
        ("74", "count", ""),
    ],
)
def test_what_stands_around_a_number_gives_kind_and_unit(text: str, kind: str, unit: str) -> None:
    tokens = tokens_of(text)
    measure = measure_of(tokens, numbers_of(tokens)[0])
    assert (measure.kind, measure.unit) == (kind, unit)


def test_pence_are_hundredths() -> None:
    tokens = tokens_of("50 pence")
    assert measure_of(tokens, numbers_of(tokens)[0]).value == 0.5


@pytest.mark.parametrize(
    ("noun", "one"),
    [("tickets", "ticket"), ("companies", "company"), ("boxes", "box"), ("glass", "glass")],
)
def test_one_and_many_share_a_unit(noun: str, one: str) -> None:
    assert singular(noun) == one


def test_durations_convert_and_other_units_do_not() -> None:
    assert in_unit(2, "hour", "minute") == 120
    assert in_unit(2, "ticket", "week") is None
    assert in_unit(2, "", "week") == 2
