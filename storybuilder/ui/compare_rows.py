"""What the screen of two takes says, decided without drawing it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from storybuilder.core.comparison import Bearing, Comparison, Measures, PartChange
from storybuilder.core.drafts.must_land import Landing
from storybuilder.core.follow_up import FollowUp
from storybuilder.core.story import Part
from storybuilder.ui.compare_pair import Names
from storybuilder.ui.labels import NO_BREAK, clock, listed, number_word
from storybuilder.ui.report_rows import FindingRow, FollowUpRow, PartTime, finding_rows

UNKNOWN = "–"
_LANDINGS: dict[Landing, str] = {
    "said": "said",
    "differently": "said in other words",
    "not_said": "not said",
}
_OPEN_CLOCK_S = 100
"""From here on a difference is told in minutes and seconds."""


@dataclass(frozen=True, slots=True)
class PairedPart:
    """One part of both takes, and what became of it in words."""

    before: PartTime
    now: PartTime
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """One measure of both takes, as it is shown; `change` is empty where nothing changed."""

    name: str
    before: str
    now: str
    change: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings with one fate."""

    name: str
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class LandingRow:
    """What both takes did with the must-land line."""

    line: str
    words: str
    landed: bool
    """Whether the later take says it."""


def sentence(words: str) -> str:
    """The words with a capital letter."""
    return f"{words[:1].upper()}{words[1:]}"


def amount(seconds: float) -> str:
    """A difference in time: "24 s", "19 min 12 s"."""
    whole = abs(round(seconds))
    if whole < _OPEN_CLOCK_S:
        return f"{whole}{NO_BREAK}s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes}{NO_BREAK}min" + (f"{NO_BREAK}{rest}{NO_BREAK}s" if rest else "")


# ---------------------------------------------------------------- the news
def news(found: Comparison, names: Names) -> str:
    """The title: how the length changed, and the one thing that changed most."""
    now, more = sentence(names.now), found.longer_s
    if more == 0:
        length = f"{now} is as long as {names.before}"
    else:
        length = f"{now} is {amount(more)} {'longer' if more > 0 else 'shorter'}"
    matter = _matter(found, names)
    return f"{length}; {matter}." if matter else f"{length}."


def _matter(found: Comparison, names: Names) -> str:
    appeared = [one.part.value for one in found.parts if one.appeared]
    left_out = [one.part.value for one in found.parts if one.left_out]
    if appeared or left_out:
        pieces = [_told(appeared, "told now"), _told(left_out, "left out now")]
        return ", ".join(piece for piece in pieces if piece)
    if found.fix is not None and found.fix.done:
        return f"the fix of {names.before} is done"
    landed = _landed(found)
    if landed is not None:
        return f"the must-land line is {'said now' if landed else 'not said any more'}"
    return _findings_told(found) or _moved(found.parts)


def _told(parts: list[str], fate: str) -> str:
    verb = "is" if len(parts) == 1 else "are"
    return f"the {listed(parts)} {verb} {fate}" if parts else ""


def _landed(found: Comparison) -> bool | None:
    """True and False where only the later, only the earlier take says the must-land line."""
    before, now = found.must_land_before, found.must_land_now
    if before is None or now is None or (before == "not_said") == (now == "not_said"):
        return None
    return now != "not_said"


def _findings_told(found: Comparison) -> str:
    gone, new = len(found.findings.gone), len(found.findings.new)
    words = [_counted(gone, "mended"), _counted(new, "new")]
    return ", ".join(word for word in words if word)


def _counted(many: int, fate: str) -> str:
    verb = "is" if many == 1 else "are"
    noun = "finding" if many == 1 else "findings"
    return f"{number_word(many).lower()} {noun} {verb} {fate}" if many else ""


def _moved(parts: Sequence[PartChange]) -> str:
    moved = sorted(
        (one for one in parts if one.bearing != "same"),
        key=lambda one: (one.bearing != "closer", -abs(one.longer_s)),
    )
    if not moved:
        return ""
    way = "closer to" if moved[0].bearing == "closer" else "farther from"
    return f"the {moved[0].part.value} is {way} its range"


# ---------------------------------------------------------------- rows
def paired_parts(parts: Iterable[PartChange]) -> tuple[PairedPart, ...]:
    """The four parts of both takes, each over its own range."""
    return tuple(
        PairedPart(
            before=PartTime(
                part=one.part.value,
                seconds=one.before.seconds or 0.0,
                low_s=one.range_before.low_s,
                high_s=one.range_before.high_s,
            ),
            now=PartTime(
                part=one.part.value,
                seconds=one.now.seconds or 0.0,
                low_s=one.range_now.low_s,
                high_s=one.range_now.high_s,
            ),
            change=part_change(one),
        )
        for one in parts
    )


def part_change(one: PartChange) -> str:
    """What became of a part: "14 s shorter, closer"."""
    if one.appeared:
        return "told now"
    if not one.now.present:
        return "left out now" if one.left_out else "in neither"
    way = "" if one.bearing == "same" else f", {one.bearing}"
    if one.longer_s == 0:
        return f"as long{way}"
    return f"{amount(one.longer_s)} {'longer' if one.longer_s > 0 else 'shorter'}{way}"


def delivery_rows(found: Comparison) -> tuple[MeasureRow, ...]:
    """Pace, fillers and pauses; what is unknown of both is left out."""
    rows = (
        (found.pace, "Words a minute", "{:.0f}", _to_range),
        (found.fillers_per_minute, "Fillers a minute", "{:.1f}", _fewer),
        (found.long_pauses, "Long pauses", "{:.0f}", _fewer),
    )
    return tuple(
        MeasureRow(
            name=name,
            before=_figure(measures.before, form),
            now=_figure(measures.now, form),
            change=told(measures, form),
        )
        for measures, name, form, told in rows
        if not (measures.before is None and measures.now is None)
    )


def _figure(value: float | None, form: str) -> str:
    return UNKNOWN if value is None else form.format(value).removesuffix(".0")


def _to_range(measures: Measures, _: str) -> str:
    ways: dict[Bearing | None, str] = {"closer": "closer", "farther": "farther"}
    return ways.get(measures.bearing, "")


def _fewer(measures: Measures, form: str) -> str:
    if measures.before is None or measures.now is None:
        return ""
    if _figure(measures.before, form) == _figure(measures.now, form):
        return ""
    return "fewer" if measures.now < measures.before else "more"


def finding_groups(found: Comparison, names: Names) -> tuple[FindingGroup, ...]:
    """What was mended, what came and what stays, without what stands elsewhere.

    That are the fix of the earlier take and the must-land line, which have their own place.
    """
    elsewhere = {found.fix.fix.code, "must_land_missing"} if found.fix else {"must_land_missing"}
    told = found.findings
    gone, new, staying, left_out = (
        finding_rows(one for one in group if one.code not in elsewhere)
        for group in (told.gone, told.new, told.staying, told.left_out)
    )
    mended = (replace(row, severity="good") for row in gone)
    groups = (
        (f"Mended since {names.before}", tuple(_of(row, names.before) for row in mended)),
        (f"New in {names.now}", tuple(_of(row) for row in new)),
        (
            "Still there",
            tuple([_of(row) for row in staying] + [_of(row, names.before) for row in left_out]),
        ),
    )
    return tuple(FindingGroup(name, rows) for name, rows in groups if rows)


def _of(row: FindingRow, name: str = "") -> FindingRow:
    """Without its second, which does not say of which take it is; figures of the earlier one do."""
    return replace(row, at="", measure=f"In {name}: {row.measure}" if name else row.measure)


def fix_row(told: FollowUp, names: Names) -> FollowUpRow:
    """Whether the later take did what was asked after the earlier one."""
    label = f"The fix of {names.before}: {'done' if told.done else 'not yet'}"
    message = told.fix.message
    figures = f"{told.before} before, now {told.now}" if told.before else ""
    return FollowUpRow(
        done=told.done,
        label=label,
        message=message,
        measure=f"{told.before} → {told.now}" if told.before else "",
        spoken=". ".join(said for said in (label, message.rstrip("."), figures) if said) + ".",
    )


def landing_row(found: Comparison, line: str, names: Names) -> LandingRow | None:
    """The must-land line; None where it was not compared in either take."""
    before, now = found.must_land_before, found.must_land_now
    if not line or (before is None and now is None):
        return None
    landed = now in ("said", "differently")
    if before == now and now is not None:
        words = "Not said in either" if now == "not_said" else f"{sentence(_LANDINGS[now])} in both"
        return LandingRow(line, words, landed)
    told = [
        f"{_LANDINGS[how]} in {name}"
        for how, name in ((before, names.before), (now, names.now))
        if how
    ]
    return LandingRow(line, sentence(", ".join(told)), landed)


def figure_rows(found: Comparison, names: Names) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Figures that only one take says, under its name."""
    rows = ((names.before, found.figures_gone), (names.now, found.figures_new))
    return tuple((f"Only in {name}", figures) for name, figures in rows if figures)


def not_told(part: Part | None, name: str) -> str:
    """What stands where a take told nothing of a part."""
    return f"No other talk in {name}." if part is None else f"Not told in {name}."


def stretch_words(name: str, part: str, start_s: float, end_s: float) -> str:
    """What a screen reader is told of a stretch: "situation of take 2, 0:00 to 0:24"."""
    what = "other talk" if part == "other" else part
    return f"{what} of {name}, {clock(start_s)} to {clock(end_s)}"
