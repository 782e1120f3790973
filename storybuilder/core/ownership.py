"""Who acted: how often the action says "I" and how often "we"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ownership:
    """Counts of I and we as the one who acts, in the action."""

    i: int
    we: int

    @property
    def i_share(self) -> float | None:
        """I among I and we, 0 to 1; None when neither is said."""
        total = self.i + self.we
        return self.i / total if total else None
