"""Findings about a take against its draft: figures changed or left out, the must-land line."""

from collections.abc import Iterator, Sequence

from storybuilder.core.findings.figure import counted
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.quote import named, quote
from storybuilder.core.story import Part
from storybuilder.core.threshold import DRAFT_SOURCE


def find_changed_figures(measured: Measured) -> Iterator[Finding]:
    """Figures that were said differently from how they were drafted."""
    for change in measured.drafted.changed if measured.drafted else ():
        yield Finding(
            code="figure_changed",
            severity="fix",
            message=f"You wrote {quote(change.drafted)} and said {quote(change.said)}: check "
            "which is right.",
            measure=f"Drafted {change.drafted}, said {change.said}",
            evidence=((change.start_char, change.start_char + len(change.said)),),
            source=DRAFT_SOURCE,
            at_s=measured.second_at(change.start_char),
        )


def find_must_land_missing(measured: Measured) -> Iterator[Finding]:
    """The one line that was to be remembered was not said, nor anything like it."""
    line = measured.drafted.must_land if measured.drafted else None
    if line is None or line.landing != "not_said":
        return
    yield Finding(
        code="must_land_missing",
        severity="note",
        message=f"Know {quote(line.drafted, _LONGEST_LINE)} by heart: it is the line to land.",
        measure="Nothing like your must-land line was said",
        source=DRAFT_SOURCE,
    )


_LONGEST_LINE = 120
"""Characters: the line is shown whole, as it is to be learned."""


def find_missed_figures(measured: Measured) -> Iterator[Finding]:
    """Figures of the drafted result that were left out, then those of the other parts."""
    if measured.drafted is None:
        return
    of_result = measured.drafted.missed_of_result
    rest = [figure for figure in measured.drafted.missed if figure not in of_result]
    if of_result:
        yield _missed("result_figures_missed", of_result, "result", measured)
    if rest:
        yield _missed("figures_missed", rest, "draft", measured)


def _missed(code: str, figures: Sequence[str], where: str, measured: Measured) -> Finding:
    told = where == Part.RESULT
    return Finding(
        code=code,
        severity="note",
        message=f"Bring back {named(figures)} from your {where}.",
        measure=f"{counted(len(figures), 'figure')} of your {where} not said: {', '.join(figures)}",
        evidence=measured.spans(Part.RESULT) if told else (),
        source=DRAFT_SOURCE,
        at_s=measured.start_of(Part.RESULT) if told else None,
    )
