from collections.abc import Callable, Iterator
from datetime import date

import pytest

from storybuilder.core.drafted import Change, Drafted
from storybuilder.core.findings.content_findings import (
    find_changed_figures,
    find_lesson_missing,
    find_missing_parts,
    find_no_event,
    find_old_story,
    find_ownership,
    find_thin_parts,
    find_unquantified_result,
)
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from storybuilder.core.ownership import Ownership
from tests.builders import spoken
from tests.core.measured_answers import measured

TODAY = date(2026, 11, 20)


def codes(rule: Callable[[Measured], Iterator[Finding]], answer: Measured) -> list[str]:
    return [finding.code for finding in rule(answer)]


def test_an_answer_in_general_is_asked_for_one_event() -> None:
    (finding,) = find_no_event(measured("- I would listen.", "- I usually ask.", "- Then rest."))
    assert finding.severity == "fix"
    assert finding.evidence == ((0, 15), (16, 30))


def test_an_event_is_not() -> None:
    assert codes(find_no_event, measured("S It broke.", "A I fixed it.")) == []


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


def test_a_result_without_a_figure_is_asked_for_one() -> None:
    (finding,) = find_unquantified_result(measured("A I asked.", "R They were happy."))
    assert finding.evidence == ((9, 25),)


@pytest.mark.parametrize("result", ["R It fell to 8 %.", "A Nobody came."])
def test_a_figure_or_no_result_at_all_is_not(result: str) -> None:
    assert codes(find_unquantified_result, measured("A I asked.", result)) == []


@pytest.mark.parametrize(
    ("owned", "severity"),
    [
        (Ownership(6, 4), None),
        (Ownership(59, 41), "note"),
        (Ownership(5, 5), "note"),
        (Ownership(49, 51), "fix"),
        (Ownership(1, 2), None),
        (Ownership(1, 3), "fix"),
        (Ownership(0, 0), None),
    ],
)
def test_i_should_act_at_least_as_often_as_we(owned: Ownership, severity: str | None) -> None:
    found = list(find_ownership(measured("A we went", ownership=owned)))
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_every_we_of_the_action_is_evidence() -> None:
    answer = measured("S We were here.", "A Then we asked, we went, we ran, we sat.")
    (finding,) = find_ownership(answer)
    assert [answer.text[a:b] for a, b in finding.evidence] == ["we"] * 4
    assert finding.evidence[0] == (19, 21)


def test_a_changed_figure_points_to_where_it_was_said() -> None:
    drafted = Drafted(said=(), missed=(), changed=(Change("15 %", "50 %", 7),))
    answer = measured(
        "R It was 50 % less",
        drafted=drafted,
        transcript=spoken("It was 50 % less", words_per_minute=60),
    )
    (finding,) = find_changed_figures(answer)
    assert (finding.severity, finding.evidence, finding.at_s) == ("fix", ((7, 11),), 2)


def test_missed_figures_are_one_note() -> None:
    drafted = Drafted(said=(), missed=("41 sites", "8 %"), changed=())
    (finding,) = find_changed_figures(measured("A b", drafted=drafted))
    assert (finding.severity, finding.measure) == ("note", "Not said: 41 sites, 8 %")


def test_without_a_draft_nothing_has_changed() -> None:
    assert codes(find_changed_figures, measured("A b")) == []


@pytest.mark.parametrize(("words", "found"), [(29, ["thin_action"]), (30, [])])
def test_a_part_of_few_words_is_thin(words: int, found: list[str]) -> None:
    assert codes(find_thin_parts, measured("A " + "w " * words)) == found


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


def test_without_a_date_the_age_stays_unjudged() -> None:
    assert codes(find_old_story, measured("A b", happened="1999")) == []
