"""Blame: words that put a fault on someone else, told from saying what went wrong."""

import re
from collections.abc import Iterator

from storybuilder.core.wording.quoted_speech import without_quoted_speech

_PEOPLE = (
    r"(?:manager|boss|supervisor|colleague|coworker|co-worker|team|teammate|team lead|lead|director"
    r"|client|customer|vendor|supplier|developer|engineer|partner|department|management|people"
    r"|predecessor|others|operator|nurse|teacher|student|clerk|assistant|office|company|contractor)s?"
)
_SOMEONE = (
    rf"(?:he|she|they|(?:my|our|the|his|her|their|this|that|other|some)\s+(?:\w+\s+)?{_PEOPLE})"
)
_VERY = r"(?:(?:so|very|just|really|completely|totally|quite|simply|too|always|a bit|pretty)\s+)*"
_NAME_CALLED = (
    r"(?:incompetent|lazy|useless|clueless|stupid|idiots?|an idiot|careless|unprofessional|hopeless"
    r"|a nightmare|toxic|ignorant|sloppy|dumb|negligent|a mess|impossible to work with)"
)
_BLAME = re.compile(
    rf"\b{_SOMEONE}\s+(?:also\s+|had\s+|has\s+|have\s+|simply\s+|again\s+|just\s+)*"
    r"(?:failed\s+to|(?:didn['’]t|did\s+not|never|doesn['’]t|couldn['’]t\s+be)\s+(?:even\s+)?bother(?:ed)?"
    r"|(?:didn['’]t|did\s+not|don['’]t|doesn['’]t)\s+(?:even\s+)?care(?!\s+(?:for|of)\b)"
    r"|neglected\s+to|dropped\s+the\s+ball|screwed\s+(?:it\s+)?up|messed\s+(?:it\s+|everything\s+)?up"
    r"|let\s+(?:me|us)\s+down|didn['’]t\s+pull\s+(?:their|his|her)\s+weight"
    r"|had\s+no\s+(?:idea\s+what|clue))\b"
    rf"|\b{_SOMEONE}\s+(?:was|were|is|are)\s+{_VERY}{_NAME_CALLED}\b"
    r"|\bbecause\s+of\s+(?:him|her|them)\b(?=\s*(?:[,.;!?]|$|and\b|but\b|that\b|we\b|i\b))"
    r"|(?<!not )\b(?:their|his|her|my\s+\w+['’]s|our\s+\w+['’]s|the\s+\w+['’]s)"
    r"\s+(?:own\s+)?fault\b"
    r"|\bI\s+blamed?\s+(?:him|her|them|the\s+\w+|my\s+\w+)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|nobody|no\s+one|without|rather\s+than|instead\s+of|whether|if|isn['’]t"
    r"|wasn['’]t)\W+(?:\w+\W+){0,3})$",
    re.IGNORECASE,
)


def blame_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where someone else is blamed, in characters; quoted speech and denials blame nobody."""
    told = without_quoted_speech(text)
    for match in _BLAME.finditer(told):
        if not _DENIED.search(told[max(0, match.start() - 40) : match.start()]):
            yield match.span()
