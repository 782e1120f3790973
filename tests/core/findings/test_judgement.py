from dataclasses import replace

from storybuilder.core.drafted import Change, Drafted
from storybuilder.core.findings.judgement import find
from tests.core.measured_answers import measured

GOOD = (
    "S "
    + "We had a till that lost orders every week in the winter of that year and nobody knew why",
    "T It fell to me to find out why within the month",
    "A " + "I asked the team and I wrote down each case and I then fixed the cable. " * 4,
    "R As a result lost orders fell from 30 to 9 a week and the owner kept the list ever since",
)


def test_a_missing_event_comes_before_everything() -> None:
    found = find(measured("- I would go.", "- I usually stay.", seconds=20))
    assert [f.code for f in found[:2]] == ["no_event", "missing_action"]


def test_what_went_well_comes_last() -> None:
    severities = [finding.severity for finding in find(measured(*GOOD, seconds=100))]
    assert severities == sorted(severities, key=["fix", "note", "good"].index)
    assert 1 <= severities.count("good") <= 3


def test_at_most_one_finding_is_the_fix_and_it_is_the_first_that_deserves_it() -> None:
    found = find(measured("S we went", "A we ran, we sat, we ate, we saw", seconds=300))
    fixes = [finding.code for finding in found if finding.severity == "fix"]
    assert fixes == ["missing_result"]


def test_a_note_stays_a_note_when_nothing_deserves_a_fix() -> None:
    found = find(measured(*GOOD, seconds=100))
    assert [finding.code for finding in found if finding.severity == "fix"] == []


def test_a_changed_figure_is_the_fix_of_an_otherwise_good_answer() -> None:
    drafted = Drafted(said=(), missed=(), changed=(Change("from 30 to 8", "from 30 to 9", 400),))
    found = find(replace(measured(*GOOD), drafted=drafted))
    assert found[0].code == "figure_changed"


def test_no_sentence_leaves_nothing_to_judge() -> None:
    assert find(measured()) == ()
