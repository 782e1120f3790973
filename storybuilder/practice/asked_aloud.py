"""Questions asked aloud in this sitting: they stand in no list, and are gone with the program."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from storybuilder.core.coaching.brief import Exchange

MOST_EXCHANGES = 6
"""An interviewer remembers the last few answers; more would only be sent for nothing."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A question as it was asked, and the exchanges that led to it."""

    question: str
    before: tuple[Exchange, ...] = ()


@dataclass(slots=True)
class AskedAloud:
    """Keeps questions in memory, each under an id, so that an address can name one."""

    _spoken: dict[str, Spoken] = field(default_factory=dict)
    _one: Lock = field(default_factory=Lock)

    def keep(self, question: str, before: Sequence[Exchange] = ()) -> str:
        """Take up a question; returns its id."""
        spoken = Spoken(" ".join(question.split()), tuple(before)[-MOST_EXCHANGES:])
        with self._one:
            id = str(len(self._spoken) + 1)
            self._spoken[id] = spoken
        return id

    def question(self, id: str) -> str:
        """A question by its id; empty where the program was started anew since."""
        spoken = self._spoken.get(id)
        return spoken.question if spoken else ""

    def before(self, question: str) -> tuple[Exchange, ...]:
        """The exchanges that led to a question, the last time it was asked."""
        with self._one:
            kept = reversed(tuple(self._spoken.values()))
        plain = " ".join(question.split())
        return next((one.before for one in kept if one.question == plain), ())
