"""What the settings say of the recordings, decided without drawing it. Pure."""

from datetime import datetime, tzinfo

from storybuilder.core.thinning import MONTHS, AllButLast, OlderThan, Rule
from storybuilder.practice.keeping import Space, Thinning
from storybuilder.ui.labels import NO_BREAK, count, megabytes

RULES: tuple[tuple[str, Rule], ...] = (
    *((f"Older than {count(months, 'month')}", OlderThan(months)) for months in MONTHS),
    ("All but the last two of each story", AllButLast(2)),
)
"""The ways to thin, as their buttons are called."""
_LEAST_BYTES = 500_000


def space_words(space: Space, zone: tzinfo | None = None) -> tuple[str, str]:
    """What the recordings take, as a line and what is to be said below it.

    Dates are told in `zone`, or in the system's own.
    """
    if not space.recordings:
        return "There are no recordings.", _leaving(space)
    take = "takes" if space.recordings == 1 else "take"
    line = f"{count(space.recordings, 'recording')} {take} {room(space.taken_bytes)}."
    oldest = f"The oldest is of {_day(space.oldest, zone)}." if space.oldest else ""
    return line, " ".join(words for words in (oldest, _leaving(space)) if words)


def thinning_words(thinning: Thinning, rule: Rule) -> str:
    """What a rule would take away."""
    if not thinning.takes:
        return f"No take with sound is {_meant(rule)}."
    whose = count(len(thinning.takes), "take")
    verb = "is" if len(thinning.takes) == 1 else "are"
    return (
        f"{whose} with {room(thinning.freed_bytes)} of sound {verb} {_meant(rule)}. "
        "Words and reports stay."
    )


def thinned_words(thinning: Thinning) -> str:
    """What was taken away, and when its room is free."""
    return (
        f"The sound of {count(len(thinning.takes), 'take')} is gone; "
        f"{room(thinning.freed_bytes)} are free once the program starts anew."
    )


def room(size_bytes: int) -> str:
    """Room on disk, as people read it."""
    if 0 < size_bytes < _LEAST_BYTES:
        return f"less than 1{NO_BREAK}MB"
    return megabytes(size_bytes / 1_000_000)


def _leaving(space: Space) -> str:
    if not space.leaving_bytes:
        return ""
    return f"{room(space.leaving_bytes)} of removed sound are free once the program starts anew."


def _meant(rule: Rule) -> str:
    match rule:
        case OlderThan(months):
            return f"older than {count(months, 'month')}"
        case AllButLast():
            return "older than the last two of its story"


def _day(at: datetime, zone: tzinfo | None) -> str:
    here = at.astimezone(zone)
    return f"{here.day} {here:%B %Y}"
