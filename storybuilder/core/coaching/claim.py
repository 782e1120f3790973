"""Claims: what a draft states that its person never did."""

from dataclasses import dataclass
from typing import Literal

ClaimKind = Literal["number", "date", "name", "quotation", "claim"]
Why = Literal["unknown", "moved", "bound", "turned", "doer", "most", "cause", "apart"]
"""Nothing like it is in the material; it is, but of another thing; more or less than was told; the
opposite was told; someone else did it; a superlative; a cause nobody named; words that were told
apart from each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A stretch of the draft that cannot be traced: `text == draft[start_char:end_char]`."""

    text: str
    start_char: int
    end_char: int
    kind: ClaimKind
    why: Why
    question: str
    """What would fill it, asked of the person beside the sentence it stands in."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Tokens `first` to `end` (exclusive) of a passage, and what is wrong with them."""

    first: int
    end: int
    kind: ClaimKind
    why: Why = "unknown"
    unit: str = ""
    """Of a figure, what it would count; of a date, which piece of it is unknown."""
