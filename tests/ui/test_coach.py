import dataclasses
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from storybuilder.core.coaching.brief import MOST_CHARACTERS
from storybuilder.core.coaching.help import Help
from storybuilder.core.settings import Settings
from storybuilder.core.story import Story
from storybuilder.core.take import TakeState
from storybuilder.core.telling import BANDS
from storybuilder.errors import CoachAnswerUnusable, CoachBusy, StoryUnknown
from storybuilder.practice import Practice
from storybuilder.ui.coach import NEWS, CoachScreen
from storybuilder.ui.coach_call import NO_ANSWER, NOTHING_SENT, STOPPED, WOULD_LEAVE
from storybuilder.ui.coach_preview import REMEMBER
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.theme import DARK
from tests.builders import spoken, take, voiced
from tests.ui.coach_desk import ADDRESS, ID, TOLD, ScriptedCoach, coached_in, told
from tests.ui.still_window import LOOK, StillWindow, on_a_loop

SHORTER = {
    "situation": "At Kestrel we were three weeks late.",
    "task": TOLD["task"],
    "action": "I cut the scope by half and I called 90 customers in Paris.",
    "result": TOLD["result"],
}
TITLE = "Two changes. One says what you did not."
REMEMBERED = f"○ {REMEMBER}"
GERMAN = "Ich habe den Umfang halbiert und viele Kunden selbst angerufen, weil es eilig war."


@dataclasses.dataclass
class Sat:
    """A screen of the coach, and the coach behind it."""

    window: StillWindow
    coach: ScriptedCoach

    @property
    def practice(self) -> Practice:
        return self.window.practice

    @property
    def story(self) -> Story:
        return self.practice.drafting.story(ID)

    async def click(self, *labels: str) -> None:
        for label in labels:
            await self.window.click(label)


async def sat(
    folder: Path, help: Help = Help.TIGHTEN, *answers: object, look: Look = LOOK, **fields: Any
) -> Sat:
    """The screen of one help for the story that most tests are about."""
    coach = ScriptedCoach()
    coach.says(*(answers or (SHORTER,)))  # type: ignore[arg-type]
    key = bool(fields.pop("key", True))
    practice = coached_in(folder, coach, key=key)
    practice.drafting.put(told(**fields))
    window = StillWindow(practice, look)
    await window.show(CoachScreen(window, help, story_id=ID))
    return Sat(window, coach)


# ---------------------------------------------------------------- before it is sent
@on_a_loop
async def test_nothing_is_sent_until_the_click_on_what_is_shown(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    assert WOULD_LEAVE in at.window.seen
    assert at.coach.asked == []
    await at.click("Send")
    (asked,) = at.coach.asked
    assert "[NAME 1]" in asked.material
    assert "Kestrel" not in asked.material


@on_a_loop
async def test_what_a_call_needs_is_loaded_while_the_preview_is_read(tmp_path: Path) -> None:
    assert (await sat(tmp_path)).coach.warmed == 1


@on_a_loop
async def test_another_length_is_asked_for(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    assert "1:15 to 1:45" in at.window.seen
    await at.click("1:15 to 1:45", "Send")
    low, high = (round(s * 140 / 60) for s in (BANDS["short"].low_s, BANDS["short"].high_s))
    assert f"{low} to {high} words" in at.coach.asked[0].material


@on_a_loop
async def test_going_back_sends_nothing(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    await at.click("Go back")
    assert (at.window.went, at.coach.asked) == ([f"/stories/{ID}"], [])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (dict.fromkeys(TOLD, ""), "There is nothing to work on yet."),
        ({"action": "word " * (MOST_CHARACTERS // 5 + 1)}, "This is 60 221 characters long."),
        ({"key": False}, "The coach has no key yet."),
    ],
)
@on_a_loop
async def test_what_cannot_be_sent_says_why_and_offers_the_way_without(
    tmp_path: Path, fields: dict[str, Any], said: str
) -> None:
    at = await sat(tmp_path, **fields)
    assert {NOTHING_SENT, said} <= set(at.window.seen)
    await at.click("Two lengths")
    assert (at.window.went, at.coach.asked) == ([f"/stories/{ID}/lengths"], [])


@on_a_loop
async def test_a_story_that_is_gone_is_an_error_of_its_own(tmp_path: Path) -> None:
    coach = ScriptedCoach()
    window = StillWindow(coached_in(tmp_path, coach))
    with pytest.raises(StoryUnknown):
        await window.show(CoachScreen(window, Help.TIGHTEN, story_id=ID))


# ---------------------------------------------------------------- consent for the sitting
@on_a_loop
async def test_what_was_agreed_to_is_one_line_that_opens(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    await at.click(REMEMBERED, "Send")
    await at.window.show(CoachScreen(at.window, Help.TIGHTEN, story_id=ID))
    assert len(at.coach.asked) == 1, "opening a screen is no click on Send"
    assert any(said.startswith("Sends ") and ADDRESS in said for said in at.window.seen)
    assert "What it is given to read" not in at.window.seen
    await at.click("See exactly what")
    assert "What it is given to read" in at.window.seen


@on_a_loop
async def test_consent_is_for_one_help_and_can_be_taken_back(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    await at.click(REMEMBERED, "Send")
    assert at.practice.coaching.agreed(Help.TIGHTEN)
    assert not at.practice.coaching.agreed(Help.SUGGEST)
    await at.window.show(CoachScreen(at.window, Help.TIGHTEN, story_id=ID))
    await at.click("Ask me each time again")
    assert not at.practice.coaching.agreed(Help.TIGHTEN)
    assert "What it is given to read" in at.window.seen


@on_a_loop
async def test_a_tick_without_sending_agrees_to_nothing(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    await at.click(REMEMBERED)
    assert not at.practice.coaching.agreed(Help.TIGHTEN)


# ---------------------------------------------------------------- while it is under way
@on_a_loop
async def test_stop_ends_it_at_once_and_keeps_nothing(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    at.coach.held = True
    await at.window.touch("Send")
    await at.window.until(lambda: "The coach is answering." in at.window.seen)
    await at.window.until(lambda: any("At Kestrel we" in said for said in at.window.seen))
    await at.click("Stop")
    assert {STOPPED, WOULD_LEAVE} <= set(at.window.seen)
    await at.window.until(lambda: at.coach.stopped)
    assert at.story.action == TOLD["action"]


@on_a_loop
async def test_escape_stops_and_it_can_be_sent_again(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    at.coach.held = True
    await at.window.touch("Send")
    await at.window.until(lambda: at.coach.asked)
    await at.window.press("Escape")
    await at.window.rest()
    at.coach.held = False
    await at.click("Send")
    assert TITLE in at.window.seen


@on_a_loop
async def test_leaving_in_mid_stream_ends_the_call_and_tells_nothing(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    at.coach.held = True
    await at.window.touch("Send")
    await at.window.until(lambda: at.coach.asked)
    assert at.window.screen is not None
    redraws = at.window.redraws
    await at.window.screen.leave()
    await at.window.rest()
    await at.window.until(lambda: at.coach.stopped)
    assert (at.window.notices, at.window.redraws) == ([], redraws)


@on_a_loop
async def test_escape_does_nothing_before_and_after(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    await at.window.press("Escape")
    assert WOULD_LEAVE in at.window.seen
    await at.click("Send")
    await at.window.press("Escape")
    assert TITLE in at.window.seen


# ---------------------------------------------------------------- what came of it
@on_a_loop
async def test_a_failure_is_told_in_place_and_the_same_text_sent_again(tmp_path: Path) -> None:
    at = await sat(tmp_path, Help.TIGHTEN, CoachBusy("the coach is overloaded"), SHORTER)
    await at.click("Send")
    assert {NO_ANSWER, "The coach is overloaded."} <= set(at.window.seen)
    await at.click("Try again")
    first, second = at.coach.asked
    assert first == second
    assert TITLE in at.window.seen


@pytest.mark.parametrize(
    "answer",
    [
        dict.fromkeys(SHORTER, GERMAN),
        {"situation": "Only this."},
        CoachAnswerUnusable("the answer was cut off at 3000 tokens"),
    ],
)
@on_a_loop
async def test_an_answer_that_cannot_be_used_leaves_the_story_alone(
    tmp_path: Path, answer: object
) -> None:
    at = await sat(tmp_path, Help.TIGHTEN, answer)
    await at.click("Send")
    assert NO_ANSWER in at.window.seen
    await at.click("Settings")
    assert at.window.went == ["/settings"]
    assert at.story.action == TOLD["action"]


@on_a_loop
async def test_the_answer_is_shown_in_pieces_with_what_it_used(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    await at.click("Send")
    assert TITLE in at.window.seen
    assert "412 tokens sent, 380 of them from the cache, 96 received." in at.window.seen
    assert at.story.situation == TOLD["situation"], "nothing is put in without a click"


@on_a_loop
async def test_accepting_one_piece_changes_that_and_undo_brings_it_back(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    await at.click("Send", "Accept", "Take over 1 change")
    assert (at.story.situation, at.story.action) == (SHORTER["situation"], TOLD["action"])
    (version,) = at.practice.drafting.versions.versions(ID)
    assert version.story.situation == TOLD["situation"]
    await at.window.undone()
    assert at.story.situation == TOLD["situation"]


@on_a_loop
async def test_suggestions_are_confirmed_one_by_one_and_lines_taken_over(tmp_path: Path) -> None:
    shown = [
        {"id": "delivery", "quote": "I cut the scope by half"},
        {"id": "teamwork", "quote": "we sang together"},
    ]
    lines = {"headline": "Cut the scope by half", "must_land": ""}
    at = await sat(tmp_path, Help.SUGGEST, {"competencies": shown, **lines})
    await at.click("Send")
    assert "“I cut the scope by half”" in at.window.seen
    assert "1 suggestion left out: not in your words." in at.window.seen
    await at.click("Delivery")
    assert at.story.primary_competency == "delivery"
    await at.click("Accept", "Take over 1 change")
    assert at.story.headline == "Cut the scope by half"
    assert at.story.primary_competency == "delivery"


@on_a_loop
async def test_questions_are_shown_and_can_be_asked_for_once_more(tmp_path: Path) -> None:
    probe = {"text": "What did you cut?", "quote": "", "hardness": 2, "why": "Judgement."}
    at = await sat(tmp_path, Help.PROBE, {"questions": [probe]}, look=Look(DARK, 900, 640))
    await at.click("Send")
    assert {NEWS[Help.PROBE], "What did you cut?"} <= set(at.window.seen)
    await at.click("Ask once more")
    assert WOULD_LEAVE in at.window.seen
    assert len(at.coach.asked) == 1


@on_a_loop
async def test_a_take_is_reviewed_with_its_own_words(tmp_path: Path) -> None:
    coach = ScriptedCoach()
    said = "I was at Kestrel. I called twelve customers. They all stayed with us."
    point = {"part": "action", "kind": "worked", "quote": "I called twelve customers"}
    coach.says({"points": [{**point, "says": "This is clear."}], "fix": "Say it sooner."})
    practice = coached_in(tmp_path, coach)
    words = spoken(said)
    kept = take("t1", state=TakeState.READY, question="Tell me of a late release.")
    practice.rehearsing.takes.change("t1", lambda _: kept)
    practice.reviewing.files.keep(kept.id, voiced(10.0), words)
    window = StillWindow(practice)
    await window.show(CoachScreen(window, Help.REVIEW, take_id=kept.id))
    await window.click("Send")
    assert {NEWS[Help.REVIEW], "This is clear.", "Say it sooner."} <= set(window.seen)


@on_a_loop
async def test_a_take_without_words_cannot_be_asked_about(tmp_path: Path) -> None:
    practice = coached_in(tmp_path, ScriptedCoach())
    practice.rehearsing.takes.change("t1", lambda _: take("t1"))
    window = StillWindow(practice)
    with pytest.raises(Exception, match="no words yet"):
        await window.show(CoachScreen(window, Help.REVIEW, take_id=take("t1").id))


@on_a_loop
async def test_every_phase_is_drawn_anew_when_the_window_changes(tmp_path: Path) -> None:
    at = await sat(tmp_path)
    at.window.look = Look(DARK, 900, 640)
    at.window.redraw()
    assert WOULD_LEAVE in at.window.seen
    await at.click("Send")
    at.window.look = LOOK
    at.window.redraw()
    assert TITLE in at.window.seen
    assert isinstance(at.window.drawn, ft.Container)
    assert at.practice.setting_up.settings == Settings()
