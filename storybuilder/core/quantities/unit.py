"""Units: what a number counts, and which units convert into each other."""

from storybuilder.core.token import word_set

MONEY_SIGNS = {"$": "$", "£": "£", "€": "€", "¥": "¥", "₹": "rupee"}
MONEY_CODES = {"usd": "$", "gbp": "£", "eur": "€", "chf": "franc", "inr": "rupee"}
MONEY_WORDS = MONEY_CODES | {
    "dollar": "$",
    "dollars": "$",
    "bucks": "$",
    "pound": "£",
    "pounds": "£",
    "quid": "£",
    "p": "£",
    "pence": "£",
    "penny": "£",
    "euro": "€",
    "euros": "€",
    "cent": "$",
    "cents": "$",
    "rupee": "rupee",
    "rupees": "rupee",
    "francs": "franc",
    "kronor": "krona",
    "yen": "¥",
    "grand": "",
}
HUNDREDTHS = {"p", "pence", "penny", "cent", "cents"}
"""Words for a hundredth of the money they belong to."""
_DURATIONS = {
    "ms": "millisecond",
    "msec": "millisecond",
    "millisecond": "millisecond",
    "sec": "second",
    "second": "second",
    "min": "minute",
    "minute": "minute",
    "hr": "hour",
    "hour": "hour",
    "day": "day",
    "night": "night",
    "weekend": "weekend",
    "wk": "week",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "mth": "month",
    "quarter": "quarter",
    "year": "year",
    "yr": "year",
    "decade": "decade",
}
GLUED_DURATIONS = {"h": "hour", "s": "second"}
"""Letters that are a time only close to their number: "2h"."""
_SECONDS = {
    "millisecond": 0.001,
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 7 * 86400.0,
    "fortnight": 14 * 86400.0,
}
_MONTHS = {"month": 1.0, "quarter": 3.0, "year": 12.0, "decade": 120.0}
_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "staff": "staff",
    "feet": "foot",
    "teeth": "tooth",
    "criteria": "criterion",
}
_NOT_PLURAL = ("ss", "us", "is", "'s")
_ENDS_IN_S = word_set("was has does as its hers yes always perhaps across")
_NO_NOUN = word_set(
    "more less fewer better worse left late later early earlier ahead behind now ago old broke "
    "drew chose came went got shared left hung stayed sat stood ran told took made was had"
)
_NOUN_ENDINGS = word_set("bed seed feed building meeting training setting drawing painting reading")


def duration_named(word: str) -> str | None:
    """The unit of time that a word names: "weeks", "week's", "hrs"."""
    plain = word.removesuffix("'").removesuffix("'s")
    return _DURATIONS.get(plain) or _DURATIONS.get(plain.removesuffix("s"))


def smaller_duration(unit: str) -> str | None:
    """What follows a unit in "two hours forty"; None where nothing can."""
    return {"hour": "minute", "minute": "second"}.get(unit)


def in_unit(value: float, unit: str, other: str) -> float | None:
    """A value in another unit: 2 hours are 120 minutes; None where the two do not convert.

    An empty unit is any unit.
    """
    if not unit or not other or unit == other:
        return value
    for sizes in (_SECONDS, _MONTHS):
        if unit in sizes and other in sizes:
            return value * sizes[unit] / sizes[other]
    return None


def is_plural(noun: str) -> bool:
    """Whether a word looks like many of something."""
    if noun in _ENDS_IN_S:
        return False
    return noun in _IRREGULAR or (noun.endswith("s") and not noun.endswith(_NOT_PLURAL))


def may_be_noun(word: str) -> bool:
    """Whether a word that is no plural may be what is counted: "12 aircraft", not "11 broke"."""
    if word in _NOUN_ENDINGS:
        return True
    return word not in _NO_NOUN and not (len(word) > 3 and word.endswith(("ed", "ing", "ly")))


def singular(noun: str) -> str:
    """The noun for one: "tickets" and "ticket" are the same unit."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if is_plural(noun) else noun
