"""What the first window says when the program starts, and where it leads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class News:
    """One thing to be told; `way` and `route` say what can be done about it, if anything."""

    words: str
    way: str = ""
    route: str = ""
