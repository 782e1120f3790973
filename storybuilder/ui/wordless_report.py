"""What the report shows of a take without words: its length and pauses, and what it waits for."""

import flet as ft

from storybuilder.core.take import Take
from storybuilder.core.voice import Voice
from storybuilder.errors import StorybuilderError
from storybuilder.practice.reviewing import LEAST_SPEECH_S
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.states import Choice, failure_shown, problem
from storybuilder.ui.parts.text import Click, text
from storybuilder.ui.report_rows import standing, voice_note
from storybuilder.ui.report_view import length_figure
from storybuilder.ui.theme import XL, XS, Palette, S


def length_and_pauses(take: Take | None, voice: Voice, p: Palette) -> ft.Control:
    """How long it is, against its target, and how much of it was spoken."""
    against = "" if take is None else standing(voice.duration_s, take.target)
    return _column(
        [
            length_figure(voice.duration_s, against, p),
            gap(S),
            text(voice_note(voice), "small", p.soft),
        ]
    )


def waiting(known: ft.Control, settings: Click, p: Palette, width: float) -> ft.Control:
    """No speech model is here."""
    told = problem(
        "Its words wait for a speech model.",
        "The take is safe. The model is downloaded once, at your click, and stays on this "
        "computer; then every waiting take is written down.",
        p,
        width,
        (("Get the speech model", settings),),
    )
    return _column([known, gap(XL), told])


def unanswered(
    known: ft.Control,
    failure: StorybuilderError,
    ways: tuple[Choice, ...],
    p: Palette,
    width: float,
) -> ft.Control:
    """The transcription server failed: what is safe, what happened, and what can be done."""
    safe = text("The take is safe, and waits for its words.", "body", p.soft)
    return _column([known, gap(XL), failure_shown(failure, p, width, ways), gap(XS), safe])


def silent(
    known: ft.Control, voice: Voice, settings: Click, p: Palette, width: float
) -> ft.Control:
    """Nobody spoke, or nothing was understood."""
    heard = voice.speaking_s >= LEAST_SPEECH_S
    found = "A voice was heard, but no word understood." if heard else "No voice was found."
    loudest = "" if voice.peak_dbfs is None else f" Its loudest moment is {voice.peak_dbfs:.0f} dB."
    told = problem(
        "This take has no words in it.",
        f"{found}{loudest} The recording is kept.",
        p,
        width,
        (("Check the microphone", settings),),
    )
    return _column([known, gap(XL), told])


def _column(controls: list[ft.Control]) -> ft.Control:
    return ft.Column(controls, spacing=0, tight=True)
