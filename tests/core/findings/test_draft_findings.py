from collections.abc import Callable, Iterator

import pytest

from storybuilder.core.drafted import Change, Drafted
from storybuilder.core.drafts.must_land import Landing, MustLand
from storybuilder.core.findings.draft_findings import (
    find_changed_figures,
    find_missed_figures,
    find_must_land_missing,
)
from storybuilder.core.findings.finding import Finding
from storybuilder.core.findings.measured import Measured
from tests.builders import spoken
from tests.core.measured_answers import measured

LINE = "One silent table cost us more than the model ever saved."


def drafted(**fields: object) -> Drafted:
    return Drafted(**{"said": (), "missed": (), "changed": (), **fields})  # type: ignore[arg-type]


def landed(landing: Landing) -> Measured:
    return measured("R It held.", drafted=drafted(must_land=MustLand(LINE, landing)))


def test_a_changed_figure_points_to_where_it_was_said() -> None:
    answer = measured(
        "R It was 50 % less",
        drafted=drafted(changed=(Change("15 %", "50 %", 7),)),
        transcript=spoken("It was 50 % less", words_per_minute=60),
    )
    (finding,) = find_changed_figures(answer)
    assert (finding.severity, finding.evidence, finding.at_s) == ("fix", ((7, 11),), 2)
    assert finding.message == "You wrote “15 %” and said “50 %”: check which is right."


def test_missed_figures_are_one_note() -> None:
    answer = measured("A b", drafted=drafted(missed=("41 sites", "8 %")))
    (finding,) = find_missed_figures(answer)
    assert (finding.code, finding.severity) == ("figures_missed", "note")
    assert finding.message == "Bring back “41 sites” and “8 %” from your draft."


def test_missed_figures_of_the_result_come_first_and_point_to_it() -> None:
    missed = drafted(missed=("41 sites", "8 %"), missed_of_result=("8 %",))
    result, rest = find_missed_figures(measured("R It held.", drafted=missed))
    assert (result.code, rest.code) == ("result_figures_missed", "figures_missed")
    assert (result.severity, result.evidence) == ("note", ((0, 8),))
    assert "“8 %”" in result.message
    assert "8 %" not in rest.measure


def test_a_line_that_did_not_land_is_named_whole() -> None:
    (finding,) = find_must_land_missing(landed("not_said"))
    assert finding.severity == "note"
    assert LINE.removesuffix(".") in finding.message


@pytest.mark.parametrize("landing", ["said", "differently"])
def test_a_line_that_was_said_somehow_is_not_found_missing(landing: Landing) -> None:
    assert list(find_must_land_missing(landed(landing))) == []


@pytest.mark.parametrize("answer", [measured("A b"), measured("A b", drafted=drafted())])
@pytest.mark.parametrize(
    "rule", [find_changed_figures, find_missed_figures, find_must_land_missing]
)
def test_without_a_draft_or_with_nothing_amiss_there_is_nothing_to_find(
    rule: Callable[[Measured], Iterator[Finding]], answer: Measured
) -> None:
    assert list(rule(answer)) == []
