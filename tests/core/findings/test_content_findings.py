from collections.abc import Callable, Iterator
from datetime import date

import pytest

from storybuilder.core.findings.content_findings import (
    find_lesson_missing,
    find_no_event,
    find_old_story,
    find_unquantified_result,
)
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from tests.core.measured_answers import measured

TODAY = date(2026, 11, 20)


def codes(rule: Callable[[Measured], Iterator[Finding]], answer: Measured) -> list[str]:
    return [finding.code for finding in rule(answer)]


def test_an_answer_in_general_is_asked_for_one_event() -> None:
    (finding,) = find_no_event(measured("- I would listen.", "- I usually ask.", "- Then rest."))
    assert finding.severity == "fix"
    assert finding.evidence == ((0, 15), (16, 30))
    assert finding.message.startswith("“I would listen” could be any day: tell one event")


def test_an_event_is_not() -> None:
    assert codes(find_no_event, measured("S It broke.", "A I fixed it.")) == []


def test_a_result_without_a_figure_is_asked_for_one() -> None:
    (finding,) = find_unquantified_result(measured("A I asked.", "R They were happy."))
    assert finding.evidence == ((9, 25),)


@pytest.mark.parametrize(
    ("result", "named"),
    [
        ("R In the end we improved it a lot, which pleased us.", "Replace “In the end we improved"),
        ("R She kept the list.", "Put a number to “She kept the list”"),
    ],
)
def test_the_claim_that_lacks_a_figure_is_named(result: str, named: str) -> None:
    (finding,) = find_unquantified_result(measured("A I asked.", result))
    assert finding.message.startswith(named)


@pytest.mark.parametrize("result", ["R It fell to 8 %.", "A Nobody came."])
def test_a_figure_or_no_result_at_all_is_not(result: str) -> None:
    assert codes(find_unquantified_result, measured("A I asked.", result)) == []


@pytest.mark.parametrize(
    ("question", "result", "found"),
    [
        ("A time you failed?", "R It closed.", ["lesson_missing"]),
        ("A mistake of yours?", "R It closed.", ["lesson_missing"]),
        ("Feedback that was hard?", "R I learned to ask.", []),
        ("A mistake of yours?", "R Since then I check twice.", []),
        ("Your proudest work?", "R It closed.", []),
        ("", "R It closed.", []),
    ],
)
def test_a_question_about_failure_asks_for_a_lesson(
    question: str, result: str, found: list[str]
) -> None:
    assert codes(find_lesson_missing, measured(result, question=question)) == found


@pytest.mark.parametrize(
    ("happened", "severities"),
    [("2023", []), ("2022", ["note"]), ("2021", ["note"]), ("2020", ["fix"]), ("", [])],
)
def test_an_old_story_is_noted(happened: str, severities: list[str]) -> None:
    found = find_old_story(measured("A b", happened=happened, today=TODAY))
    assert [finding.severity for finding in found] == severities


def test_an_old_story_is_named_by_when_it_was() -> None:
    (finding,) = find_old_story(measured("A b", happened="March 2012", today=TODAY))
    assert "“March 2012”" in finding.message


def test_a_lesson_is_asked_for_after_the_last_words() -> None:
    answer = measured("A I asked.", "R It closed.", question="A time you failed?")
    (finding,) = find_lesson_missing(answer)
    assert finding.message.startswith("After “It closed” close with what you learned")
    assert finding.evidence == ((9, 19),)


def test_without_a_date_the_age_stays_unjudged() -> None:
    assert codes(find_old_story, measured("A b", happened="1999")) == []
