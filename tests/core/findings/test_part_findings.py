from collections.abc import Callable, Iterator

import pytest

from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.findings.part_findings import find_missing_parts, find_thin_parts
from storybuilder.core.story import Part
from tests.core.measured_answers import measured


def codes(rule: Callable[[Measured], Iterator[Finding]], answer: Measured) -> list[str]:
    return [finding.code for finding in rule(answer)]


def advice(part: Part, *told: str) -> str:
    """The advice for a missing part."""
    found = find_missing_parts(measured(*told))
    return next(finding.message for finding in found if finding.code == f"missing_{part}")


def test_every_missing_part_is_named_the_most_telling_first() -> None:
    answer = measured("- Hello there.")
    assert codes(find_missing_parts, answer) == [
        "missing_action",
        "missing_result",
        "missing_situation",
        "missing_task",
    ]


def test_a_part_that_is_told_is_not_missing() -> None:
    assert "missing_action" not in codes(find_missing_parts, measured("A I asked."))


def test_a_missing_result_is_asked_for_where_the_answer_stopped() -> None:
    answer = measured("S It broke.", "A I fixed the belt.", "- That is it.")
    missing = next(f for f in find_missing_parts(answer) if f.code == "missing_result")
    assert missing.message.startswith("You stopped at “I fixed the belt”: say what came of it")
    assert [answer.text[a:b] for a, b in missing.evidence] == ["I fixed the belt."]


@pytest.mark.parametrize(
    ("part", "told", "place"),
    [
        (Part.ACTION, ("S It broke.", "R It ran."), "After “It broke” say step by step"),
        (Part.ACTION, ("- Well.", "R It ran."), "Before “It ran” say step by step"),
        (Part.SITUATION, ("A I fixed it.",), "Before “I fixed it” set the scene"),
        (Part.TASK, ("S It broke.", "A I ran."), "Before “I ran” say in one sentence"),
        (Part.TASK, ("S It broke.", "R It ran."), "After “It broke” say in one sentence"),
        (Part.TASK, ("- Hello.",), "After “Hello” say in one sentence"),
        (Part.RESULT, ("- Hello.",), "You stopped at “Hello”"),
    ],
)
def test_the_place_of_a_missing_part_is_named(
    part: Part, told: tuple[str, ...], place: str
) -> None:
    assert advice(part, *told).startswith(place)


@pytest.mark.parametrize(("words", "found"), [(29, ["thin_action"]), (30, [])])
def test_a_part_of_few_words_is_thin(words: int, found: list[str]) -> None:
    assert codes(find_thin_parts, measured("A " + "w " * words)) == found


def test_a_thin_part_goes_on_after_its_last_words() -> None:
    (finding,) = find_thin_parts(measured("A I rang her.", "A I came."))
    assert finding.message.startswith("Go on after “I came”: add the steps")
