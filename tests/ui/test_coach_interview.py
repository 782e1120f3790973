import dataclasses
from pathlib import Path

import pytest

from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.coaching.help import Help
from storybuilder.core.story import Part, Story
from storybuilder.errors import CoachUnreachable, LibraryUnwritable
from storybuilder.ui.coach_asked import LABEL, LEFT_OUT
from storybuilder.ui.coach_call import NO_ANSWER, WOULD_LEAVE
from storybuilder.ui.coach_interview import SKIPPED, InterviewScreen
from storybuilder.ui.coach_preview import REMEMBER
from tests.ui.coach_desk import ID, ScriptedCoach, coached_in, told
from tests.ui.controls import box, write
from tests.ui.still_window import StillWindow, nowhere_to_write, on_a_loop

FIRST = {"question": "How did it end?", "why": "To see the change.", "draft": ""}
SECOND = {"question": "How many stayed?", "why": "A number helps.", "draft": ""}
DRAFT = {"question": "", "why": "", "draft": "All twelve customers stayed."}
ANSWER = "All twelve customers stayed with us."


@dataclasses.dataclass
class Talk:
    """An interview on the screen, and the coach behind it."""

    window: StillWindow
    coach: ScriptedCoach

    @property
    def story(self) -> Story:
        return self.window.practice.drafting.story(ID)

    def kept(self, part: Part = Part.RESULT) -> tuple[Exchange, ...]:
        return self.window.practice.interviewing.so_far(ID, part)

    def type(self, words: str) -> None:
        write(box(self.window.drawn, LABEL), words)

    async def click(self, *labels: str) -> None:
        for label in labels:
            await self.window.click(label)


async def talk(folder: Path, *answers: object, agreed: bool = False) -> Talk:
    """An interview about a story without a result."""
    coach = ScriptedCoach()
    coach.says(*(answers or (FIRST, SECOND, DRAFT)))  # type: ignore[arg-type]
    practice = coached_in(folder, coach)
    practice.drafting.put(told(result=""))
    if agreed:
        practice.coaching.agree(Help.INTERVIEW)
    window = StillWindow(practice)
    await window.show(InterviewScreen(window, ID))
    return Talk(window, coach)


@on_a_loop
async def test_the_first_part_without_words_is_asked_about(tmp_path: Path) -> None:
    at = await talk(tmp_path)
    assert WOULD_LEAVE in at.window.seen
    assert "Interview me: result" in at.window.seen
    assert at.coach.asked == []


@on_a_loop
async def test_another_part_is_chosen_before_anything_is_sent(tmp_path: Path) -> None:
    at = await talk(tmp_path)
    await at.click("Task", "Send")
    assert "Question 1 about the task" in at.window.seen
    assert '<given name="part">\ntask' in at.coach.asked[0].material


@on_a_loop
async def test_one_question_at_a_time_with_why_and_the_keyboard_in_its_field(
    tmp_path: Path,
) -> None:
    at = await talk(tmp_path)
    await at.click("Send")
    assert {"How did it end?", "To see the change."} <= set(at.window.seen)
    assert box(at.window.drawn, LABEL).autofocus


@on_a_loop
async def test_an_answer_is_on_disk_before_the_next_call_which_is_shown_first(
    tmp_path: Path,
) -> None:
    at = await talk(tmp_path)
    await at.click("Send")
    at.type(ANSWER)
    await at.click("Answer")
    assert at.kept() == (Exchange("How did it end?", ANSWER),)
    assert WOULD_LEAVE in at.window.seen
    assert len(at.coach.asked) == 1
    await at.click("Send")
    assert "How many stayed?" in at.window.seen


@on_a_loop
async def test_once_agreed_to_each_answer_asks_on_at_once(tmp_path: Path) -> None:
    at = await talk(tmp_path)
    await at.click(f"○ {REMEMBER}", "Send")
    at.type(ANSWER)
    await at.window.press("Enter", ctrl=True)
    await at.window.rest()
    assert {"How many stayed?", "Question 2 about the result", ANSWER} <= set(at.window.seen)


@on_a_loop
async def test_opening_it_sends_nothing_even_when_agreed_to(tmp_path: Path) -> None:
    at = await talk(tmp_path, agreed=True)
    assert at.coach.asked == []


@on_a_loop
async def test_an_answer_given_twice_by_a_double_click_is_kept_once(tmp_path: Path) -> None:
    at = await talk(tmp_path, agreed=True)
    await at.click("Send")
    at.type(ANSWER)
    await at.window.touch("Answer")
    await at.window.touch("Answer")
    await at.window.rest()
    assert len(at.kept()) == 1


@on_a_loop
async def test_an_empty_answer_goes_nowhere_and_a_skip_goes_on(tmp_path: Path) -> None:
    at = await talk(tmp_path, agreed=True)
    await at.click("Send", "Answer")
    assert "How did it end?" in at.window.seen
    await at.click("Skip")
    assert "How many stayed?" in at.window.seen
    assert at.kept() == (Exchange("How did it end?", SKIPPED),)


@on_a_loop
async def test_a_draft_comes_as_a_proposal_and_is_taken_over(tmp_path: Path) -> None:
    at = await talk(tmp_path, FIRST, DRAFT, agreed=True)
    await at.click("Send")
    at.type(ANSWER)
    await at.click("Draft it now")
    assert "Draft the part now" in at.coach.asked[1].material
    assert "One change, all from your own words." in at.window.seen
    assert at.story.result == ""
    await at.click("Accept what is yours (1)", "Take over 1 change")
    assert at.story.result == DRAFT["draft"]
    await at.window.undone()
    assert at.story.result == ""


@on_a_loop
async def test_answers_are_there_again_and_can_be_begun_anew(tmp_path: Path) -> None:
    at = await talk(tmp_path, agreed=True)
    await at.click("Send")
    at.type(ANSWER)
    await at.click("Answer")
    await at.window.show(InterviewScreen(at.window, ID))
    assert {"1 answer kept so far.", ANSWER} <= set(at.window.seen)
    await at.click("Begin anew")
    assert at.kept() == ()
    assert ANSWER not in at.window.seen


@on_a_loop
async def test_an_answer_being_typed_is_kept_when_the_screen_is_left(tmp_path: Path) -> None:
    at = await talk(tmp_path, agreed=True)
    await at.click("Send")
    at.type(ANSWER)
    assert at.window.screen is not None
    await at.window.screen.leave()
    assert at.kept() == (Exchange("How did it end?", ANSWER),)


@on_a_loop
async def test_an_answer_that_cannot_be_kept_stays_in_its_field(tmp_path: Path) -> None:
    at = await talk(tmp_path / "data", agreed=True)
    await at.click("Send")
    at.type(ANSWER)
    with nowhere_to_write(tmp_path / "data"):
        await at.click("Answer")
        assert box(at.window.drawn, LABEL).value == ANSWER
        assert at.window.screen is not None
        with pytest.raises(LibraryUnwritable):
            await at.window.screen.leave()
    assert len(at.coach.asked) == 1
    await at.click("Answer")
    assert "How many stayed?" in at.window.seen


@on_a_loop
async def test_a_failed_call_loses_no_answer(tmp_path: Path) -> None:
    at = await talk(tmp_path, FIRST, CoachUnreachable("the answer broke off"), SECOND, agreed=True)
    await at.click("Send")
    at.type(ANSWER)
    await at.click("Answer")
    assert {NO_ANSWER, ANSWER} <= set(at.window.seen)
    await at.click("Try again")
    assert "How many stayed?" in at.window.seen


@on_a_loop
async def test_a_question_with_facts_of_its_own_is_not_asked(tmp_path: Path) -> None:
    lying = {**FIRST, "question": "Why did you lose 40 customers in Paris?"}
    at = await talk(tmp_path, lying, SECOND, agreed=True)
    await at.click("Send")
    assert LEFT_OUT in at.window.seen
    assert lying["question"] not in at.window.seen
    await at.click("Ask again")
    assert "How many stayed?" in at.window.seen


@on_a_loop
async def test_escape_stops_a_call_and_the_way_back_leads_to_the_story(tmp_path: Path) -> None:
    at = await talk(tmp_path)
    at.coach.held = True
    await at.window.touch("Send")
    await at.window.until(lambda: at.coach.asked)
    await at.window.press("Escape")
    await at.window.rest()
    await at.window.until(lambda: at.coach.stopped)
    assert WOULD_LEAVE in at.window.seen
    await at.click("Go back")
    assert at.window.went == [f"/stories/{ID}"]
