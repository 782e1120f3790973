"""Follow-up: whether a take did what the report of the take before asked for.

The fix is known again by its code. It is done when the same rule finds nothing any more, be it told
or left out for more valuable advice, and what the rule needs in order to judge was there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from storybuilder.core.findings.figure import clock, counted, percent, rate
from storybuilder.core.findings.finding import Finding
from storybuilder.core.report import Report
from storybuilder.core.story import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The fix of the take before, and what became of it."""

    fix: Finding
    before: str
    """What was measured then, without its unit: "0"; empty where there is no measure."""
    now: str
    """The same of this take, with its unit: "2 figures in the result"."""
    done: bool


Told = Callable[[Report], tuple[str, str]]
"""One measure of a report, without its unit and with it."""

_SHORT, _LONG = frozenset({"too_short", "short"}), frozenset({"too_long", "long"})
_RULES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_SHORT, _SHORT),
    **dict.fromkeys(_LONG, _LONG),
}
"""Codes of one rule, which finds less of the same as a note."""
_NEEDS: Mapping[str, Part] = {
    "result_not_quantified": Part.RESULT,
    "result_low": Part.RESULT,
    "action_low": Part.ACTION,
    "ownership": Part.ACTION,
}
"""Parts without which a rule finds nothing, however the answer was told."""


def follow_up(before: Report, now: Report) -> FollowUp | None:
    """What became of the fix of the take before; None if it had none or nothing can be said."""
    fix = before.fix
    done = mended(fix, before, now) if fix else None
    if fix is None or done is None:
        return None
    told = _measure_of(fix)
    return FollowUp(fix=fix, before=told(before)[0], now=told(now)[1], done=done)


def mended(finding: Finding, mine: Report, other: Report) -> bool | None:
    """Whether the rule of a finding of `mine` finds nothing in another take.

    None if that has no answer. A changed figure that the other take leaves out is not put right.
    """
    if not other.sentences or not _can_be_judged(finding, other):
        return None
    if finding.code == "figure_changed" and _changed_figures(mine) & _missed_figures(other):
        return False
    return _is_done(finding, other)


def _changed_figures(report: Report) -> set[str]:
    return {change.drafted for change in report.drafted.changed} if report.drafted else set()


def _missed_figures(report: Report) -> set[str]:
    return set(report.drafted.missed) if report.drafted else set()


def codes_of_rule(code: str) -> frozenset[str]:
    """All codes of the rule behind a code: what is too long in one take is long in the next."""
    return _RULES.get(code, frozenset({code}))


def _can_be_judged(fix: Finding, now: Report) -> bool:
    if fix.code == "fillers":
        return now.delivery.fillers_per_minute is not None
    return fix.code != "figure_changed" or now.drafted is not None


def _is_done(fix: Finding, now: Report) -> bool:
    if codes_of_rule(fix.code) & now.wanting:
        return False
    if fix.code == "ownership" and now.ownership.we > now.ownership.i:
        return False  # too few of either for the rule, which then keeps silent
    return _NEEDS.get(fix.code) not in now.missing


def _measure_of(fix: Finding) -> Told:
    """How the matter of a fix is measured in any report; some matters have no figure."""
    if fix.code.startswith("missing_"):
        part = Part(fix.code.removeprefix("missing_"))
        return lambda report: _counted(report.parts[part].words, "word", f"of {part}")
    return _TOLD.get(fix.code, lambda report: ("", ""))


def _counted(many: int, noun: str, where: str) -> tuple[str, str]:
    return str(many), f"{counted(many, noun)} {where}"


def _length(report: Report) -> tuple[str, str]:
    length = clock(report.length.seconds)
    return length, length


def _share(*parts: Part) -> Told:
    def told(report: Report) -> tuple[str, str]:
        share = percent(sum(report.parts[part].share for part in parts))
        return share, f"{share} for {' and '.join(parts)}"

    return told


def _figures(report: Report) -> tuple[str, str]:
    many = sum(one.is_result for one in report.quantities)
    return _counted(many, "figure", "for the result")


def _actors(report: Report) -> tuple[str, str]:
    actors = f"I {report.ownership.i}, we {report.ownership.we}"
    return actors, actors


def _fillers(report: Report) -> tuple[str, str]:
    per_minute = report.delivery.fillers_per_minute
    known = "" if per_minute is None else rate(per_minute)
    return known, f"{known} fillers a minute"


def _changed(report: Report) -> tuple[str, str]:
    many = len(report.drafted.changed) if report.drafted else 0
    return _counted(many, "figure", "not as drafted")


_TOLD: Mapping[str, Told] = {
    "result_not_quantified": _figures,
    "too_short": _length,
    "too_long": _length,
    "setting_high": _share(Part.SITUATION, Part.TASK),
    "action_low": _share(Part.ACTION),
    "result_low": _share(Part.RESULT),
    "ownership": _actors,
    "fillers": _fillers,
    "figure_changed": _changed,
}
