"""Thresholds: every number that a judgement rests on, with its source. The only such table."""

from dataclasses import dataclass, field, fields
from typing import TypeVar

from storybuilder.core.band import Band
from storybuilder.core.story import Part
from storybuilder.core.voice import LONG_PAUSE_S

Value = TypeVar("Value")

SPLIT_SOURCE = (
    "Career-centre guides give 20/10/60/10 % and neighbours of it (careers.uw.edu; dandyhire.com)"
)
LENGTH_SOURCE = (
    "Guides ask for two to three minutes (pretai.io) or for one to two (climbtheladder.com), "
    "so 90 seconds already pass"
)
PACE_SOURCE = (
    "A little wider than the 140 to 160 words a minute that persuade best "
    "(Miller 1976; Street & Brady 1982; cited at speechaway.co and speechfit.app)"
)
FILLER_SOURCE = (
    "Five fillers a minute did a speaker no harm, twelve did "
    "(Laske & DiGennaro Reed 2024, doi 10.1002/jaba.1093)"
)
BURST_SOURCE = "Our own rule: fillers close together are heard, single ones are not (altura.coach)"
PAUSE_SOURCE = "Pauses of two to three seconds sound considered (Zandan, Harvard Business Review)"
OWNERSHIP_SOURCE = (
    "Interviewers ask what you did yourself (NIH behavioural guide; DTE Energy); some “we” is "
    "welcome (Naim 2015, arXiv 1504.03425)"
)
RECENCY_SOURCE = "The last two or three years are recalled best (NIH behavioural guide)"
THIN_SOURCE = (
    "Least words that two open-source story evaluators accept for a part "
    "(Thor0589/AI-star-interview-coach; AS230924/Behavioral-Interview-Story-telling)"
)
RATE_SOURCE = "Our own rule: below this a rate says more about chance than about the speaker"
EVENT_SOURCE = (
    "Only 23 % of 62 recorded answers told one event, and telling one raised the recommendation "
    "(Bangerter 2014, doi 10.1007/s10869-014-9350-0)"
)
HEDGE_SOURCE = (
    "Hedges make a speaker seem less sure and less competent (Hosman 1989, "
    "doi 10.1111/j.1468-2958.1989.tb00190.x); that a few do no harm is our own rule"
)
ACRONYM_SOURCE = (
    "Do not assume that the interviewer knows the acronyms of your field (Progressive Insurance, "
    "at breakthroughalumni.org)"
)
BLAME_SOURCE = "Blaming others reads as not owning your part (designgurus.io)"
PASSIVE_SOURCE = (
    "Senior interviewers ask who acted (Tech Interview Handbook); how often is our own rule"
)
FEW_SOURCE = "Speaking coaches ask for few points, each explained and personal (arXiv 2507.07930)"
PART_SOURCE = "The four parts of a STAR answer (DDI, Targeted Selection, 1974; NACE)"
QUANTITY_SOURCE = "“A result without a number is a claim” (jobcoachai.cv); estimates count"
LESSON_SOURCE = "STAR+R, STAR-L and CARL add a lesson (techinterviewhandbook.org; NACE)"
DRAFT_SOURCE = "Your own draft of this story"


def _rule(value: Value, source: str) -> Value:
    """A threshold with its source kept beside it. `field` is typed as the value it stands for."""
    sourced: Value = field(default=value, metadata={"source": source})
    return sourced


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The person can change each; the defaults and their sources are the project's."""

    too_short_of_low: float = _rule(1 / 2, LENGTH_SOURCE)
    """Below this part of the target's low end an answer is too short: 1:00 of 2:00."""
    short_of_low: float = _rule(3 / 4, LENGTH_SOURCE)
    """Below this part of the target's low end it is short: 1:30 of 2:00."""
    too_long_of_high: float = _rule(4 / 3, LENGTH_SOURCE)
    """Above the target's high end it is long, above this multiple too long: 4:00 for 3:00."""

    split: tuple[tuple[Part, float, float], ...] = _rule(
        (
            (Part.SITUATION, 0.10, 0.25),
            (Part.TASK, 0.05, 0.15),
            (Part.ACTION, 0.50, 0.70),
            (Part.RESULT, 0.10, 0.25),
        ),
        SPLIT_SOURCE,
    )
    """Recommended share of the answer for each part, low and high."""
    action_low_share: float = _rule(0.45, SPLIT_SOURCE)
    """An action below this share is flagged."""
    setting_high_share: float = _rule(0.40, SPLIT_SOURCE)
    """Situation and task together above this share are flagged."""
    result_low_share: float = _rule(0.08, SPLIT_SOURCE)
    """A result below this share is flagged."""
    thin_words: tuple[tuple[Part, int], ...] = _rule(
        ((Part.SITUATION, 20), (Part.TASK, 10), (Part.ACTION, 30), (Part.RESULT, 20)),
        THIN_SOURCE,
    )
    """Fewer words than this tell a part too thinly."""

    pace_good_low: float = _rule(120, PACE_SOURCE)
    """Words a minute; from here to `pace_good_high` is good."""
    pace_good_high: float = _rule(170, PACE_SOURCE)
    pace_slow: float = _rule(110, PACE_SOURCE)
    """Words a minute; below it, sustained, is noted."""
    pace_fast: float = _rule(180, PACE_SOURCE)
    """Words a minute; above it, sustained, is noted."""
    pace_sustained_s: float = _rule(20, PACE_SOURCE)
    """How long a pace must hold to be noted."""

    fillers_note_per_minute: float = _rule(5, FILLER_SOURCE)
    """Up to this many nothing is said."""
    fillers_fix_per_minute: float = _rule(8, FILLER_SOURCE)
    """More than this is worth a fix."""
    burst_fillers: int = _rule(3, BURST_SOURCE)
    """So many fillers within `burst_s` are noted."""
    burst_s: float = _rule(10, BURST_SOURCE)
    long_pause_s: float = _rule(LONG_PAUSE_S, PAUSE_SOURCE)
    """Only longer silences are listed."""

    i_share_fine: float = _rule(0.6, OWNERSHIP_SOURCE)
    """I among I and we in the action; from here on it is fine."""
    i_share_fix: float = _rule(0.5, OWNERSHIP_SOURCE)
    """Below it is worth a fix. Zero “we” is never asked for."""
    ownership_least: int = _rule(4, RATE_SOURCE)
    """I and we together; with fewer the share is not judged."""

    passive_least: int = _rule(2, PASSIVE_SOURCE)
    """So many sentences of the action that hide who acted are noted, or fewer of a short action:"""
    passive_share: float = _rule(0.25, PASSIVE_SOURCE)
    """from this share of its sentences on."""
    blame_least: int = _rule(1, BLAME_SOURCE)
    """From so many places on blame is noted."""
    hedges_least: int = _rule(3, HEDGE_SOURCE)
    """Fewer hedges in action and result are not mentioned."""
    hedges_per_100_words: float = _rule(2, HEDGE_SOURCE)
    """Nor are those spread thinner than this."""
    acronyms_least: int = _rule(1, ACRONYM_SOURCE)
    """From so many unexplained acronyms on they are noted."""

    happened_note_years: float = _rule(3, RECENCY_SOURCE)
    happened_flag_years: float = _rule(5, RECENCY_SOURCE)

    min_words_for_rate: int = _rule(20, RATE_SOURCE)
    min_seconds_for_rate: float = _rule(10, RATE_SOURCE)

    most_notes: int = _rule(4, FEW_SOURCE)
    """At most so many notes beside the one fix; those of least value are left out."""
    most_good: int = _rule(3, FEW_SOURCE)
    """At most so many things that went well."""

    def share_of(self, part: Part) -> Band:
        """The recommended share of one part, 0 to 1."""
        return next(Band(low, high) for name, low, high in self.split if name is part)

    def thin_words_of(self, part: Part) -> int:
        """Fewer words than this tell the part too thinly."""
        return next(words for name, words in self.thin_words if name is part)


def source_of(threshold: str) -> str:
    """Where the default of a threshold comes from; KeyError if there is no such threshold."""
    return {rule.name: str(rule.metadata["source"]) for rule in fields(Thresholds)}[threshold]
