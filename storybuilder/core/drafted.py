"""A take against its draft: which figures were said, missed or changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that was said differently from how it was drafted."""

    drafted: str
    said: str
    start_char: int
    """Where it was said, in the judged text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The draft's figures, as they are written there."""

    said: tuple[str, ...]
    missed: tuple[str, ...]
    changed: tuple[Change, ...]
