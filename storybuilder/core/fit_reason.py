"""Reasons: a fit in full, with the sentence of why and the one of how to bend the story."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from storybuilder.core.competency import Competency
from storybuilder.core.findings.quote import named, quote
from storybuilder.core.fit import (
    BY_HAND,
    Component,
    Fit,
    Level,
    Match,
    Tested,
    components,
    highest_level,
    level_of,
    match_of,
    score_of,
    strength_of,
    words_in_common,
)
from storybuilder.core.offer import Demand, Offer, words_of
from storybuilder.core.story import Part
from storybuilder.core.suggestion import Suggester

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_QUOTED_FIRST = (Part.ACTION, Part.TASK, Part.SITUATION, Part.RESULT)
"""Where to look for what a story shows: in what the person did, before all else."""
_MOST_NAMED = 3
_LIKELY = 0.25
"""A sentence that is less likely about a competency is not quoted for it: it would seem silly."""
_ASKED: Mapping[Tested, str] = {"first": "first", "besides": "as well"}


@dataclass(frozen=True, slots=True)
class Lore:
    """What is known of competencies: who they are, and which ones a sentence speaks of."""

    competencies: Mapping[str, Competency]
    """By id."""
    suggest: Suggester
    """May be asked about the same sentence many times."""


def explained(offer: Offer, demand: Demand, lore: Lore, by_hand: Level | None = None) -> Fit:
    """The fit of a story and a question; what the person set by hand goes before the score."""
    match = match_of(offer, demand)
    score = score_of(
        strength_of(offer), match.value if match else 0.0, words_in_common(offer, demand)
    )
    level = level_of(score, highest_level(offer))
    why = _why(offer, demand, lore, match)
    if by_hand is not None:
        return _set_by_hand(by_hand, level, why, _bend(offer, demand, lore, match))
    bent = level in ("workable", "stretch")
    return Fit(
        level=level,
        score=score,
        why=why,
        bend=_bend(offer, demand, lore, match) if bent else "",
        parts=components(offer, demand),
    )


def label_of(id: str, lore: Lore) -> str:
    """A competency inside a sentence; one that no longer exists is called by its id."""
    known = lore.competencies.get(id)
    return known.label.lower() if known else id.replace("_", " ")


def _set_by_hand(set_to: Level, found: Level, why: str, bend: str) -> Fit:
    said = "as its words say too" if set_to == found else f"where the score says {found}"
    return Fit(
        level=set_to,
        score=BY_HAND[set_to],
        why=f"You set this to {set_to}, {said}: {why[0].lower()}{why[1:]}",
        bend=bend if set_to in ("workable", "stretch") else "",
        parts=(Component("by hand", BY_HAND[set_to], 1.0),),
        by_hand=True,
    )


def _why(offer: Offer, demand: Demand, lore: Lore, match: Match | None) -> str:
    reason = _shared(offer, demand, lore, match) if match else _apart(offer, demand, lore)
    words = _words_shared(offer, demand)
    both = f"; both speak of {named(words)}" if words else ""
    return f"{reason}{both}{_lack(offer)}."


def _shared(offer: Offer, demand: Demand, lore: Lore, match: Match) -> str:
    label = label_of(match.competency, lore)
    is_one = "It is your story of" if offer.confirmed else "By its words it is a story of"
    has_it = "It also shows" if offer.confirmed else "By its words it also shows"
    shows = f"{is_one if match.shown == 'primary' else has_it} {label}"
    is_asked = "is asked" if demand.confirmed else "seems to be asked"
    return f"{shows}, which {is_asked} for {_ASKED[match.tested]}"


def _apart(offer: Offer, demand: Demand, lore: Lore) -> str:
    if not offer.competencies:
        return "Nobody has said which competencies the story shows"
    if not demand.competencies:
        return "Nobody has said which competencies are asked for"
    shows, asked = (_listed(side.competencies, lore) for side in (offer, demand))
    return f"It shows {shows}, and what is asked for is {asked}"


def _listed(ids: Sequence[str], lore: Lore) -> str:
    labels = [label_of(id, lore) for id in ids[:_MOST_NAMED]]
    return " and ".join(filter(None, [", ".join(labels[:-1]), labels[-1]]))


def _words_shared(offer: Offer, demand: Demand) -> list[str]:
    """As the question writes them."""
    return [word.lower() for key, word in demand.words.items() if key in offer.words]


def _lack(offer: Offer) -> str:
    """What holds the story back whatever is asked."""
    if len(offer.missing) == len(Part):
        return ", but nothing of it is written yet"
    if offer.missing:
        verb = "is" if len(offer.missing) == 1 else "are"
        return f", but its {_parts(offer.missing)} {verb} not written yet"
    return ", but this employer has heard it" if offer.told_here else ""


def _parts(parts: Iterable[Part]) -> str:
    *others, last = [part.value for part in parts]
    return f"{', '.join(others)} and {last}" if others else last


def _bend(offer: Offer, demand: Demand, lore: Lore, match: Match | None) -> str:
    if len(offer.missing) == len(Part):
        return "Write it first: all four parts are empty."
    if match is not None and (match.shown, match.tested) == ("primary", "first"):
        return _made_stronger(offer, demand)
    if not demand.competencies:
        words = _words_shared(offer, demand)
        if not words:
            return "Choose what the question tests: then it can be said how to open."
        return f"Open with what the question speaks of: {named(words)}."
    return _opened_with(offer, demand, demand.competencies[0], lore)


def _made_stronger(offer: Offer, demand: Demand) -> str:
    """For a story of the right kind: what would make it strong."""
    if offer.missing:
        return f"Write its {_parts(offer.missing)}: then it can be told whole."
    if offer.told_here:
        return "Tell another story here if you can; if not, tell another side of this one."
    if not offer.quantified:
        return "Add a figure to its result, so that it convinces."
    if not (offer.confirmed and demand.confirmed):
        return "Confirm the competencies: then it counts in full."
    return "Say in the first sentence why it is about what was asked."


def _opened_with(offer: Offer, demand: Demand, target: str, lore: Lore) -> str:
    """For a story of another kind: which of its sentences to begin with."""
    label, place = label_of(target, lore), _nearest(offer, demand, target, lore)
    if place is None:
        return f"Say in your first sentence what in it shows {label}; the draft does not say it."
    part, sentence = place
    closest = "tells it" if target in offer.competencies else "comes closest"
    return (
        f"Open with what shows {label}, which is asked for first: your {part.value} "
        f"{closest} in {quote(sentence)}."
    )


def _nearest(offer: Offer, demand: Demand, target: str, lore: Lore) -> tuple[Part, str] | None:
    """The sentence that speaks most of the competency, of those the one nearest to the question."""

    def telling(place: tuple[Part, str]) -> tuple[float, int]:
        shared = words_of(place[1]).keys() & demand.words.keys()
        return _speaks(place[1], target, lore), len(shared)

    best = max(_sentences(offer), key=telling, default=None)
    return best if best is not None and any(telling(best)) else None


def _sentences(offer: Offer) -> list[tuple[Part, str]]:
    return [
        (part, sentence.strip())
        for part in _QUOTED_FIRST
        for sentence in _SENTENCE.findall(offer.texts.get(part, ""))
        if sentence.strip()
    ]


def _speaks(sentence: str, target: str, lore: Lore) -> float:
    """How much a sentence speaks of a competency: as suggested, else by the words that cue it."""
    suggested = {one.id: one.score for one in lore.suggest(sentence)}
    if suggested:
        likely = suggested.get(target, 0.0)
        return likely if likely >= _LIKELY else 0.0
    known = lore.competencies.get(target)
    return len(words_of(sentence).keys() & _cues(known)) if known else 0.0


@lru_cache(maxsize=64)
def _cues(competency: Competency) -> frozenset[str]:
    """Stems of the words that speak of a competency."""
    speaking = " ".join(competency.cues) or competency.shows
    return frozenset(words_of(f"{competency.label} {speaking}"))
