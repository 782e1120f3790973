"""Numbers, times and dates as people read them. Pure."""

import re
from datetime import datetime

NO_BREAK = "\u00a0"


def clock(seconds: float) -> str:
    """84 -> "1:24"; an hour and more as "1:02:05"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def spoken_clock(seconds: float) -> str:
    """84 -> "1 minute 24 seconds", for a screen reader."""
    minutes, rest = divmod(round(seconds), 60)
    return (
        f"{count(minutes, 'minute')} {count(rest, 'second')}" if minutes else count(rest, "second")
    )


def percent(share: float) -> str:
    """0.3 -> "30 %", with a no-break space."""
    return f"{share:.0%}".replace("%", f"{NO_BREAK}%")


def units(text: str) -> str:
    """Keep a figure and its unit on one line: the space before % and s becomes a no-break space."""
    return re.sub(r"(?<=\d) (?=%|s\b)", NO_BREAK, text)


def count(number: int, noun: str) -> str:
    """2, "word" -> "2 words"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def number_word(number: int) -> str:
    """3 -> "Three"; figures from ten on."""
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    return words[number] if 0 <= number < len(words) else str(number)


def listed(words: list[str]) -> str:
    """["a", "b", "c"] -> "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def megabytes(size_mb: float) -> str:
    """142.0 -> "142 MB", 1530 -> "1.5 GB"."""
    return f"{size_mb:.0f}{NO_BREAK}MB" if size_mb < 1000 else f"{size_mb / 1000:.1f}{NO_BREAK}GB"


def moment(at: datetime, now: datetime) -> str:
    """A time as told to a person, in the zone of `now`: "today 14:32", "19 November 14:32"."""
    here, today = at.astimezone(now.tzinfo), now.date()
    time = f"{here:%H:%M}"
    if here.date() == today:
        return f"today {time}"
    if (today - here.date()).days == 1:
        return f"yesterday {time}"
    year = "" if here.year == today.year else f" {here.year}"
    return f"{here.day} {here:%B}{year} {time}"
