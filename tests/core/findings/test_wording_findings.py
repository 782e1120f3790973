import pytest

from storybuilder.core.findings.wording_findings import find_acronyms, find_hedges
from tests.core.measured_answers import measured

HEDGED = "A I think it helped.", "A Maybe I rang.", "R It probably fell."


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (HEDGED, 1),
        (HEDGED[:2], 0),
        ((*HEDGED, "A " + "word " * 140), 1),
        ((*HEDGED, "A " + "word " * 141), 0),
        (("S I think so.", "S Maybe not.", "S Perhaps."), 0),
    ],
)
def test_three_hedges_close_together_in_action_and_result_are_noted(
    told: tuple[str, ...], found: int
) -> None:
    assert len(list(find_hedges(measured(*told)))) == found


def test_hedges_are_named_once_each_as_they_were_said() -> None:
    answer = measured("A I think it helped and i think it ran.", "A Maybe I rang.")
    (finding,) = find_hedges(answer)
    assert finding.message == "Say it without “I think” and “Maybe”: you know what you did."
    assert [answer.text[a:b] for a, b in finding.evidence] == ["I think", "i think", "Maybe"]


def test_an_acronym_is_asked_for_in_words() -> None:
    (finding,) = find_acronyms(measured("S The SLA was a day.", "A I met the SLA."))
    assert finding.message == "“SLA” was never explained: say it in words once."
    assert finding.evidence == ((4, 7),)


def test_several_acronyms_are_one_finding_that_names_three() -> None:
    (finding,) = find_acronyms(measured("S The SLA, the RFC, the MTTR and the SDK were new to me."))
    assert finding.message.startswith("“SLA”, “RFC” and “MTTR” were never explained: say each")
    assert len(finding.evidence) == 4


def test_plain_words_need_no_explaining() -> None:
    assert list(find_acronyms(measured("S The CEO asked HR."))) == []
