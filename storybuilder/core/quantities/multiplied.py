"""Multipliers in one word, "doubled", "threefold", "twice as many", and how often: "twice"."""

from collections.abc import Iterator, Sequence

from storybuilder.core.quantities.measure import Measure
from storybuilder.core.quantities.unit import duration_named
from storybuilder.core.token import Token, word_at, word_set

_TIMES = {
    "doubled": 2.0,
    "doubling": 2.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "trebled": 3.0,
    "trebling": 3.0,
    "quadrupled": 4.0,
    "quadrupling": 4.0,
    "quintupled": 5.0,
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "sixfold": 6.0,
    "eightfold": 8.0,
    "tenfold": 10.0,
    "twentyfold": 20.0,
    "hundredfold": 100.0,
    "halve": 0.5,
    "halved": 0.5,
    "halving": 0.5,
}
_BASES = {
    "double": 2.0,
    "doubles": 2.0,
    "triple": 3.0,
    "triples": 3.0,
    "treble": 3.0,
    "quadruple": 4.0,
    "halves": 0.5,
}
_NOT_TIMES = word_set("check click book down up")
_AFTER_BASE = word_set("the our their its his her my what last that a")
_AS_MANY = word_set("as the more our my their its what")
_TIMES_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_RATES = {"a", "per", "every", "each"}


def multipliers(tokens: Sequence[Token]) -> Iterator[Measure]:
    """Each of them, in order."""
    for at, token in enumerate(tokens):
        word, after = token.lower, word_at(tokens, at + 1)
        if word in _TIMES:
            yield Measure(at, at + 1, "multiplier", _TIMES[word], "times")
        elif word in _BASES and _is_verb(tokens, at):
            yield Measure(at, at + 1, "multiplier", _BASES[word], "times")
        elif word == "twice" and after in _AS_MANY:
            yield Measure(at, at + 1, "multiplier", 2.0, "times")
        elif word in _TIMES_OFTEN and (word != "once" or _is_rate(tokens, at)):
            yield Measure(at, at + 1, "count", _TIMES_OFTEN[word], "time")


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """ "double the number", "to double sales"; not "to double check" and "both halves"."""
    after = word_at(tokens, at + 1)
    to_do = word_at(tokens, at - 1) == "to" and after not in _NOT_TIMES
    return after in _AFTER_BASE or to_do


def _is_rate(tokens: Sequence[Token], at: int) -> bool:
    """ "once a week" and "only once"; "once I knew" counts nothing."""
    rate = word_at(tokens, at + 1) in _RATES and duration_named(word_at(tokens, at + 2)) is not None
    return rate or word_at(tokens, at - 1) in ("only", "just", "than")
