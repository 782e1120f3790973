import pytest

from storybuilder.core.findings.event import weigh_generality
from tests.builders import sentences_of

GENERAL = "I would listen first.\nI usually talk to them in private.\nYou should stay calm."
EVENT = "In March the press stopped.\nI asked the engineer.\nWe fixed it by noon."


def test_what_one_would_do_is_no_event() -> None:
    generality = weigh_generality(sentences_of(GENERAL))
    assert not generality.tells_event
    assert len(generality.spans) == 3


@pytest.mark.parametrize("text", [EVENT, EVENT + "\nNow I always check twice.", "I would say so."])
def test_something_that_happened_is_one(text: str) -> None:
    assert weigh_generality(sentences_of(text)).tells_event


def test_a_habit_before_an_event_does_not_hide_it() -> None:
    assert weigh_generality(sentences_of(GENERAL + "\n" + EVENT + "\nI left.")).tells_event


def test_an_aside_is_not_enough_to_call_it_general() -> None:
    assert weigh_generality(sentences_of("I would say this one.\nAn odd day.")).tells_event
