from datetime import date

import pytest

from storybuilder.core.findings.recency import years_since

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("happened", "years"),
    [("2024", 2), ("March 2020", 6), ("2019-2021", 5), ("2027", 0), ("", None), ("last May", None)],
)
def test_the_last_year_named_counts(happened: str, years: int | None) -> None:
    assert years_since(happened, TODAY) == years
