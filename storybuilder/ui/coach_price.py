"""Prices of the coach's model as a person writes them. Pure."""

import re

MOST = 100_000.0
"""No currency makes a million tokens dearer than this; more is a slip of the finger."""
MISFIT = "A number such as 3 or 0,80"
_NUMBER = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?")


def price_of(written: str) -> float | None:
    """A price with point or comma, 0 where nothing is written; None for what is no price."""
    plain = written.strip()
    if not plain:
        return 0.0
    if not _NUMBER.fullmatch(plain):
        return None
    value = float(plain.replace(",", "."))
    return value if value <= MOST else None


def written_price(value: float) -> str:
    """A price as it stands in the field; nothing where it is not known."""
    return f"{value:g}" if value > 0 else ""
