"""Pictures of the program in use, for the README and for eyes: written to screenshots/."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.settings import Settings
from storybuilder.core.story import Part, StoryId
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice
from storybuilder.places import Places
from storybuilder.program import assemble
from storybuilder.ui.window import KEYS
from tests.builders import NOON, story
from tests.fakes import write_wav
from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter

pytestmark = pytest.mark.slow
PICTURES = Path(__file__).parents[2] / "screenshots"
SPOKEN = (
    "In 2024 I was the only data scientist on the demand team of a grocery wholesaler with 41 "
    "warehouses. Um, we had a forecast that drove every order, and it had been running for, you "
    "know, about two years without anyone touching it. In March the buyers started to complain: "
    "bread ran short on Mondays and milk was thrown away. I looked at the dashboard and "
    "everything on it was green, which was the worrying part. "
    "My task was to find out why, and to bring the error back under 12 % before the Easter "
    "orders, three weeks later. "
    "First I rebuilt the error by store and by weekday instead of the average. I found that the "
    "holiday table had stopped in December, because the job that filled it failed silently. I "
    "put the last good model back the same afternoon, so that the buyers had something to "
    "trust. Then I wrote a check that stops the pipeline when an input goes quiet. I, um, sat "
    "with the buyers for two mornings to learn which errors cost them money, and I weighted the "
    "model by that. I also asked our platform team to alert on missing rows, and I showed them "
    "how to test it. "
    "The error went from 19 % to 8 % in a month, and waste fell by 50 %. The buyers stopped "
    "keeping their own spreadsheets, and the check has caught two silent tables since. I "
    "learned to watch the inputs of a model, not only its average."
)
DRAFT = story(
    "forecast",
    title="The forecast that drifted",
    situation=SPOKEN[: SPOKEN.index("My task")].replace("Um, we", "We").replace(" you know,", ""),
    task=SPOKEN[SPOKEN.index("My task") : SPOKEN.index("First I")],
    action=SPOKEN[SPOKEN.index("First I") : SPOKEN.index("The error went")].replace(" um,", ""),
    result="The error went from 19 % to 8 % in a month, and waste fell by 15 %.",
    must_land="The model was fine. One silent table had cost us more than it ever saved.",
    lesson="Watch the inputs of a model, not only its average.",
    happened="March 2024",
)
SHOWN = {
    "The forecast that drifted": ("failure_learning", "problem_solving"),
    "Two teams, one schema": ("conflict", "teamwork"),
    "Explaining risk to buyers": ("communication", "influence"),
    "The launch we delayed": ("delivery", "prioritisation"),
    "Mentoring Ana": ("mentoring", "leadership"),
    "A model nobody asked for": ("innovation", "ownership"),
    "The week of the outage": ("problem_solving", "technical_depth"),
}
"""What seven stories show, the chief competency first."""
PAUSE_AFTER, PAUSE_S, STEP_S = "away.", 3.1, 0.62


def told() -> Transcript:
    """The answer spoken evenly, with one long pause."""
    words, at_s = [], 0.0
    for text in SPOKEN.split():
        words.append(Word(text, round(at_s, 2), round(at_s + STEP_S - 0.04, 2)))
        at_s += STEP_S + (PAUSE_S if text == PAUSE_AFTER else 0)
    return Transcript(tuple(words), model="base.en")


def voice(words: Transcript) -> Voice:
    before = next(word for word in words.words if word.text == PAUSE_AFTER)
    end_s = words.words[-1].end_s
    return Voice(
        end_s, (Span(0.0, before.end_s), Span(before.end_s + PAUSE_S, end_s)), peak_dbfs=-4.0
    )


def place_of(page: str) -> str:
    """The figure that leads to a page."""
    return next(figure for figure, name in KEYS.items() if name == page)


def fill(data: Path) -> Take:
    practice = assemble(Places(data), Settings()).practice
    practice.drafting.put(DRAFT)
    for place, name in enumerate(("The week of the outage", "Two teams, one schema"), 1):
        shorter = replace(DRAFT, id=StoryId(f"s{place}"), title=name, position=float(place))
        practice.drafting.put(shorter.with_part(Part.RESULT, "") if place == 2 else shorter)
    words = told()
    take = Take(
        id=TakeId("take"),
        recorded_at=NOON,
        state=TakeState.READY,
        target=DEFAULT_TARGET,
        story_id=DRAFT.id,
        question="Tell me about a time your model failed in production.",
        duration_s=words.words[-1].end_s,
    )
    practice.reviewing.files.keep(take.id, voice(words), words)
    write_wav(practice.reviewing.files.audio(take.id), take.duration_s)
    return practice.rehearsing.takes.change(take.id, lambda _: take)


@pytest.mark.parametrize("size", [(1280, 800), (900, 640)], ids=["wide", "small"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_screen_is_drawn_in_both_themes_and_sizes(
    open_app: Open, data: Path, dark: bool, size: tuple[int, int]
) -> None:
    take = fill(data)
    app = open_app(width=size[0], height=size[1], dark=dark)
    suffix = f"{'dark' if dark else 'light'}_{size[0]}x{size[1]}.png"

    def show(name: str, words: str | re.Pattern[str]) -> None:
        app.see(words)
        app.page.wait_for_timeout(700)  # fonts arrive one after another
        app.picture(PICTURES / f"{name}_{suffix}")

    show("stories", "Three stories, one still being written.")
    app.button(re.compile("^The forecast that drifted")).click()
    show("editor", re.compile("Result: 15 words"))
    app.button("Take 1").click()
    show("report", re.compile("Draft and take"))
    assert take.id in app.page.url
    app.button("Correct").click()
    show("correct", re.compile("^A letter opens the parts"))
    app.page.keyboard.press(f"Control+{place_of('Rehearse')}")
    show("rehearse", "Tell “The forecast that drifted”.")
    app.page.keyboard.press(f"Control+{place_of('Questions')}")
    show("questions", re.compile("questions you may be asked"))
    app.button(re.compile("^Tell me about a time you led a group")).click()
    show("question", "A strong answer has")
    app.page.keyboard.press(f"Control+{place_of('Settings')}")
    show("settings", "One download to go: the speech model.")


@pytest.mark.parametrize("size", [(1280, 800), (900, 640)], ids=["wide", "small"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_map_and_the_plan_of_seven_stories(
    open_app: Open, data: Path, dark: bool, size: tuple[int, int]
) -> None:
    drafting = assemble(Places(data), Settings()).practice.drafting
    for place, (name, (primary, *others)) in enumerate(SHOWN.items()):
        told_well = replace(DRAFT, id=StoryId(f"s{place}"), title=name, position=float(place))
        drafting.put(
            replace(told_well, primary_competency=primary, secondary_competencies=tuple(others))
        )
    app = open_app(width=size[0], height=size[1], dark=dark)
    suffix = f"{'dark' if dark else 'light'}_{size[0]}x{size[1]}.png"

    def show(name: str) -> None:
        app.page.wait_for_timeout(700)  # fonts arrive one after another
        app.picture(PICTURES / f"{name}_{suffix}")

    app.button("Map").click()
    app.see("Gaps")
    show("map")
    app.button(re.compile("^What is the hardest problem")).click()
    app.see("Why")
    show("map_why")
    app.button("Plan an interview").click()
    app.see("Carries most")
    show("plan")


def test_a_first_start_teaches(open_app: Open) -> None:
    app: Flutter = open_app()
    app.see("No story yet.")
    app.picture(PICTURES / "first_start.png")
