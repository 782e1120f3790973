import pytest

from storybuilder.core.delivery import Delivery, measure_wording
from storybuilder.core.drafted import Change, Drafted
from storybuilder.core.findings.figure import NO_BREAK
from storybuilder.core.findings.finding import Finding, Severity
from storybuilder.core.follow_up import FollowUp, follow_up
from storybuilder.core.length import DEFAULT_TARGET, judge_length
from storybuilder.core.ownership import Ownership
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.report import Report
from storybuilder.core.threshold import Thresholds
from tests.builders import report

LINES = (
    "S Our clinic had long queues.",
    "T My task was to halve them.",
    "A I measured every step.",
    "R They fell by half.",
)


def finding(code: str, severity: Severity = "fix") -> Finding:
    return Finding(code=code, severity=severity, message="Do it.", measure="", source="a rule")


def take(*found: Finding, lines: tuple[str, ...] = LINES, **fields: object) -> Report:
    wanting = frozenset(one.code for one in found if one.severity != "good")
    return report(*lines, **{"findings": found, "wanting": wanting, **fields})


def followed(code: str, now: Report, before: Report | None = None) -> FollowUp:
    told = follow_up(before or take(finding(code)), now)
    assert told is not None
    return told


def measures(told: FollowUp) -> tuple[str, str]:
    return told.before, told.now.replace(NO_BREAK, " ")


# ---------------------------------------------------------------- done or not
@pytest.mark.parametrize(
    ("found", "done"),
    [
        ((), True),
        ((finding("ownership"),), True),
        ((finding("setting_high"),), False),
        ((finding("ownership"), finding("setting_high", "note")), False),
        ((finding("setting_high", "good"),), True),
    ],
)
def test_a_fix_is_done_when_its_rule_finds_nothing_any_more(
    found: tuple[Finding, ...], done: bool
) -> None:
    assert followed("setting_high", take(*found)).done is done


def test_what_was_left_out_for_better_advice_is_not_done() -> None:
    now = take(finding("ownership"), wanting=frozenset({"ownership", "setting_high"}))
    assert not followed("setting_high", now).done


@pytest.mark.parametrize(
    ("then", "now", "done"),
    [
        ("too_short", "short", False),
        ("too_long", "long", False),
        ("too_long", "short", True),
        ("missing_result", "result_not_quantified", True),
        ("missing_task", "thin_task", True),
    ],
)
def test_less_of_the_same_is_not_done_yet(then: str, now: str, done: bool) -> None:
    assert followed(then, take(finding(now, "note"))).done is done


@pytest.mark.parametrize(
    ("code", "without"),
    [("result_not_quantified", "R"), ("result_low", "R"), ("action_low", "A"), ("ownership", "A")],
)
def test_what_a_rule_needs_must_be_told_before_its_fix_is_done(code: str, without: str) -> None:
    left = tuple(line for line in LINES if line[0] != without)
    assert not followed(code, take(lines=left)).done
    assert followed(code, take()).done


@pytest.mark.parametrize(("we", "done"), [(1, True), (2, False)])
def test_too_few_i_and_we_for_the_rule_count_as_done_only_with_i_in_front(
    we: int, done: bool
) -> None:
    assert followed("ownership", take(ownership=Ownership(i=1, we=we))).done is done


@pytest.mark.parametrize("severity", ["note", "good"])
def test_a_take_before_that_had_no_fix_asks_for_nothing(severity: Severity) -> None:
    assert follow_up(take(finding("setting_high", severity)), take()) is None


def test_of_a_take_without_a_sentence_nothing_is_said() -> None:
    assert follow_up(take(finding("setting_high")), take(lines=())) is None


def test_fillers_in_too_short_a_take_are_not_called_done() -> None:
    assert follow_up(take(finding("fillers")), take()) is None


def test_figures_are_not_followed_up_without_a_draft() -> None:
    assert follow_up(take(finding("figure_changed")), take()) is None


# ---------------------------------------------------------------- its measure, then and now
def test_a_missing_part_is_measured_in_words() -> None:
    before = take(finding("missing_result"), lines=LINES[:3])
    assert measures(followed("missing_result", take(), before)) == ("0", "4 words of result")


def test_a_result_is_measured_in_figures() -> None:
    quantities = tuple(one for one in find_quantities("We went from 40 to 15 minutes.", (), None))
    assert quantities
    told = followed("result_not_quantified", take(quantities=quantities))
    assert measures(told) == ("0", "0 figures for the result")


def test_length_is_measured_on_the_clock() -> None:
    before = take(finding("too_long"), length=judge_length(271, DEFAULT_TARGET, Thresholds()))
    now = take(length=judge_length(170, DEFAULT_TARGET, Thresholds()))
    assert measures(followed("too_long", now, before)) == ("4:31", "2:50")


def test_a_split_is_measured_in_shares() -> None:
    told = followed("setting_high", take())
    assert told.before.replace(NO_BREAK, " ") == "58 %"
    assert measures(told)[1] == "58 % for situation and task"


def test_ownership_is_measured_in_i_and_we() -> None:
    before = take(finding("ownership"), ownership=Ownership(i=2, we=6))
    now = take(ownership=Ownership(i=7, we=1))
    assert measures(followed("ownership", now, before)) == ("I 2, we 6", "I 7, we 1")


def spoken_with(fillers_per_minute: float) -> Delivery:
    silent = measure_wording("")
    return Delivery(
        words_per_minute=120.0,
        fillers=silent.fillers,
        fillers_per_minute=fillers_per_minute,
        long_pauses=(),
        speaking_share=None,
    )


def test_fillers_are_measured_a_minute() -> None:
    before = take(finding("fillers"), delivery=spoken_with(9.13))
    now = take(delivery=spoken_with(4.0))
    assert measures(followed("fillers", now, before)) == ("9.1", "4 fillers a minute")


def test_changed_figures_are_counted() -> None:
    none = Drafted(said=(), missed=(), changed=())
    told = followed("figure_changed", take(drafted=none))
    assert measures(told) == ("0", "0 figures not as drafted")


@pytest.mark.parametrize("code", ["no_event", "happened_long_ago", "a_rule_of_tomorrow"])
def test_some_matters_have_no_figure(code: str) -> None:
    assert measures(followed(code, take())) == ("", "")


@pytest.mark.parametrize(("missed", "done"), [((), True), (("15 %",), False), (("9 %",), True)])
def test_a_changed_figure_that_is_left_out_now_is_not_put_right(
    missed: tuple[str, ...], done: bool
) -> None:
    change = Change("15 %", "50 %", 0)
    before = take(finding("figure_changed"), drafted=Drafted(said=(), missed=(), changed=(change,)))
    now = take(drafted=Drafted(said=(), missed=missed, changed=()))
    assert followed("figure_changed", now, before).done is done
