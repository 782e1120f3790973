"""Quotes of a take: found among its words as they were put right, and played alone."""

from dataclasses import replace
from pathlib import Path

import flet as ft

from storybuilder.core.correction import Correction, Corrections, WordCorrection
from storybuilder.core.take import Take
from storybuilder.ui.quotes_heard import LEAD_S, QuotesHeard
from storybuilder.ui.theme import LIGHT
from tests.builders import spoken
from tests.fakes import ScriptedLoudspeaker
from tests.ui.controls import texts
from tests.ui.still_window import StillWindow, on_a_loop, practice_in
from tests.ui.told_take import ANSWER, told_take

QUOTE = "I moved the check-in online"


async def heard_in(folder: Path, take: Take | None = None) -> tuple[StillWindow, QuotesHeard]:
    window = StillWindow(practice_in(folder))
    made = told_take(window.practice)
    quotes = QuotesHeard(window, take or made)
    await quotes.look()
    return window, quotes


def word(number: int) -> tuple[float, float]:
    one = spoken(ANSWER).words[number]
    return one.start_s, one.end_s


@on_a_loop
async def test_a_quote_is_played_from_its_first_to_its_last_word(tmp_path: Path) -> None:
    window, quotes = await heard_in(tmp_path)
    place = ANSWER.split().index("I")
    span = quotes.span(QUOTE)
    assert span is not None
    assert span.start_s == word(place)[0] - LEAD_S
    assert span.end_s == word(place + 4)[1] + LEAD_S
    (link,) = quotes.link(QUOTE, LIGHT)
    window.drawn = ft.Column([link])
    await window.touch("Listen")
    speaker = window.practice.listening.loudspeaker
    assert isinstance(speaker, ScriptedLoudspeaker)
    await window.until(lambda: speaker.played)
    assert (speaker.played[0].from_s, speaker.played[0].to_s) == (span.start_s, span.end_s)
    assert texts(link) == ["Stop"]
    await quotes.stop()
    await window.rest()


@on_a_loop
async def test_what_nobody_said_is_not_to_be_heard(tmp_path: Path) -> None:
    _, quotes = await heard_in(tmp_path)
    assert quotes.span("I won a prize") is None
    assert quotes.link("I won a prize", LIGHT) == []
    assert quotes.link("", LIGHT) == []


@on_a_loop
async def test_words_are_quoted_as_they_were_put_right(tmp_path: Path) -> None:
    place = ANSWER.split().index("online.")
    start_s, end_s = word(place)
    said = WordCorrection(start_s=start_s, end_s=end_s, heard="online.", said="outside.")
    window = StillWindow(practice_in(tmp_path))
    right = replace(
        told_take(window.practice), corrections=Corrections((Correction(words=(said,)),))
    )
    quotes = QuotesHeard(window, right)
    await quotes.look()
    assert "check-in outside." in quotes.text
    assert quotes.span(QUOTE) is None
    assert quotes.span("the check-in outside") is not None


@on_a_loop
async def test_a_deleted_recording_leaves_the_words_and_no_way_to_hear_them(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    made = told_take(window.practice)
    window.practice.rehearsing.files.audio(made.id).unlink()
    quotes = QuotesHeard(window, made)
    await quotes.look()
    assert quotes.text == ANSWER
    assert quotes.link(QUOTE, LIGHT) == []


@on_a_loop
async def test_without_a_take_every_quote_is_silent(tmp_path: Path) -> None:
    quotes = QuotesHeard(StillWindow(practice_in(tmp_path)), None)
    await quotes.look()
    assert (quotes.text, quotes.link(QUOTE, LIGHT)) == ("", [])
