import pytest

from storybuilder.core.findings.good_findings import (
    find_good_length,
    find_good_ownership,
    find_good_pace,
    find_good_result,
    find_good_split,
)
from storybuilder.core.ownership import Ownership
from tests.builders import spoken
from tests.core.measured_answers import heard, measured


def test_a_result_with_a_baseline_is_praised_for_it() -> None:
    (finding,) = find_good_result(measured("R It took 3 days and went from 19 % to 8 %."))
    assert finding.measure == "from 19 % to 8 %"
    assert finding.message.startswith("“from 19 % to 8 %” shows the change and where it started")


def test_a_plain_figure_is_praised_too() -> None:
    (finding,) = find_good_result(measured("R It saved us 3 days."))
    assert finding.message == "“3 days” gives the result a number: keep it."


def test_a_result_without_a_figure_is_not() -> None:
    assert list(find_good_result(measured("R They liked it."))) == []


@pytest.mark.parametrize(
    ("owned", "found"),
    [(Ownership(6, 4), 1), (Ownership(59, 41), 0), (Ownership(3, 0), 0), (Ownership(4, 0), 1)],
)
def test_an_action_of_ones_own_is_good(owned: Ownership, found: int) -> None:
    assert len(list(find_good_ownership(measured("A b", ownership=owned)))) == found


def test_an_action_of_ones_own_is_shown_by_its_first_step() -> None:
    (finding,) = find_good_ownership(
        measured("A I'm not sure I felt it, I asked the team.", ownership=Ownership(4, 0))
    )
    assert finding.message == "The action is yours, as in “I asked the team”: keep it so."
    assert finding.evidence[2] == (24, 25)


def test_parts_in_proportion_are_good() -> None:
    shares = zip("STAR", (20, 10, 60, 10), strict=True)
    assert len(list(find_good_split(measured(*(f"{p} {'w ' * n}" for p, n in shares))))) == 1
    assert list(find_good_split(measured("S w", "A w"))) == []


@pytest.mark.parametrize(("seconds", "found"), [(119, 0), (120, 1), (180, 1), (181, 0)])
def test_a_length_within_the_target_is_good(seconds: float, found: int) -> None:
    assert len(list(find_good_length(measured("A b", seconds=seconds)))) == found


@pytest.mark.parametrize(("words_per_minute", "found"), [(118, 0), (122, 1), (168, 1), (172, 0)])
def test_an_ordinary_pace_is_good(words_per_minute: float, found: int) -> None:
    answer = heard(spoken("word " * 60, words_per_minute=words_per_minute))
    assert len(list(find_good_pace(answer))) == found
