"""Events: whether an answer tells what happened once, or only what one would or usually does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.sentence import Sentence

_GENERAL = re.compile(
    r"\b(?:i|we)(?:\s+would|['’]d\s+(?:always|usually|probably|try|make|start|first|ask|tell|say|speak|talk"
    r"|look|want|like))\b"
    r"|\b(?:usually|generally|typically|in general|normally|as a rule)\b"
    r"|\byou (?:should|have to|need to|must|can)\b"
    r"|\b(?:i|we) (?:always|often|never|tend to|try to|believe|strive|like to|prefer|am)\b"
    r"|\bif (?:i|we|someone|somebody|a) \w+ (?:a|the|had|were|was)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:i|we|he|she|they|it|who|which|that|there|and|then|[a-z]+s?)\s+(?:\w+ly\s+|also\s+|then\s+)?"
    r"(?:was|were|had|did|went|said|told|asked|made|took|gave|got|came|found|built|wrote|ran|led|held"
    r"|met|spoke|kept|left|began|brought|thought|knew|felt|put|set|sent|sat|fell|rose|grew|cut"
    r"|\w{2,}ed)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:would|should|could)\b|['’]d\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Generality:
    """How much of an answer is told in general. `spans` are the sentences that are."""

    general: int
    past: int
    spans: tuple[tuple[int, int], ...]

    @property
    def tells_event(self) -> bool:
        """Whether something that happened outweighs what would or usually does."""
        return self.general < 2 or self.past > self.general


def weigh_generality(sentences: Sequence[Sentence]) -> Generality:
    """Sentences in general ("I would", "usually", "you should") against sentences in the past."""
    past = sum(1 for sentence in sentences if _is_past(sentence.text))
    general = [s for s in sentences if _GENERAL.search(s.text) and not _is_past(s.text)]
    spans = tuple((sentence.start_char, sentence.end_char) for sentence in general)
    return Generality(len(general), past, spans)


def _is_past(text: str) -> bool:
    return _PAST.search(text) is not None and not _WOULD.search(text)
