"""Figures: how numbers are written in findings."""

NO_BREAK = "\N{NO-BREAK SPACE}"


def percent(share: float) -> str:
    """A share as "8 %", with a no-break space."""
    return f"{round(100 * share)}{NO_BREAK}%"


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds: "1:02"."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def rate(value: float) -> str:
    """A rate with one decimal where it has one: "6.2", "5"."""
    return f"{value:.1f}".removesuffix(".0")


def counted(count: int, noun: str) -> str:
    """ "1 pause", "3 pauses"."""
    return f"{count}{NO_BREAK}{noun if count == 1 else noun + 's'}"
