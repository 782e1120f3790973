"""The computer that the program runs on, as far as a choice depends on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Computer:
    """What there is to compute with."""

    cores: int
    """Processors that the system shows; two of them may share one real core."""
    memory_mb: int | None = None
    """All of it, in millions of bytes; None where the system does not say."""
