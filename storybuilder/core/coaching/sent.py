"""What was sent to the coach: the person's own record of what left this computer."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a call."""

    words: str
    """In words: "answered", "stopped", or why it failed."""
    tokens_sent: int | None = None
    """As the service counted; None where it did not say."""
    tokens_received: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One call, exactly as it left."""

    id: str
    at: datetime
    help: str
    model: str
    address: str
    """Where it went: the service's host."""
    text: str
    """Everything that was sent, masked as it was sent."""
    outcome: Outcome | None = None
    """None while it is under way, and for one that a crash cut off."""
