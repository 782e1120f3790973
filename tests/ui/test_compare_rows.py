from dataclasses import replace

import pytest

from storybuilder.core.comparison import Bearing, Comparison, FindingChanges, Measures, compare
from storybuilder.core.drafts.must_land import Landing
from storybuilder.core.findings.finding import Finding
from storybuilder.core.follow_up import FollowUp
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.ui.compare_pair import Names
from storybuilder.ui.compare_rows import (
    LandingRow,
    amount,
    delivery_rows,
    figure_rows,
    finding_groups,
    fix_row,
    landing_row,
    news,
    not_told,
    paired_parts,
    part_change,
    stretch_words,
)
from tests.builders import report

NAMES = Names("take 2", "take 3")
WHOLE = ("S a b c d", "T a b", "A a b c d e f g h i j k l", "R a b c d")
FIX = Finding(code="blame", severity="fix", message="Own it.", measure="", source="a rule")
NOTE = replace(FIX, code="hedges", severity="note", message="Say it.", measure="3 hedges")
NONE = FindingChanges(gone=(), new=(), staying=(), left_out=())


def found(
    before: tuple[str, ...] = WHOLE, now: tuple[str, ...] = WHOLE, **fields: object
) -> Comparison:
    told = compare(report(*before), report(*now), Thresholds())
    return replace(told, **{"findings": NONE, **fields})  # type: ignore[arg-type]


def lasting(before_s: float, now_s: float) -> Measures:
    return Measures(before=before_s, now=now_s, bearing="same")


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def followed(done: bool) -> FollowUp:
    return FollowUp(fix=FIX, before="0", now="2 figures", done=done)


# ---------------------------------------------------------------- the news
@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (24, "24 s"),
        (-24, "24 s"),
        (99, "99 s"),
        (100, "1 min 40 s"),
        (1152, "19 min 12 s"),
        (120, "2 min"),
    ],
)
def test_a_difference_in_time_is_told_as_people_say_it(seconds: float, words: str) -> None:
    assert plain(amount(seconds)) == words


@pytest.mark.parametrize(
    ("before_s", "now_s", "start"),
    [
        (204, 180, "Take 3 is 24 s shorter"),
        (180, 204, "Take 3 is 24 s longer"),
        (180.4, 179.6, "Take 3 is as long as take 2"),
    ],
)
def test_the_title_starts_with_the_length(before_s: float, now_s: float, start: str) -> None:
    assert plain(news(found(length=lasting(before_s, now_s)), NAMES)) == f"{start}."


@pytest.mark.parametrize(
    ("told", "matter"),
    [
        (found(WHOLE[:3], WHOLE), "the result is told now"),
        (found(WHOLE[2:3], WHOLE), "the situation, task and result are told now"),
        (found(WHOLE, WHOLE[:3]), "the result is left out now"),
        (found(WHOLE[:3], WHOLE[1:]), "the result is told now, the situation is left out now"),
        (found(fix=followed(True)), "the fix of take 2 is done"),
        (
            found(must_land_before="not_said", must_land_now="differently"),
            "the must-land line is said now",
        ),
        (
            found(must_land_before="said", must_land_now="not_said"),
            "the must-land line is not said any more",
        ),
        (
            found(findings=replace(NONE, gone=(FIX, NOTE))),
            "two findings are mended",
        ),
        (
            found(findings=replace(NONE, gone=(FIX,), new=(NOTE,))),
            "one finding is mended, one finding is new",
        ),
        (
            found(("S a b c d", *WHOLE[1:]), ("S a b c d e f g h i j", *WHOLE[1:])),
            "the situation is farther from its range",
        ),
    ],
)
def test_the_title_goes_on_with_what_changed_most(told: Comparison, matter: str) -> None:
    assert news(told, NAMES).split("; ")[1:] == [f"{matter}."]


@pytest.mark.parametrize(
    ("before", "now"), [("said", "differently"), (None, "said"), ("said", None), ("said", "said")]
)
def test_a_line_said_in_both_or_in_one_draft_only_is_no_news(
    before: Landing | None, now: Landing | None
) -> None:
    told = found(fix=followed(False), must_land_before=before, must_land_now=now)
    assert news(told, NAMES) == "Take 3 is as long as take 2."


# ---------------------------------------------------------------- parts
@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("S a b c d", "S a b c d", "as long"),
        ("S a b c d", "S a b c d e f g h i j k l", "4 s longer, farther"),
        ("S a b c d e f g h i j k l", "S a b c d", "4 s shorter, closer"),
        ("- a", "S a b c d", "told now"),
        ("S a b c d", "- a", "left out now"),
        ("- a", "- a", "in neither"),
    ],
)
def test_what_became_of_a_part_is_told_in_words(before: str, now: str, words: str) -> None:
    told = found((before, *WHOLE[1:]), (now, *WHOLE[1:]))
    assert plain(part_change(told.parts[0])) == words


def test_each_part_has_the_seconds_and_ranges_of_both_takes() -> None:
    situation = paired_parts(found(now=("S a b", *WHOLE[1:])).parts)[0]
    assert (situation.before.seconds, situation.now.seconds) == (2.0, 1.0)
    assert (situation.before.high_s, situation.now.high_s) == pytest.approx((2.75, 2.5))


def test_a_part_that_is_not_told_lasts_no_time() -> None:
    assert paired_parts(found(WHOLE[1:]).parts)[0].before.seconds == 0


# ---------------------------------------------------------------- how it was said
def measured(before: float | None, now: float | None, bearing: Bearing | None) -> Measures:
    return Measures(before=before, now=now, bearing=bearing)


UNKNOWN = measured(None, None, None)


@pytest.mark.parametrize(
    ("name", "measures", "row"),
    [
        ("pace", measured(200, 171.4, "closer"), ("200", "171", "closer")),
        ("pace", measured(130, 150, "same"), ("130", "150", "")),
        ("pace", measured(None, 150, None), ("–", "150", "")),
        ("fillers_per_minute", measured(6.2, 3.04, "closer"), ("6.2", "3", "fewer")),
        ("fillers_per_minute", measured(2.0, 3.5, "same"), ("2", "3.5", "more")),
        ("fillers_per_minute", measured(3.01, 3.02, "same"), ("3", "3", "")),
        ("fillers_per_minute", measured(3.0, None, None), ("3", "–", "")),
        ("long_pauses", measured(2, 0, "closer"), ("2", "0", "fewer")),
    ],
)
def test_pace_fillers_and_pauses_are_told_of_both(
    name: str, measures: Measures, row: tuple[str, str, str]
) -> None:
    told = {"pace": UNKNOWN, "fillers_per_minute": UNKNOWN, "long_pauses": UNKNOWN, name: measures}
    (shown,) = delivery_rows(replace(found(), **told))  # type: ignore[arg-type]
    assert (shown.before, shown.now, shown.change) == row


# ---------------------------------------------------------------- findings, line and figures
def test_findings_stand_under_their_fate() -> None:
    new, staying, hidden = (replace(NOTE, code=code) for code in ("new", "staying", "hidden"))
    changes = FindingChanges(gone=(NOTE,), new=(new,), staying=(staying,), left_out=(hidden,))
    groups = finding_groups(found(findings=changes), NAMES)
    assert {group.name: [row.measure for row in group.rows] for group in groups} == {
        "Mended since take 2": ["In take 2: 3 hedges"],
        "New in take 3": ["3 hedges"],
        "Still there": ["3 hedges", "In take 2: 3 hedges"],
    }
    assert [row.severity for group in groups for row in group.rows] == ["good"] + 3 * ["note"]


def test_a_finding_of_one_of_two_takes_has_no_second_to_listen_to() -> None:
    changes = replace(NONE, new=(replace(NOTE, at_s=12.0),))
    assert finding_groups(found(findings=changes), NAMES)[0].rows[0].at == ""


def test_the_must_land_line_is_not_told_twice() -> None:
    changes = replace(NONE, new=(replace(NOTE, code="must_land_missing"),))
    assert finding_groups(found(findings=changes), NAMES) == ()


@pytest.mark.parametrize("done", [True, False])
def test_the_fix_of_the_earlier_take_is_not_told_twice(done: bool) -> None:
    changes = replace(NONE, gone=(FIX,) * done, staying=(FIX,) * (not done))
    assert finding_groups(found(findings=changes, fix=followed(done)), NAMES) == ()


@pytest.mark.parametrize(
    ("done", "spoken"),
    [
        (True, "The fix of take 2: done. Own it. 0 before, now 2 figures."),
        (False, "The fix of take 2: not yet. Own it. 0 before, now 2 figures."),
    ],
)
def test_the_fix_of_the_earlier_take_says_what_became_of_it(done: bool, spoken: str) -> None:
    row = fix_row(followed(done), NAMES)
    assert (row.done, row.spoken, row.measure) == (done, spoken, "0 → 2 figures")
    assert fix_row(replace(followed(done), before=""), NAMES).measure == ""


@pytest.mark.parametrize(
    ("before", "now", "words", "landed"),
    [
        ("said", "said", "Said in both", True),
        ("not_said", "not_said", "Not said in either", False),
        ("not_said", "differently", "Not said in take 2, said in other words in take 3", True),
        ("said", None, "Said in take 2", False),
        (None, "said", "Said in take 3", True),
    ],
)
def test_the_must_land_line_is_told_of_both(
    before: Landing | None, now: Landing | None, words: str, landed: bool
) -> None:
    told = found(must_land_before=before, must_land_now=now)
    assert landing_row(told, "We won.", NAMES) == LandingRow("We won.", words, landed)


def test_without_a_must_land_line_nothing_is_said_of_it() -> None:
    assert landing_row(found(), "", NAMES) is None
    assert landing_row(found(), "We won.", NAMES) is None


def test_figures_of_one_take_alone_stand_under_its_name() -> None:
    told = found(figures_gone=("12 %",), figures_new=("15 %", "3 weeks"))
    assert figure_rows(told, NAMES) == (
        ("Only in take 2", ("12 %",)),
        ("Only in take 3", ("15 %", "3 weeks")),
    )
    assert figure_rows(found(), NAMES) == ()


def test_what_a_take_does_not_tell_is_said_and_a_stretch_has_a_spoken_name() -> None:
    assert not_told(Part.TASK, "take 2") == "Not told in take 2."
    assert not_told(None, "take 2") == "No other talk in take 2."
    assert stretch_words("take 2", "task", 0, 24) == "task of take 2, 0:00 to 0:24"
    assert stretch_words("take 2", "other", 0, 24) == "other talk of take 2, 0:00 to 0:24"
