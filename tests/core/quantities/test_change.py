import pytest

from storybuilder.core.quantities.quantity import find_quantities


@pytest.mark.parametrize(
    ("text", "found", "start", "end", "unit"),
    [
        ("from 61 to 84 %", "from 61 to 84 %", 61, 84, "%"),
        ("from ten days to three", "from ten days to three", 10, 3, "day"),
        ("from about 6 hours to just 70 minutes", None, 360, 70, "minute"),
        ("from I think thirty a day to two or three a day", None, 30, 3, ""),
        ("from one in twenty to one in two hundred", None, 5, 0.5, "%"),
        ("eNPS went from -4 to +22", "from -4 to +22", -4, 22, ""),
        ("from four a night to none", "from four a night to none", 4, 0, ""),
        ("from an hour to 25 minutes", "from an hour to 25 minutes", 60, 25, "minute"),
        ("from 7th to 3rd", "from 7th to 3rd", 7, 3, ""),
        ("3 weeks -> 2 days", "3 weeks -> 2 days", 21, 2, "day"),
        ("71% → 86%", "71% → 86%", 71, 86, "%"),
        ("spread 10→50→100", "10→50→100", 10, 100, ""),
        ("38 minutes to 9", "38 minutes to 9", 38, 9, "minute"),
        ("$1,900/month to $310/month", "$1,900/month to $310", 1900, 310, "$"),
        ("3 days instead of 8", "3 days instead of 8", 8, 3, "day"),
        ("two days rather than two weeks", "two days rather than two weeks", 14, 2, "day"),
        ("from weeks to days", "from weeks to days", None, None, "day"),
        ("weeks to days", "weeks to days", None, None, "day"),
        ("from hours to just minutes", "from hours to just minutes", None, None, "minute"),
        ("from monthly to daily", "from monthly to daily", None, None, "day"),
        ("from weeks to 3 days", "from weeks to 3 days", None, 3, "day"),
    ],
)
def test_a_change_knows_both_its_ends(
    text: str, found: str | None, start: float | None, end: float | None, unit: str
) -> None:
    (change,) = find_quantities(text)
    assert (change.kind, change.value, change.unit) == ("change", end, unit)
    assert change.baseline == (None if start is None else pytest.approx(start))
    assert found is None or change.text == found


@pytest.mark.parametrize(
    "text", ["10 to 15 people", "a few weeks", "weeks of work", "12 people to 3 teams", "none"]
)
def test_ranges_and_loose_words_are_no_change(text: str) -> None:
    assert "change" not in [quantity.kind for quantity in find_quantities(text)]
