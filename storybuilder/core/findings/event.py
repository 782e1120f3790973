"""Events: whether an answer tells what happened once, or only what one would or usually does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from storybuilder.core.sentence import Sentence

_GENERAL = re.compile(
    r"\b(?:i|we)(?:\s+would|['’]d\s+(?:always|usually|normally|probably|try|make|start|first|ask"
    r"|tell|say|speak|talk|look|want|like|just|sort|be|let))\b"
    r"|\b(?:usually|generally|typically|in general|normally|as a rule|every day)\b"
    r"|\b(?:you|one) (?:should|have to|need to|must|can)\b"
    r"|\b(?:i|we) (?:always|often|never|sometimes|tend to|try to|believe|strive|like|prefer|am|can"
    r"|bring|love|enjoy|adapt|consider|pride|learn|lead|set|get on|work|think|do not|don['’]t)\b"
    r"|\b(?:i|we)['’]m (?:a|an|the|very|really|quite|pretty|also|always|never"
    r"|good|not|just|someone)\b"
    r"|\b(?:i|we)(?: have|['’]ve) (?:\w+ly |also )?(?:always|never|been|worked|got)\b"
    r"|\bmy (?:\w+ )?(?:strengths?|weakness(?:es)?|style|approach|philosophy|attitude)\b"
    r"|\bdescribe me\b"
    r"|\bif (?:i|we|you|someone|somebody|somebody's|there|it|a) \w+ (?:a|the|had|were|was)\b"
    r"|\bif (?:there|it|you|somebody|someone|anyone)(?:['’]s| is| are)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:i|we|he|she|they|it|who|which|that|there|and|then"
    r"|(?!(?:have|has|ve|are|is|am|be|being|been|get|gets|be|very|more|so|ll)\b)[a-z]+s?)\s+"
    r"(?:(?!consistently)\w+ly\s+|also\s+|then\s+)?"
    r"(?:was|were|had|did|went|said|told|asked|made|took|gave|got|came|found|built|wrote|ran|led|held"
    r"|met|spoke|kept|left|began|brought|thought|knew|felt|put|set|sent|sat|fell|rose|grew|cut"
    r"|\w{2,}ed)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\b(?:would|should|could)\b|['’]d\b", re.IGNORECASE)


_GENERAL_SHARE = 0.4
"""Learners tell events in the present ("then I call the vet"): some talk in general is no sign."""


@dataclass(frozen=True, slots=True)
class Generality:
    """How much of an answer is told in general. `spans` are the sentences that are."""

    general: int
    past: int
    sentences: int
    """All of them, those that are neither included."""
    spans: tuple[tuple[int, int], ...]

    def tells_event(self, *, acts: bool) -> bool:
        """Whether something that happened outweighs what would or usually does.

        `acts` says whether any sentence tells an action or a result: without one, less talk in
        general is enough to doubt that anything happened.
        """
        if acts:
            aside = self.general < 2 or self.general < _GENERAL_SHARE * self.sentences
            return aside or self.past >= self.general
        return self.general < 1 or self.past > self.general + 1


def weigh_generality(sentences: Sequence[Sentence]) -> Generality:
    """Sentences in general ("I would", "usually", "you should") against sentences in the past."""
    past = sum(1 for sentence in sentences if _is_past(sentence.text))
    general = [s for s in sentences if _GENERAL.search(s.text) and not _is_past(s.text)]
    spans = tuple((sentence.start_char, sentence.end_char) for sentence in general)
    return Generality(len(general), past, len(sentences), spans)


def _is_past(text: str) -> bool:
    return _PAST.search(text) is not None and not _WOULD.search(text)
