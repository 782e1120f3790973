"""Recency: how long ago a story happened."""

import re
from datetime import date

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def years_since(happened: str, today: date) -> int | None:
    """Whole calendar years from the last year named in `happened`; None if it names none."""
    years = [int(year) for year in _YEAR.findall(happened)]
    return max(0, today.year - max(years)) if years else None
