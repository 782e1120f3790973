"""Zero in words: "no complaints", "not a single error", "none of the 40", "nobody left"."""

from collections.abc import Iterator, Sequence

from storybuilder.core.quantities.measure import Measure
from storybuilder.core.quantities.number import Number
from storybuilder.core.quantities.unit import singular
from storybuilder.core.token import Token, word_at, word_set

MISHAPS = word_set(
    "complaint complaints incident incidents downtime outage outages defect defects error errors "
    "accident accidents injury injuries bug bugs failure failures finding findings claims losses "
    "delays escalations objections absences breakages returns loss penalty penalties fine fines "
    "dispute disputes appeal appeals resignation resignations casualties casualty crash crashes "
    "rollback rollbacks regression regressions breach breaches disruption disruptions "
    "interruption interruptions cancellation cancellations mistake mistakes fault faults leak "
    "leaks vulnerabilities departures readmission readmissions fatalities deaths infections "
    "redundancies layoffs impact stoppages warnings duplicates shortages overruns refunds"
)
"""Nouns whose "no" is an outcome worth counting: "no complaints since"."""
_BE = {"was", "were", "got", "has", "is"}
_SUFFERED = word_set("hurt injured harmed killed rejected affected lost missed")
_DID = word_set("left complained quit resigned died failed noticed objected")
_REACH = 3
_NO_NOUN = word_set("another like of to by day thing way in on and or but that who which for from")
_OTHER_ONE = word_set("and this that the which any no every each think thing")
_STAYS = word_set(
    "been is was at now near stayed stays remained sits hovers gone are were , : nearly"
)
_AFTER_ZERO = word_set("for since this in now all after over")


def none_at_all(tokens: Sequence[Token]) -> Iterator[Measure]:
    """Each of them, in order."""
    for at, token in enumerate(tokens):
        word = token.lower
        if word in ("not", "without", "no"):
            found = (
                _not_one(tokens, at)
                or _no_mishap(tokens, at)
                or _none_suffered(tokens, at)
                or (_not_any(tokens, at) if word == "not" else None)
            )
        elif word == "none":
            found = _none(tokens, at)
        elif word == "nobody":
            found = _nobody(tokens, at)
        elif word in ("zero", "nil", "nothing"):
            found = _is_zero(tokens, at)
        elif word == "never" or word.endswith(("n't", "n’t")):
            found = _not_any(tokens, at)
        else:
            continue
        if found is not None:
            yield found


def tells_mishap(tokens: Sequence[Token], number: Number) -> bool:
    """Whether a number counts mishaps: "one customer complaint"."""
    return _mishap_at(tokens, number.end, 2) is not None


def _not_one(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "not a single error", "without a single drop", "not one pupil"."""
    after = word_at(tokens, at + 1), word_at(tokens, at + 2)
    noun = at + 3 if after == ("a", "single") else at + 2
    if after != ("a", "single") and after[0] not in ("one", "single"):
        return None
    if (after[0] == "one" and tokens[at].lower != "not") or noun >= len(tokens):
        return None
    if not tokens[noun].is_word or word_at(tokens, noun) in ("of", "to"):
        return None
    return Measure(at, noun + 1, "count", 0.0, singular(tokens[noun].lower))


def _no_mishap(tokens: Sequence[Token], at: int) -> Measure | None:
    noun = _mishap_at(tokens, at + 1, _REACH) if tokens[at].lower != "not" else None
    if noun is None:
        return None
    return Measure(at, noun + 1, "count", 0.0, singular(tokens[noun].lower))


def _mishap_at(tokens: Sequence[Token], at: int, reach: int) -> int | None:
    """Where the last of the mishap's words stands: "data loss", "lost-time accidents"."""
    here = at
    while reach > 0 and here < len(tokens) and (tokens[here].is_word or tokens[here].text == "-"):
        if tokens[here].lower in MISHAPS:
            return here
        reach -= tokens[here].is_word
        here += 1
        if here > at + 2 * _REACH:
            break
    return None


def _none(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "none of the 40", and "none" as an answer: "errors: none", "and left none"."""
    if word_at(tokens, at + 1) == "of":
        return _none_of(tokens, at)
    if _suffers(tokens, at + 1):
        return Measure(at, at + 3, "count", 0.0, "")
    before, after = word_at(tokens, at - 1), word_at(tokens, at + 1)
    if before in (":", "left", "had", "were", "was", "then") and after != "the":
        return Measure(at, at + 1, "count", 0.0, "")
    return None


def _none_of(tokens: Sequence[Token], at: int) -> Measure | None:
    last = at + 2
    last += word_at(tokens, last) in ("the", "our", "my", "their", "these", "those")
    if last >= len(tokens) or word_at(tokens, last) in ("this", "that", "it", "which"):
        return None
    return Measure(at, last + 1, "count", 0.0, "")


def _nobody(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "nobody left", "nobody was hurt"; not "nobody knew"."""
    here = at + 1 + (word_at(tokens, at + 1) in _BE)
    word = word_at(tokens, here)
    if word in _DID or (here > at + 1 and word in _SUFFERED):
        return Measure(at, here + 1, "count", 0.0, "person")
    return None


def _not_any(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "didn't lose a single booking", "did not miss one payroll", "never had a single fall"."""
    for one in range(at + 1, at + 1 + _REACH):
        if one >= len(tokens) or not tokens[one].is_word or tokens[one].lower in _OTHER_ONE:
            return None
        single = word_at(tokens, one) == "a" and word_at(tokens, one + 1) == "single"
        noun = one + 2 if single else one + 1
        if not single and word_at(tokens, one) != "one":
            continue
        if noun < len(tokens) and tokens[noun].is_word and tokens[noun].lower not in _NO_NOUN:
            return Measure(at, noun + 1, "count", 0.0, singular(tokens[noun].lower))
    return None


def _none_suffered(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "no data was lost", "no one was hurt"; "no" and its noun with what befell none."""
    if tokens[at].lower != "no":
        return None
    for verb in (at + 2, at + 3):
        if _suffers(tokens, verb):
            return Measure(at, verb + 2, "count", 0.0, singular(tokens[verb - 1].lower))
    return None


def _suffers(tokens: Sequence[Token], at: int) -> bool:
    return word_at(tokens, at) in _BE and word_at(tokens, at + 1) in _SUFFERED


def _is_zero(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "errors have been zero", "now nil", "lost nothing"; not "there was nothing to do"."""
    before, after = word_at(tokens, at - 1), word_at(tokens, at + 1)
    word = tokens[at].lower
    if word == "nothing":
        plain = before in ("lost", "missed", "broke") or (before == ":" and after != "to")
        return Measure(at, at + 1, "count", 0.0, "") if plain else None
    if before in _STAYS and (not after or not after.isalpha() or after in _AFTER_ZERO):
        return Measure(at, at + 1, "count", 0.0, "")
    return None
