"""How the report comes to show these is in test_report."""

from collections.abc import Callable

import flet as ft
import pytest

from storybuilder.core.take import Take
from storybuilder.core.voice import Voice
from storybuilder.errors import TranscriptionServerFailed
from storybuilder.ui.theme import LIGHT
from storybuilder.ui.wordless_report import length_and_pauses, silent, unanswered, waiting
from tests.builders import take, voiced
from tests.ui.controls import button, click, texts

KNOWN = ft.Text("1:30")


@pytest.mark.parametrize("of", [take("t1"), None])
def test_length_and_pauses_need_no_words(of: Take | None) -> None:
    assert "1:30" in texts(length_and_pauses(of, voiced(90.0), LIGHT))


def test_waiting_offers_the_model() -> None:
    done: list[str] = []
    shown = waiting(KNOWN, lambda e: done.append("settings"), LIGHT, 600)
    assert {"1:30", "Its words wait for a speech model."} <= set(texts(shown))
    click(button(shown, "Get the speech model"))
    assert done == ["settings"]


def test_a_server_that_failed_is_told_with_what_is_safe_and_the_ways() -> None:
    done: list[str] = []
    failure = TranscriptionServerFailed("nothing answers at nas.local:8000")
    ways = (("Try again", lambda e: done.append("again")),)
    shown = unanswered(KNOWN, failure, ways, LIGHT, 600)
    assert "Nothing answers at nas.local:8000." in texts(shown)
    assert "The take is safe, and waits for its words." in texts(shown)
    click(button(shown, "Try again"))
    assert done == ["again"]


@pytest.mark.parametrize(
    ("voice", "start"),
    [
        (Voice(5.0, (), -60.0), "No voice was found. Its loudest moment is -60 dB."),
        (Voice(5.0, (), None), "No voice was found. The recording"),
        (voiced(5.0), "A voice was heard, but no word understood. Its loudest"),
    ],
)
def test_a_take_without_words_says_what_was_in_it(voice: Voice, start: str) -> None:
    ignored: Callable[[object], None] = lambda e: None  # noqa: E731
    said = texts(silent(KNOWN, voice, ignored, LIGHT, 600))
    assert any(words.startswith(start) for words in said)
