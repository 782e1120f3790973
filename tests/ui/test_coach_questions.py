"""The coach's questions: each with its words and its why, and a way to answer it aloud."""

from pathlib import Path

from storybuilder.core.coaching.answer import NextQuestion, Probe, Probes
from storybuilder.core.coaching.brief import Exchange
from storybuilder.ui.coach_questions import NOTHING_LEFT, Answering, questions_view
from storybuilder.ui.quotes_heard import QuotesHeard
from storybuilder.ui.theme import DARK, LIGHT
from tests.ui.controls import button, click, names, texts
from tests.ui.still_window import StillWindow, on_a_loop, practice_in
from tests.ui.told_take import ANSWER, CLINIC, told_take

KIND = Probe("Where was that?", "", 1, "Context.")
HARD = Probe("What did you do of it?", "We called every patient", 4, "Your own part.")
NEXT = NextQuestion("Who disagreed?", "I moved the check-in online", "How you meet resistance.")


async def answering(folder: Path, *, with_take: bool = True) -> Answering:
    window = StillWindow(practice_in(folder))
    if not with_take:
        window.practice.drafting.put(CLINIC)
        return Answering(window, CLINIC)
    made = told_take(window.practice)
    heard = QuotesHeard(window, made)
    await heard.look()
    return Answering(window, CLINIC, made, heard)


@on_a_loop
async def test_questions_stand_with_their_words_and_why_from_kind_to_hard(tmp_path: Path) -> None:
    view = questions_view(Probes((KIND, HARD)), await answering(tmp_path), LIGHT, 700, dropped=0)
    said = texts(view)
    assert said.index("kind") < said.index("Where was that?") < said.index("hard")
    assert "“We called every patient”" in said
    assert "Why they ask: Your own part." in said
    assert said.count("Listen") == 1


@on_a_loop
async def test_without_a_take_there_is_nothing_to_listen_to(tmp_path: Path) -> None:
    of_story = await answering(tmp_path, with_take=False)
    assert "Listen" not in texts(questions_view(Probes((HARD,)), of_story, DARK, 700, dropped=0))


@on_a_loop
async def test_what_was_left_out_is_told(tmp_path: Path) -> None:
    asked = await answering(tmp_path)
    said = texts(questions_view(Probes((KIND,)), asked, LIGHT, 700, dropped=2))
    assert any(words.startswith("2 questions or quotes were left out") for words in said)
    none = texts(questions_view(Probes(()), asked, LIGHT, 700, dropped=3))
    assert NOTHING_LEFT in none
    left = texts(questions_view(NextQuestion("", "", ""), asked, LIGHT, 700, dropped=1))
    assert left[0] == NOTHING_LEFT


@on_a_loop
async def test_each_question_is_answered_aloud_with_its_story(tmp_path: Path) -> None:
    asked = await answering(tmp_path)
    view = questions_view(Probes((KIND, HARD)), asked, LIGHT, 700, dropped=0)
    click(button(view, "Record an answer"))
    window = asked.window
    assert isinstance(window, StillWindow)
    assert window.went == ["/rehearse/clinic/aloud/1"]
    assert window.practice.asked_aloud.question("1") == "Where was that?"


@on_a_loop
async def test_the_next_question_remembers_what_led_to_it(tmp_path: Path) -> None:
    asked = await answering(tmp_path)
    view = questions_view(NEXT, asked, LIGHT, 700, dropped=0)
    assert "Who disagreed?" in texts(view)
    assert any(name.startswith("Listen") for name in [*names(view), *texts(view)])
    click(button(view, "Record an answer"))
    before = asked.window.practice.asked_aloud.before("Who disagreed?")
    assert before == (Exchange("Tell me about a queue.", ANSWER),)


@on_a_loop
async def test_an_earlier_exchange_of_the_sitting_stays_before_the_last(tmp_path: Path) -> None:
    made = await answering(tmp_path)
    first = Exchange("Tell me about you.", "I run a clinic.")
    asked = Answering(made.window, CLINIC, made.take, made.heard, (first,))
    asked.record("Who disagreed?")
    before = asked.window.practice.asked_aloud.before("Who disagreed?")
    assert [one.question for one in before] == ["Tell me about you.", "Tell me about a queue."]
