"""How much of an answer one part takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.core.token import count_words

PartVerdict = Literal["missing", "thin", "ok", "heavy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMeasure:
    """Words, seconds and share (0 to 1) of one part; in a text the share is of words."""

    words: int
    seconds: float | None
    share: float
    verdict: PartVerdict

    @property
    def present(self) -> bool:
        """Whether the part is told at all."""
        return self.verdict != "missing"


def measure_parts(
    labelled: Sequence[LabelledSentence], thresholds: Thresholds
) -> Mapping[Part, PartMeasure]:
    """Words and, of a take, seconds of every part.

    A timed sentence lasts until the next one begins, so that all seconds add up to the stretch
    from the first word to the end of the last.
    """
    words = [count_words(sentence.sentence.text) for sentence in labelled]
    seconds = _seconds(labelled)
    return {
        part: _measure(
            part,
            [at for at, s in enumerate(labelled) if s.part is part],
            words,
            seconds,
            thresholds,
        )
        for part in Part
    }


def judge_part(part: Part, words: int, share: float | None, thresholds: Thresholds) -> PartVerdict:
    """The verdict on one part; a share of None is not judged."""
    if words == 0:
        return "missing"
    if words < thresholds.thin_words_of(part):
        return "thin"
    if share is None:
        return "ok"
    if share < _least_share(part, thresholds):
        return "thin"
    return "heavy" if share > thresholds.share_of(part).high_s else "ok"


def _least_share(part: Part, thresholds: Thresholds) -> float:
    """The share that is flagged; a short situation or task is no fault."""
    return {
        Part.ACTION: thresholds.action_low_share,
        Part.RESULT: thresholds.result_low_share,
    }.get(part, 0.0)


def _seconds(labelled: Sequence[LabelledSentence]) -> list[float] | None:
    """How long each sentence lasts; None without times."""
    starts = [sentence.start_s for sentence in labelled if sentence.start_s is not None]
    if not labelled or len(starts) < len(labelled) or labelled[-1].end_s is None:
        return None
    ends = [*starts[1:], max(labelled[-1].end_s, starts[-1])]
    return [end - start for start, end in zip(starts, ends, strict=True)]


def _measure(
    part: Part,
    mine: Sequence[int],
    words: Sequence[int],
    seconds: Sequence[float] | None,
    thresholds: Thresholds,
) -> PartMeasure:
    told = sum(words[at] for at in mine)
    lasted = None if seconds is None else sum(seconds[at] for at in mine)
    share = _share(told, sum(words))
    if seconds is not None and lasted is not None and sum(seconds) > 0:
        share = lasted / sum(seconds)
    verdict = judge_part(part, told, share, thresholds)
    return PartMeasure(words=told, seconds=lasted, share=share, verdict=verdict)


def _share(some: int, total: int) -> float:
    return some / total if total else 0.0
