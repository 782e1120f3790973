"""Asking: the question to the person that would fill a stretch of a draft."""

from storybuilder.core.coaching.claim import ClaimKind, Why
from storybuilder.core.coaching.word_form import root
from storybuilder.core.quantities.unit import MONEY_SIGNS, duration_named
from storybuilder.core.token import tokens_of, word_set

_BY_WHY = {
    "moved": "You told this figure of something else. What was it here, if you know?",
    "bound": "You told the figure without “more” or “less”. Which is right?",
    "turned": "You told it the other way round. Which is right?",
    "doer": "Who did this: you, your team, or someone else?",
    "most": "Compared with what is it the most, and how do you know?",
    "cause": "What makes you sure that the one came of the other?",
    "apart": "Did this happen as it stands here? How was it, in your own words?",
}
_BY_DATE = {
    "year": "Which year was it?",
    "month": "Which month was it?",
    "weekday": "Which day of the week was it?",
    "day": "Which day was it?",
    "quarter": "Which quarter was it?",
    "season": "Which time of the year was it?",
    "clock": "What time was it?",
}
_WHEN = "When was it?"
_MOVED_DATE = "You told this date of something else. When was this?"
_MOVED_NAME = "These names do not stand together in what you told. Who or what is meant?"
_NAME = "What is the name here: who or what was it?"
_QUOTATION = "What was said, word for word as far as you remember?"
_PERCENT = "What percentage was it, if you know?"
_TIMES = "How many times as much was it, if you know?"
_MONEY = "How much money was it, if you know?"
_DURATION = "How long was it, if you know?"
_NUMBER = "What was the number, if you know?"
_CLAIM = "Did this happen? What was it, in your own words?"
_FEELING = "How did they show it: what did they say or do?"
_PRAISE = "Did anyone recognise it, and what exactly did they say or give?"
_FEELINGS = frozenset(
    map(
        root,
        word_set(
            "happy delighted thrilled pleased glad grateful impressed angry upset sad proud "
            "relieved excited enthusiastic satisfied love enjoy admire trust surprised frustrated "
            "respect"
        ),
    )
)
_PRAISES = frozenset(
    map(
        root,
        word_set(
            "promote award prize bonus praise recognise recognize thank raise win applaud honour"
        ),
    )
)


def question_for(kind: ClaimKind, why: Why, unit: str, text: str) -> str:
    """What to ask, beside the sentence; `unit` is what a figure counts or a date misses."""
    if kind == "quotation":
        return _QUOTATION
    if kind == "name":
        return _MOVED_NAME if why == "moved" else _NAME
    if kind == "date":
        return _MOVED_DATE if why == "moved" else _BY_DATE.get(unit, _WHEN)
    if why != "unknown":
        return _BY_WHY[why]
    return _of_number(unit) if kind == "number" else _of_claim(text)


def _of_number(unit: str) -> str:
    if unit == "%":
        return _PERCENT
    if unit == "times":
        return _TIMES
    if unit in MONEY_SIGNS.values():
        return _MONEY
    if duration_named(unit):
        return _DURATION
    return f"How many {_plural(unit)} was it, if you know?" if unit.isalpha() else _NUMBER


def _plural(noun: str) -> str:
    if noun in ("person", "people"):
        return "people"
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def _of_claim(text: str) -> str:
    roots = {root(token.lower) for token in tokens_of(text) if token.is_word}
    if roots & _PRAISES:
        return _PRAISE
    return _FEELING if roots & _FEELINGS else _CLAIM
