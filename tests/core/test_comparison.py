from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.band import Band
from storybuilder.core.comparison import (
    Bearing,
    Comparison,
    PartChange,
    compare,
    off_range_s,
    passages_of,
)
from storybuilder.core.delivery import Delivery, measure_wording
from storybuilder.core.drafted import Drafted
from storybuilder.core.drafts.must_land import Landing, MustLand
from storybuilder.core.findings.finding import Finding, Severity
from storybuilder.core.length import DEFAULT_TARGET, judge_length
from storybuilder.core.parts.part_measure import PartMeasure
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.report import Report
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.core.voice import Span
from tests.builders import report

LINES = (
    "S Our clinic had long queues.",
    "T My task was to halve them.",
    "A I measured every step and moved the check-in online.",
    "R They fell by half.",
)
WORDS = ("we", "by", "12", "%", "from", "40", "to", "minutes", "half", "first", "4.5", "€")
CODES = ("too_long", "long", "setting_high", "missing_result", "result_low", "ownership", "blame")


def compared(before: Report, now: Report) -> Comparison:
    return compare(before, now, Thresholds())


def finding(code: str, severity: Severity = "note") -> Finding:
    return Finding(code=code, severity=severity, message="Do it.", measure="", source="a rule")


def finds(*codes: str, left_out: tuple[str, ...] = ()) -> Report:
    """A take in which these were found, and others that were left out for better advice."""
    return report(
        *LINES,
        findings=tuple(finding(code) for code in codes),
        wanting=frozenset({*codes, *left_out}),
    )


def says(*lines: str) -> Report:
    """A take with the figures that stand in its lines."""
    told = report(*lines)
    return replace(told, quantities=find_quantities(told.text))


def delivered(**fields: object) -> Report:
    return report(*LINES, delivery=replace(measure_wording(""), **fields))  # type: ignore[arg-type]


def lands(landing: Landing | None) -> Report:
    line = MustLand("The model was fine.", landing) if landing else None
    return report(*LINES, drafted=Drafted(said=(), missed=(), changed=(), must_land=line))


def part(of: Part, before: Report, now: Report) -> PartChange:
    return next(one for one in compared(before, now).parts if one.part is of)


def lasting(**seconds: int) -> tuple[str, ...]:
    """One line a part: half a second a word."""
    return tuple(f"{name} " + " ".join(["word"] * (2 * s)) for name, s in seconds.items() if s)


# ---------------------------------------------------------------- what holds for all takes
texts = st.lists(
    st.tuples(
        st.sampled_from("STAR-"),
        st.lists(
            st.sampled_from(WORDS),
            min_size=1,
            max_size=40,
        ),
    ),
    min_size=1,
    max_size=8,
)


@st.composite
def takes(draw: st.DrawFn) -> Report:
    told = says(*(f"{letter} {' '.join(words)}" for letter, words in draw(texts)))
    codes = draw(st.lists(st.sampled_from(CODES), unique=True))
    return replace(
        told,
        length=judge_length(draw(st.floats(1, 1200)), DEFAULT_TARGET, Thresholds()),
        findings=tuple(finding(code) for code in codes),
        wanting=frozenset([*codes, *draw(st.lists(st.sampled_from(CODES)))]),
        delivery=Delivery(
            words_per_minute=draw(st.none() | st.floats(40, 260)),
            fillers=(),
            fillers_per_minute=draw(st.none() | st.floats(0, 30)),
            long_pauses=tuple(Span(at, at + 3) for at in range(draw(st.integers(0, 3)))),
            speaking_share=None,
        ),
    )


@given(takes())
def test_a_take_beside_itself_changes_nothing(one: Report) -> None:
    found = compared(one, one)
    measures = (found.length, found.pace, found.fillers_per_minute, found.long_pauses)
    assert {measure.bearing for measure in measures} <= {"same", None}
    assert {change.bearing for change in found.parts} == {"same"}
    assert (found.longer_s, {change.longer_s for change in found.parts}) == (0, {0})
    assert not any(change.appeared or change.left_out for change in found.parts)
    assert (found.figures_gone, found.figures_new) == ((), ())
    assert (found.findings.gone, found.findings.new) == ((), ())
    assert found.must_land_before == found.must_land_now


OTHER_WAY: dict[Bearing | None, Bearing | None] = {
    "closer": "farther",
    "farther": "closer",
    "same": "same",
    None: None,
}


@given(takes(), takes())
def test_the_other_way_round_all_is_told_the_other_way_round(one: Report, two: Report) -> None:
    there, back = compared(one, two), compared(two, one)
    assert back.longer_s == -there.longer_s
    assert (back.figures_gone, back.figures_new) == (there.figures_new, there.figures_gone)
    assert (back.findings.gone, back.findings.new) == (there.findings.new, there.findings.gone)
    for ahead, behind in zip(there.parts, back.parts, strict=True):
        assert (behind.before, behind.now) == (ahead.now, ahead.before)
        assert behind.bearing == OTHER_WAY[ahead.bearing]
    for measure in ("length", "pace", "fillers_per_minute", "long_pauses"):
        assert getattr(back, measure).bearing == OTHER_WAY[getattr(there, measure).bearing]


@given(takes(), takes())
def test_every_finding_is_at_most_one_of_gone_new_staying_and_left_out(
    one: Report, two: Report
) -> None:
    told = compared(one, two).findings
    codes = [
        found.code
        for group in (told.gone, told.new, told.staying, told.left_out)
        for found in group
    ]
    assert len(codes) == len(set(codes))


@given(takes())
def test_the_passages_of_all_parts_are_the_whole_take(one: Report) -> None:
    found = [passage for which in (*Part, None) for passage in passages_of(one, which)]
    ordered = sorted(found, key=lambda passage: passage.start_char)
    assert "\n".join(one.text[p.start_char : p.end_char] for p in ordered) == one.text
    ends_s = [passage.span.end_s for passage in ordered if passage.span]
    starts_s = [passage.span.start_s for passage in ordered if passage.span]
    assert starts_s[1:] == ends_s[:-1]


# ---------------------------------------------------------------- length
@pytest.mark.parametrize(
    ("before_s", "now_s", "longer_s", "bearing"),
    [
        (204, 180, -24, "closer"),
        (180, 204, 24, "farther"),
        (130, 170, 40, "same"),
        (60, 100, 40, "closer"),
        (240.4, 240.1, 0, "same"),
        (100, 200, 100, "same"),
        (100, 190, 90, "closer"),
    ],
)
def test_the_length_is_told_against_its_target(
    before_s: float, now_s: float, longer_s: int, bearing: Bearing
) -> None:
    takes = [
        report(*LINES, length=judge_length(s, DEFAULT_TARGET, Thresholds()))
        for s in (before_s, now_s)
    ]
    found = compared(*takes)
    assert (found.longer_s, found.length.bearing) == (longer_s, bearing)


def test_each_take_is_held_against_its_own_target() -> None:
    long, short = (
        report(*LINES, length=judge_length(60, target, Thresholds()))
        for target in (DEFAULT_TARGET, Band(45, 75))
    )
    assert compared(long, short).length.bearing == "closer"


# ---------------------------------------------------------------- parts
@pytest.mark.parametrize(
    ("before", "now", "bearing"),
    [
        ({"S": 50, "A": 50}, {"S": 30, "A": 70}, "closer"),
        ({"S": 30, "A": 70}, {"S": 50, "A": 50}, "farther"),
        ({"S": 12, "A": 88}, {"S": 20, "A": 80}, "same"),
        ({"S": 60, "A": 140}, {"S": 61, "A": 139}, "same"),
        ({"S": 60, "A": 140}, {"S": 57, "A": 143}, "closer"),
        ({"S": 26, "A": 74}, {"S": 25, "A": 75}, "closer"),
    ],
)
def test_a_part_moves_against_its_recommended_share(
    before: dict[str, int], now: dict[str, int], bearing: Bearing
) -> None:
    takes = (report(*lasting(**before)), report(*lasting(**now)))
    assert part(Part.SITUATION, *takes).bearing == bearing


def test_takes_of_any_length_are_compared_by_share_and_told_in_seconds() -> None:
    long, short = report(*lasting(S=200, A=600, R=200)), report(*lasting(S=10, A=30, R=10))
    situation = part(Part.SITUATION, long, short)
    assert (situation.longer_s, situation.bearing) == (-190, "same")
    assert (situation.range_before, situation.range_now) == (Band(100, 250), Band(5, 12.5))


def test_a_part_told_in_several_passages_is_one_part() -> None:
    once = report("S a b c d", "A e f g h i j k l", "R m n o p")
    twice = report("S a b c d", "A e f g h", "R m n", "A i j k l", "R o p")
    assert all(change.longer_s == 0 for change in compared(once, twice).parts)
    assert len(passages_of(twice, Part.ACTION)) == 2


@pytest.mark.parametrize(
    ("before", "now", "appeared", "left_out"),
    [
        (LINES[:3], LINES, True, False),
        (LINES, LINES[:3], False, True),
        (LINES, LINES, False, False),
        (LINES[:3], LINES[:3], False, False),
    ],
)
def test_a_part_that_only_one_take_tells_is_known(
    before: tuple[str, ...], now: tuple[str, ...], appeared: bool, left_out: bool
) -> None:
    result = part(Part.RESULT, report(*before), report(*now))
    assert (result.appeared, result.left_out) == (appeared, left_out)


@pytest.mark.parametrize(
    ("seconds", "off_s"),
    [(9.4, -1), (9.6, 0), (25.4, 0), (25.6, 1), (40, 15), (None, -10)],
)
def test_a_part_is_off_its_range_by_the_seconds_that_are_shown(
    seconds: float | None, off_s: int
) -> None:
    measure = PartMeasure(words=9, seconds=seconds, share=0.1, verdict="ok")
    assert off_range_s(measure, Band(10, 25)) == off_s


def test_a_passage_is_heard_up_to_the_first_word_of_the_next() -> None:
    first, last = passages_of(report("S a b", "A c d e", "S f"), Part.SITUATION)
    assert (first.span, last.span) == (Span(0, 1), Span(2.5, 3))


def test_a_passage_of_a_text_has_no_stretch_to_hear() -> None:
    untimed = tuple(replace(one, start_s=None, end_s=None) for one in report(*LINES).sentences)
    assert passages_of(report(*LINES, sentences=untimed), Part.TASK)[0].span is None


# ---------------------------------------------------------------- figures
@pytest.mark.parametrize(
    ("before", "now", "gone", "new"),
    [
        ("R It fell by 12 %.", "R It fell by 15 %.", ("12 %",), ("15 %",)),
        ("R It fell by 12 %.", "R It fell.", ("12 %",), ()),
        ("R It fell by 12 %.", "R It fell by twelve percent.", (), ()),
        ("R It served about four hundred people.", "R It served 412 people.", (), ()),
        ("R It fell by 12 %, yes 12 %.", "R It fell.", ("12 %",), ()),
        ("R It fell to 8 %.", "R It fell from 19 % to 8 %.", (), ("19 % to 8 %",)),
    ],
)
def test_figures_that_one_take_alone_says_are_told(
    before: str, now: str, gone: tuple[str, ...], new: tuple[str, ...]
) -> None:
    found = compared(says(before), says(now))
    assert [len(found.figures_gone), len(found.figures_new)] == [len(gone), len(new)]
    assert all(told in said for told, said in zip(gone, found.figures_gone, strict=True))
    assert all(told in said for told, said in zip(new, found.figures_new, strict=True))


# ---------------------------------------------------------------- findings, line and fix
@pytest.mark.parametrize(
    ("before", "now", "fates"),
    [
        (finds("blame"), finds(), {"gone": "blame"}),
        (finds(), finds("blame"), {"new": "blame"}),
        (finds("blame"), finds("blame"), {"staying": "blame"}),
        (finds(left_out=("blame",)), finds("blame"), {"staying": "blame"}),
        (finds("blame"), finds(left_out=("blame",)), {"left_out": "blame"}),
        (finds("too_long"), finds("long"), {"staying": "long"}),
        (finds("long"), finds("too_long"), {"staying": "too_long"}),
        (finds("long"), finds(left_out=("too_long",)), {"left_out": "long"}),
    ],
)
def test_findings_go_come_or_stay(before: Report, now: Report, fates: dict[str, str]) -> None:
    told = compared(before, now).findings
    fields = ("gone", "new", "staying", "left_out")
    found = {fate: [one.code for one in getattr(told, fate)] for fate in fields}
    assert found == {fate: [fates[fate]] if fate in fates else [] for fate in fields}


def test_a_rule_that_lacks_its_part_is_not_said_to_be_mended() -> None:
    short = replace(finds("missing_result"), parts=report(*LINES[:3]).parts)
    told = compared(finds("result_low"), short).findings
    assert [found.code for found in told.gone] == []


def test_what_went_well_is_no_finding_that_went_or_came() -> None:
    well = report(*LINES, findings=(finding("good_pace", "good"),))
    told = compared(report(*LINES), well).findings
    assert (told.gone, told.new, told.staying, told.left_out) == ((), (), (), ())


@pytest.mark.parametrize(
    ("before", "now"), [("said", "not_said"), ("not_said", "differently"), (None, "said")]
)
def test_the_must_land_line_is_told_of_both(before: Landing | None, now: Landing) -> None:
    found = compared(lands(before), lands(now))
    assert (found.must_land_before, found.must_land_now) == (before, now)
    assert compared(report(*LINES), lands(now)).must_land_before is None


def test_the_fix_of_the_earlier_take_is_followed_up() -> None:
    before = report(*LINES, findings=(finding("blame", "fix"),), wanting=frozenset({"blame"}))
    followed = compared(before, report(*LINES)).fix
    assert followed is not None
    assert followed.done
    assert compared(report(*LINES), before).fix is None


# ---------------------------------------------------------------- how it was said
@pytest.mark.parametrize(
    ("before", "now", "bearing"),
    [
        (200.0, 180.0, "closer"),
        (130.0, 165.0, "same"),
        (150.0, 100.0, "farther"),
        (None, 150.0, None),
        (200.0, 199.0, "same"),
    ],
)
def test_the_pace_moves_against_its_good_range(
    before: float | None, now: float | None, bearing: Bearing | None
) -> None:
    pace = compared(delivered(words_per_minute=before), delivered(words_per_minute=now)).pace
    assert (pace.before, pace.now, pace.bearing) == (before, now, bearing)


def test_fewer_fillers_and_pauses_are_closer() -> None:
    pause = Span(2, 5)
    found = compared(
        delivered(fillers_per_minute=9.0, long_pauses=(pause, pause)),
        delivered(fillers_per_minute=6.0, long_pauses=(pause,)),
    )
    assert (found.fillers_per_minute.bearing, found.long_pauses.bearing) == ("closer", "closer")
    assert (found.long_pauses.before, found.long_pauses.now) == (2, 1)
    untimed = compared(report(*LINES, duration_s=None), report(*LINES)).long_pauses
    assert (untimed.before, untimed.bearing) == (None, None)
