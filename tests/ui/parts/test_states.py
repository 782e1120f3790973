from collections.abc import Callable

import flet as ft
import pytest

from storybuilder import errors
from storybuilder.errors import MicrophoneUnavailable, StorybuilderError
from storybuilder.ui.parts.states import (
    Choice,
    Working,
    empty,
    failure_shown,
    notice,
    problem,
    question_box,
)
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import button, click, texts, walk

FAILURES = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, StorybuilderError)
]
Offer = Callable[[str], Choice]


@pytest.fixture
def clicked() -> list[str]:
    return []


@pytest.fixture
def offer(clicked: list[str]) -> Offer:
    """A choice that remembers that it was taken."""
    return lambda words: (words, lambda e: clicked.append(words))


# ---------------------------------------------------------------- nothing yet
def test_an_empty_screen_says_what_will_be_there_and_how(offer: Offer, clicked: list[str]) -> None:
    made = empty("No story yet.", "Start with one.", offer("New story"), LIGHT, 600)
    assert texts(made) == ["No story yet.", "Start with one.", "New story"]
    click(button(made, "New story"))
    assert clicked == ["New story"]


def test_an_empty_screen_may_have_a_quieter_way(offer: Offer, clicked: list[str]) -> None:
    made = empty("No story.", "Start.", offer("New story"), LIGHT, 600, offer("Example"))
    click(button(made, "Example"))
    assert clicked == ["Example"]
    assert sum(isinstance(one, ft.FilledButton) for one in walk(made)) == 1


# ---------------------------------------------------------------- working
@pytest.mark.parametrize(
    ("done", "width"),
    [(-1.0, 0), (0.0, 0), (0.5, 200), (1.0, 400), (2.0, 400), (float("nan"), 0)],
)
def test_the_line_fills_as_the_work_is_done(done: float, width: float) -> None:
    working = Working("Writing", LIGHT, 400)
    working.show(done, "half")
    assert working.fill.width == width


def test_progress_changes_the_line_and_the_words_only() -> None:
    working = Working("Writing", LIGHT, 400)
    assert working.show(0.5, "half of it") == [working.fill, working.words]
    assert texts(working.root) == ["Writing", "half of it"]


def test_work_may_be_stopped(offer: Offer, clicked: list[str]) -> None:
    working = Working("Downloading", LIGHT, 400, offer("Stop"))
    click(button(working.root, "Stop"))
    assert clicked == ["Stop"]


def test_work_that_cannot_be_stopped_offers_nothing() -> None:
    made = Working("Writing", LIGHT, 400).root
    assert not any(isinstance(one, ft.TextButton) for one in walk(made))


# ---------------------------------------------------------------- problems
def test_a_problem_says_what_happened_and_what_to_do(offer: Offer, clicked: list[str]) -> None:
    ways = (offer("Try again"), offer("Settings"))
    made = problem("No microphone.", "Plug one in.", LIGHT, 400, ways)
    assert texts(made) == ["!", "No microphone.", "Plug one in.", "Try again", "Settings"]
    click(button(made, "Settings"))
    click(button(made, "Try again"))
    assert clicked == ["Settings", "Try again"]


def test_a_failure_is_told_in_two_sentences() -> None:
    made = failure_shown(MicrophoneUnavailable("no microphone opened", "plug one in."), LIGHT, 400)
    assert texts(made) == ["!", "No microphone opened.", "Plug one in."]


@pytest.mark.parametrize("kind", FAILURES, ids=lambda kind: kind.__name__)
def test_every_failure_ends_in_advice(kind: type[StorybuilderError]) -> None:
    _, said, todo = texts(failure_shown(kind("it failed"), LIGHT, 400))
    assert said == "It failed."
    assert todo[0] == todo[0].upper()
    assert todo.endswith(".")


def test_a_failure_without_words_still_says_what_to_do() -> None:
    assert texts(failure_shown(MicrophoneUnavailable(""), LIGHT, 400))[-1].startswith("Plug in")


def test_a_failure_offers_its_ways_out(offer: Offer, clicked: list[str]) -> None:
    made = failure_shown(StorybuilderError("it failed"), LIGHT, 400, (offer("Try again"),))
    click(button(made, "Try again"))
    assert clicked == ["Try again"]


# ---------------------------------------------------------------- notices and questions
def test_a_notice_goes_by_itself() -> None:
    made = notice("“Ward” is saved", LIGHT)
    assert texts(made) == ["“Ward” is saved"]
    assert (made.action, made.persist) == (None, False)


def test_a_notice_can_be_undone_and_stays_longer_for_it(offer: Offer, clicked: list[str]) -> None:
    made = notice("“Ward” is deleted", LIGHT, offer("Undo"))
    click(button(made, "Undo"))
    assert clicked == ["Undo"]
    assert made.duration > notice("“Ward” is saved", LIGHT).duration  # type: ignore[operator]


def test_a_question_names_both_ways(offer: Offer, clicked: list[str]) -> None:
    made = question_box("Discard?", "It will be gone.", offer("Discard"), offer("Keep"), LIGHT)
    assert set(texts(made)) == {"Discard?", "It will be gone.", "Keep", "Discard"}
    click(button(made, "Discard"))
    click(button(made, "Keep"))
    assert clicked == ["Discard", "Keep"]


def test_what_cannot_be_undone_is_not_what_enter_does(offer: Offer) -> None:
    made = question_box("Discard?", "Gone.", offer("Discard"), offer("Keep"), LIGHT)
    focused = [one for one in walk(made) if getattr(one, "autofocus", False)]
    assert [texts(one) for one in focused] == [["Keep"]]
