"""Journey: a take was heard wrong; the person puts it right and the report follows."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from storybuilder.core.correction import corrected
from storybuilder.core.settings import Settings
from storybuilder.core.take import Take, TakeId
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.builders import spoken
from tests.journeys.conftest import Open
from tests.journeys.flutter import SETTLE_MS, Flutter
from tests.journeys.test_pictures import SPOKEN, fill, voice

pytestmark = pytest.mark.slow
WASTE = "The error went from 19 % to 8 % in a month, and waste fell by 50 %."
NOT_AS_DRAFTED = re.compile(r"Drafted 15\s%, said 50\s%")


def told(data: Path) -> None:
    """A take on disk, and one of the day before that never came to a result."""
    take = fill(data)
    practice = assemble(Places(data), Settings()).practice
    words = spoken(SPOKEN[: SPOKEN.index("The error went")], words_per_minute=97)
    before = replace(take, id=TakeId("before"), recorded_at=take.recorded_at - timedelta(days=1))
    practice.reviewing.files.keep(before.id, voice(words), words)
    practice.rehearsing.takes.change("before", lambda _: before)


def on_disk(data: Path) -> Take:
    return assemble(Places(data), Settings()).practice.rehearsing.take(TakeId("take"))


def words_on_disk(data: Path) -> str:
    """The take as it reads with its corrections; what was heard is as it was."""
    take, practice = on_disk(data), assemble(Places(data), Settings()).practice
    heard = practice.reviewing.heard(take)
    assert heard is not None
    assert heard[1] is not None
    assert heard[1].text == SPOKEN
    return corrected(heard[1], take.corrections).text


def correcting(app: Flutter) -> None:
    app.button(re.compile("^The forecast that drifted")).click()
    app.button("Take 2").click()
    app.button("Correct").click()
    app.see(re.compile("^A letter opens the parts"))


def choose(app: Flutter, sentence: int, part: str) -> None:
    app.button(re.compile(f"^Sentence {sentence}: ")).click()
    app.page.get_by_role("menuitem", name=part).click()


def test_a_corrected_word_and_part_change_the_report_and_are_kept(
    open_app: Open, data: Path
) -> None:
    told(data)
    app = open_app(height=1800)
    correcting(app)
    app.see(NOT_AS_DRAFTED)
    app.write("Words of sentence 12", WASTE.replace("50", "15"))
    app.page.keyboard.press("Tab")
    expect(app.text(NOT_AS_DRAFTED)).to_have_count(0)
    choose(app, 5, "Action")
    app.hear_of(re.compile("No sentence tells the task"))
    app.hear_of(re.compile("^Sentence 5: Action, corrected"))
    app.button("Done").click()
    app.button("Correct").wait_for()
    app.page.reload()
    app.hear()
    app.hear_of(re.compile("No sentence tells the task"))
    expect(app.text(NOT_AS_DRAFTED)).to_have_count(0)
    assert words_on_disk(data) == SPOKEN.replace("50 %", "15 %")


def test_a_sentence_is_divided_and_joined_again_by_keyboard(open_app: Open, data: Path) -> None:
    told(data)
    app = open_app(height=1800)
    correcting(app)
    box = app.box("Words of sentence 2")
    box.click()
    expect(box).to_be_focused()
    app.page.wait_for_timeout(SETTLE_MS)
    app.page.keyboard.press("Control+Home")
    for _ in range(3):
        app.page.keyboard.press("Control+ArrowRight")
    app.page.keyboard.press("Enter")
    app.hear_of(re.compile("^Sentence 3: Situation, corrected"))
    expect(app.box("Words of sentence 3")).to_be_focused()
    app.hear_of(re.compile("^Sentence 15: "))
    app.page.keyboard.press("Control+z")
    expect(app.button(re.compile("^Sentence 15: "))).to_have_count(0)
    assert on_disk(data).corrections.made == ()


def test_the_next_take_says_whether_the_last_fix_was_done(open_app: Open, data: Path) -> None:
    told(data)
    app = open_app(height=1800)
    correcting(app)
    app.hear_of(re.compile("^Last time’s fix: done"))
    for sentence in (12, 13, 14):
        choose(app, sentence, "Other")
        app.hear_of(re.compile(f"^Sentence {sentence}: Other, corrected"))
    app.hear_of(re.compile("^Last time’s fix: not yet"))
