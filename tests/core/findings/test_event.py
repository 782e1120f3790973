import pytest

from storybuilder.core.findings.event import weigh_generality
from tests.builders import sentences_of

GENERAL = "I would listen first.\nI usually talk to them in private.\nYou should stay calm."
EVENT = "In March the press stopped.\nI asked the engineer.\nWe fixed it by noon."


def test_what_one_would_do_is_no_event() -> None:
    generality = weigh_generality(sentences_of(GENERAL))
    assert not generality.tells_event(acts=True)
    assert len(generality.spans) == generality.sentences == 3


@pytest.mark.parametrize("text", [EVENT, EVENT + "\nNow I always check twice.", "I would say so."])
def test_something_that_happened_is_one(text: str) -> None:
    assert weigh_generality(sentences_of(text)).tells_event(acts=True)


def test_a_habit_before_an_event_does_not_hide_it() -> None:
    assert weigh_generality(sentences_of(GENERAL + "\n" + EVENT + "\nI left.")).tells_event(
        acts=True
    )


def test_an_aside_is_not_enough_to_call_it_general() -> None:
    assert weigh_generality(sentences_of("I would say this one.\nAn odd day.")).tells_event(
        acts=True
    )


PORTRAIT = "I am a calm person.\nMy greatest strength is patience.\nI never argue."


@pytest.mark.parametrize("acts", [True, False])
def test_a_portrait_of_oneself_is_no_event(acts: bool) -> None:
    assert not weigh_generality(sentences_of(PORTRAIT)).tells_event(acts=acts)


@pytest.mark.parametrize(("acts", "told"), [(True, True), (False, False)])
def test_where_nobody_acts_one_sentence_in_general_is_enough_to_doubt(
    acts: bool, told: bool
) -> None:
    generality = weigh_generality(sentences_of("I usually ask first.\nIt is a small shop."))
    assert generality.tells_event(acts=acts) is told


def test_an_event_told_in_the_present_is_one() -> None:
    told = "Press stop at night.\nI call the vet.\nI always have my phone.\nI run.\nShe live."
    assert weigh_generality(sentences_of(told)).tells_event(acts=True)


def test_what_someone_has_always_been_is_not_past() -> None:
    generality = weigh_generality(sentences_of("I have always been calm.\nI have worked in shops."))
    assert (generality.general, generality.past) == (2, 0)
