import pytest

from storybuilder.core.coaching.passage import passages_of
from storybuilder.core.coaching.told import Told, converted, equals, told_in


def told(text: str) -> tuple[Told, ...]:
    return tuple(one for passage in passages_of(text) for one in told_in(passage))


def values(text: str) -> list[tuple[float, str]]:
    return [(one.value, one.unit) for one in told(text)]


def test_words_and_digits_are_the_same_figure() -> None:
    assert values("forty-one warehouses") == values("41 warehouses") == [(41.0, "warehouse")]


def test_a_change_gives_its_end_and_its_start() -> None:
    end, start = told("It fell from 8 hours to 2.")
    assert (end.value, end.start, start.value) == (2.0, 8.0, 8.0)


def test_a_figure_knows_what_it_counts() -> None:
    assert told("40 % of the late requests")[0].of == {"lat", "request"}
    assert told("12 nurses")[0].of == {"nurs"}


@pytest.mark.parametrize(
    ("text", "bound"),
    [("over 40 people", "over"), ("less than 40 people", "under"), ("40 people", "")],
)
def test_a_limit_is_known(text: str, bound: str) -> None:
    assert told(text)[0].bound == bound


def test_a_number_in_a_name_is_none() -> None:
    assert values("line N14") == []


def test_a_bare_number_may_have_the_unit_before_it() -> None:
    assert [one.unit_before for one in told("after 24 hours, and after 48")] == ["", "hour"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a third of it", "33 % of it", True),
        ("33.4 % of it", "33 % of it", False),
        ("two hours", "120 minutes", True),
        ("4 cm", "40 millimetres", True),
        ("4 cm", "40 grams", False),
        ("cut by half", "50 %", True),
        ("halved", "50 %", True),
        ("it took a fortnight", "two weeks", True),
        ("£180k", "180,000 pounds", True),
        ("two days", "after 24 hours, and after 48", True),
    ],
)
def test_figures_are_equal_however_they_are_put(one: str, other: str, same: bool) -> None:
    assert any(equals(a, b) for a in told(one) for b in told(other)) is same


def test_units_that_do_not_convert_have_no_value() -> None:
    assert converted(1, "week", "ticket") is None
    assert converted(2, "kg", "g") == 2000
