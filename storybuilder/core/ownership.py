"""Who acted: how often the action says "I" and how often "we"."""

import re
from collections.abc import Iterable, Iterator
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


_ACTOR = re.compile(r"\b(i|we)(?:['’](?:d|ve|m|ll|re))?\b(?!['’])", re.IGNORECASE)
_RESTARTED = re.compile(r"\b(i|we)\b(?=\s+\1\b)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')
_FILLING = re.compile(r"\bi mean\b", re.IGNORECASE)


def count_actors(texts: Iterable[str]) -> Ownership:
    """Count I and we (also "I'd", "we've") in the action's sentences.

    Quoted speech is someone's words, "I mean" fills, and a restart ("I I took") counts once.
    """
    found = [actor for text in texts for _, _, actor in actor_spans(text)]
    return Ownership(i=found.count("i"), we=found.count("we"))


def actor_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Where "i" and "we" act, in characters of the text."""
    for match in _ACTOR.finditer(_told(text)):
        yield match.start(), match.end(), match[1].lower()


def _told(text: str) -> str:
    """The text with what does not count blanked out, so that places stay."""
    for pattern in (_QUOTED, _FILLING, _RESTARTED):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text
