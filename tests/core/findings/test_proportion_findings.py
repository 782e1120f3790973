import pytest

from storybuilder.core.findings.proportion_findings import find_length, find_split
from storybuilder.core.parts.part_measure import measure_parts
from tests.builders import labelled_as
from tests.core.measured_answers import LIMITS, measured


@pytest.mark.parametrize(
    ("seconds", "found"),
    [
        (59, [("too_short", "fix")]),
        (60, [("short", "note")]),
        (90, []),
        (180, []),
        (181, [("long", "note")]),
        (241, [("too_long", "fix")]),
    ],
)
def test_a_length_outside_its_limits_is_found(seconds: float, found: list[tuple[str, str]]) -> None:
    answer = measured("A b", seconds=seconds)
    assert [(f.code, f.severity) for f in find_length(answer)] == found


@pytest.mark.parametrize(
    ("told", "seconds", "advice"),
    [
        (
            ("S It broke.", "A I ran off."),
            60,
            "Tell more, above all of the action after “I ran off”",
        ),
        (("S I was very ill.", "A I ran."), 60, "Tell more, above all of the action: aim"),
        (
            ("S It broke and broke.", "A I ran."),
            200,
            "Tell less, above all of the situation from “It",
        ),
        (("- Well.",), 20, "Tell more: aim for 2:00 to 3:00."),
        (("- Well.",), 300, "Tell less: aim for 2:00 to 3:00."),
    ],
)
def test_the_part_that_is_furthest_off_is_named(
    told: tuple[str, ...], seconds: float, advice: str
) -> None:
    (finding,) = find_length(measured(*told, seconds=seconds))
    assert finding.message.startswith(advice)


def test_a_lopsided_split_is_told_with_the_words_where_it_turns() -> None:
    setting, action = list(find_split(measured("S It broke again.", "T Mend it.", "A I ran.")))
    assert setting.message == (
        "Tell the situation and the task in two or three sentences: from “It broke again” to “I "
        "ran”."
    )
    assert "after “I ran” say what you did next" in action.message


def told(situation: int, task: int, action: int, result: int) -> list[str]:
    """Codes for an answer with these per cent of its words in each part."""
    counts = zip("STAR", (situation, task, action, result), strict=True)
    answer = measured(*(f"{part} {'w ' * count}" for part, count in counts if count))
    return [finding.code for finding in find_split(answer)]


@pytest.mark.parametrize(
    ("shares", "codes"),
    [
        ((20, 10, 60, 10), []),
        ((30, 10, 50, 10), []),
        ((31, 10, 49, 10), ["setting_high"]),
        ((10, 10, 45, 35), []),
        ((10, 10, 44, 36), ["action_low"]),
        ((20, 10, 62, 8), []),
        ((20, 10, 63, 7), ["result_low"]),
        ((40, 20, 30, 10), ["setting_high", "action_low"]),
        ((50, 50, 0, 0), ["setting_high"]),
    ],
)
def test_a_lopsided_split_is_found(shares: tuple[int, int, int, int], codes: list[str]) -> None:
    assert told(*shares) == codes


def test_a_take_is_measured_in_seconds() -> None:
    labelled = labelled_as("S a", "A b", times=((0, 60), (60, 120)))
    parts = measure_parts(labelled, LIMITS)
    (finding,) = find_split(measured(labelled=labelled, parts=parts, seconds=125))
    measure = finding.measure.replace("\N{NO-BREAK SPACE}", " ")
    assert measure == "Situation and task took 1:00 of 2:00 (50 %)"
    assert finding.at_s == 0
