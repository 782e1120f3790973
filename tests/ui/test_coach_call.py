import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import flet as ft

from storybuilder.core.band import Band
from storybuilder.core.coaching.brief import tighten_brief
from storybuilder.core.coaching.help import Help
from storybuilder.errors import CoachUnreachable
from storybuilder.practice.coaching import Coached
from storybuilder.ui.coach_call import NO_ANSWER, STOPPED, WOULD_LEAVE, CoachCall, Matter, Ways
from storybuilder.ui.parts.frame import scroll
from tests.ui.coach_desk import TOLD, ScriptedCoach, coached_in, told
from tests.ui.still_window import LOOK, StillWindow, on_a_loop

SAME = {name: TOLD[name] for name in ("situation", "task", "action", "result")}
MATTER = Matter(tighten_brief(told(), Band(60, 90), 140), told())


@dataclass
class Calling:
    """A screen that is one call."""

    window: StillWindow
    at_once: bool
    page: str = "Stories"
    answers: list[Coached] = field(default_factory=list)

    def __post_init__(self) -> None:
        without = ("Two lengths", lambda e: self.window.go("/without"))
        ways = Ways(self._done, lambda: self.window.go("/back"), without)
        self.call = CoachCall(self.window, ways)

    async def _done(self, matter: Matter, coached: Coached) -> None:
        self.answers.append(coached)
        self.window.redraw()

    async def enter(self) -> None:
        matter = Matter(MATTER.brief, MATTER.story, at_once=self.at_once)
        self.window.start(lambda: self.call.ask(matter))

    async def leave(self) -> None:
        self.call.leave()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No keys."""

    def draw(self) -> ft.Control:
        return scroll(self.call.draw([], LOOK.p, LOOK.room), LOOK)


async def calling(
    folder: Path, coach: ScriptedCoach, *, at_once: bool = False, agreed: bool = False
) -> Calling:
    window = StillWindow(coached_in(folder, coach))
    if agreed:
        window.practice.coaching.agree(Help.TIGHTEN)
    screen = Calling(window, at_once)
    await window.show(screen)
    return screen


def saying(*answers: object) -> ScriptedCoach:
    coach = ScriptedCoach()
    coach.says(*answers)  # type: ignore[arg-type]
    return coach


@on_a_loop
async def test_asked_for_by_a_click_and_agreed_to_it_goes_at_once(tmp_path: Path) -> None:
    screen = await calling(tmp_path, saying(SAME), at_once=True, agreed=True)
    assert len(screen.answers) == 1
    assert not screen.call.is_open


@on_a_loop
async def test_neither_a_click_nor_consent_alone_sends(tmp_path: Path) -> None:
    coach = saying(SAME)
    clicked = await calling(tmp_path / "a", coach, at_once=True)
    agreed = await calling(tmp_path / "b", coach, agreed=True)
    assert coach.asked == []
    assert clicked.call.can_choose
    assert agreed.call.can_choose


@on_a_loop
async def test_every_way_out_of_a_failure_leads_somewhere(tmp_path: Path) -> None:
    screen = await calling(tmp_path, saying(CoachUnreachable("it broke off"), SAME))
    await screen.window.click("Send")
    assert NO_ANSWER in screen.window.seen
    for label in ("Settings", "Two lengths", "Go back"):
        await screen.window.click(label)
    assert screen.window.went == ["/settings", "/without", "/back"]
    await screen.window.click("Try again")
    assert len(screen.answers) == 1


@on_a_loop
async def test_a_stop_shows_again_what_was_sent(tmp_path: Path) -> None:
    coach = saying(SAME)
    coach.held = True
    screen = await calling(tmp_path, coach)
    await screen.window.touch("Send")
    await screen.window.until(lambda: coach.asked)
    screen.call.stop()
    await screen.window.rest()
    assert {STOPPED, WOULD_LEAVE} <= set(screen.window.seen)
    assert screen.answers == []


@on_a_loop
async def test_a_failure_after_the_stop_is_nobodys_business(tmp_path: Path) -> None:
    coach = saying(CoachUnreachable("it broke off"))
    screen = await calling(tmp_path, coach)
    await screen.window.touch("Send")
    screen.call.leave()
    await screen.window.rest()
    assert screen.answers == []
    assert NO_ANSWER not in screen.window.seen


@on_a_loop
async def test_leaving_while_it_is_worked_out_shows_nothing_later(tmp_path: Path) -> None:
    window = StillWindow(coached_in(tmp_path, saying(SAME)))
    screen = Calling(window, at_once=False)
    await window.open(screen)
    await asyncio.sleep(0)  # it has begun
    await screen.leave()
    redraws = window.redraws
    await window.rest()
    assert window.redraws == redraws
