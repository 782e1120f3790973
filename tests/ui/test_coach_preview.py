from pathlib import Path

import flet as ft

from storybuilder.core.coaching.cost import Prices
from storybuilder.core.coaching.help import Help
from storybuilder.core.settings import Settings
from storybuilder.ui.coach import CoachScreen
from storybuilder.ui.coach_preview import ADD_LABEL, REMEMBER
from storybuilder.ui.coach_words import NO_PRICE
from storybuilder.ui.labels import NO_BREAK
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.theme import DARK, LIGHT
from tests.ui.coach_desk import ID, TOLD, ScriptedCoach, coached_in, told
from tests.ui.controls import box, button, submit, walk, write
from tests.ui.still_window import LOOK, StillWindow, on_a_loop

SHORTER = {name: TOLD[name] for name in ("situation", "task", "action", "result")}


async def previewed(
    folder: Path,
    *,
    settings: Settings | None = None,
    look: Look = LOOK,
    coach: ScriptedCoach | None = None,
    **fields: object,
) -> StillWindow:
    coach = coach or ScriptedCoach()
    coach.says(SHORTER)
    practice = coached_in(folder, coach, settings=settings)
    practice.drafting.put(told(**fields))
    window = StillWindow(practice, look)
    await window.show(CoachScreen(window, Help.TIGHTEN, story_id=ID))
    return window


def text_of(window: StillWindow) -> str:
    """The exact text as it is shown, placeholders and all."""
    spans = [one.text for one in walk(window.drawn) if isinstance(one, ft.TextSpan) and one.text]
    return "".join(spans).replace(NO_BREAK, " ")


@on_a_loop
async def test_the_text_is_shown_with_its_masked_words_marked(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    assert "At [NAME 1] we were" in text_of(window)
    marks = [one for one in walk(window.drawn) if isinstance(one, ft.TextSpan) and one.style]
    grounds = {one.text: one.style.bgcolor for one in marks if one.style}
    assert grounds[f"[NAME{NO_BREAK}1]"] == LIGHT.band


@on_a_loop
async def test_a_click_shows_a_masked_word_and_another_masks_it_again(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    before = window.seen
    await window.click("Show")
    assert "At Kestrel we were" in text_of(window)
    assert "Sent as it stands: 1" in window.seen
    await window.click("Mask")
    assert window.seen == before


@on_a_loop
async def test_what_is_sent_is_what_is_shown_after_a_change(tmp_path: Path) -> None:
    coach = ScriptedCoach()
    window = await previewed(tmp_path, coach=coach)
    await window.click("Show")
    await window.click("Send")
    assert "At Kestrel we were" in coach.asked[0].material


@on_a_loop
async def test_two_quick_changes_both_hold(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    ways = [one for one in walk(window.drawn) if isinstance(one, ft.TextButton)]
    shows = [one for one in ways if _said(one) == "Show"]
    for one in shows[:2]:
        await window.push(one)
    await window.rest()
    assert "Sent as it stands: 2" in window.seen


@on_a_loop
async def test_what_was_shown_stays_shown_when_another_length_is_chosen(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    await window.click("Show")
    await window.click("1:15 to 1:45")
    assert "At Kestrel we were" in text_of(window)


@on_a_loop
async def test_words_are_added_to_what_is_masked(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    submit(box(window.drawn, ADD_LABEL), "scope")
    await window.rest()
    assert "I cut the [WORD 1] by" in text_of(window)
    assert box(window.drawn, ADD_LABEL).value == ""


@on_a_loop
async def test_a_word_that_is_not_there_is_told(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    submit(box(window.drawn, ADD_LABEL), "zebra")
    await window.rest()
    assert "“zebra” does not stand in this text." in window.seen


@on_a_loop
async def test_a_word_still_typed_is_masked_and_shown_before_anything_is_sent(
    tmp_path: Path,
) -> None:
    coach = ScriptedCoach()
    window = await previewed(tmp_path, coach=coach)
    write(box(window.drawn, ADD_LABEL), "scope")
    await window.click("Send")
    assert coach.asked == []
    assert "[WORD 1]" in text_of(window)
    await window.click("Send")
    assert "scope" not in coach.asked[0].material.partition("The length")[0]


@on_a_loop
async def test_nothing_is_sent_while_another_text_is_worked_out(tmp_path: Path) -> None:
    coach = ScriptedCoach()
    window = await previewed(tmp_path, coach=coach)
    await window.touch("Show")
    await window.click("Send")
    assert coach.asked == []
    assert not getattr(button(window.drawn, "Send"), "disabled", None)


@on_a_loop
async def test_the_instructions_are_folded_and_open(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    assert not [said for said in window.seen if said.startswith("You are an editor")]
    await window.click("Show the instructions")
    assert [said for said in window.seen if said.startswith("You are an editor")]
    await window.click("Hide the instructions")
    assert "Show the instructions" in window.seen


@on_a_loop
async def test_a_known_price_is_told_and_an_unknown_one_leads_to_settings(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    await window.click(NO_PRICE)
    assert window.went == ["/settings"]
    known = await previewed(tmp_path, settings=Settings(coach_prices=Prices(3, 15)))
    assert any(said.startswith("At most 0.") for said in known.seen)


@on_a_loop
async def test_a_broken_prompt_of_ones_own_is_told(tmp_path: Path) -> None:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "tighten.md").write_text("nothing")
    window = await previewed(tmp_path)
    assert any("is not used" in said for said in window.seen)


@on_a_loop
async def test_what_was_opened_and_ticked_survives_a_narrower_window(tmp_path: Path) -> None:
    window = await previewed(tmp_path)
    await window.click("Show the instructions")
    await window.click(f"○ {REMEMBER}")
    window.look = Look(DARK, 900, 640)
    window.redraw()
    assert {"Hide the instructions", f"✓ {REMEMBER}"} <= set(window.seen)


def _said(control: ft.TextButton) -> str:
    return str(getattr(control.content, "value", ""))
