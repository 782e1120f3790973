import pytest

from storybuilder.core.findings.ownership_findings import (
    find_blame,
    find_ownership,
    find_passive_action,
    i_spans,
    step_at,
    we_spans,
)
from storybuilder.core.ownership import Ownership
from tests.core.measured_answers import measured


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
    assert finding.message.startswith("Say who did “we asked” and “we went”:")


def test_i_and_we_are_found_in_the_action_only() -> None:
    answer = measured("S I was here, we too.", "A I asked and we went.")
    assert [answer.text[a:b] for a, b in (*i_spans(answer), *we_spans(answer))] == ["I", "we"]


@pytest.mark.parametrize(
    ("text", "step"), [("we drew up the plan", "we drew up"), ("we", "we"), ("we!", "we")]
)
def test_a_step_is_quoted_with_what_was_done(text: str, step: str) -> None:
    assert step_at(text, 0) == step


PASSIVE = ("A It was decided to move.", "A Mistakes were made.")
ACTIVE = "A I asked them."


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (PASSIVE, 1),
        ((PASSIVE[0], ACTIVE, ACTIVE, ACTIVE), 1),
        ((PASSIVE[0], ACTIVE, ACTIVE, ACTIVE, ACTIVE), 0),
        ((*PASSIVE, *[ACTIVE] * 9), 1),
        ((ACTIVE,), 0),
        (("S It was decided to move.",), 0),
        ((), 0),
    ],
)
def test_two_hidden_doers_or_a_quarter_of_the_action_are_noted(
    told: tuple[str, ...], found: int
) -> None:
    assert len(list(find_passive_action(measured(*told)))) == found


def test_the_hidden_doer_is_asked_for_by_what_was_said() -> None:
    (finding,) = find_passive_action(measured(ACTIVE, PASSIVE[0]))
    assert finding.message == "“It was decided” hides who acted: if it was you, say “I”."
    assert finding.evidence == ((14, 28),)
    assert finding.measure.endswith("passive, 1 without I or we")


def test_blame_is_named_with_its_words() -> None:
    answer = measured("S It broke.", "A Sadly they failed to deliver it.")
    (finding,) = find_blame(answer)
    assert finding.message.startswith("“they failed to” puts it on others")
    assert [answer.text[a:b] for a, b in finding.evidence] == ["they failed to"]


def test_nobody_is_blamed_by_saying_what_broke() -> None:
    assert list(find_blame(measured("S The pump failed to start."))) == []
