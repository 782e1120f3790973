"""The section of the settings that chooses whose words name the competencies."""

from functools import partial

import flet as ft

from storybuilder.core.framework import OWN, Framework, FrameworkMisfit, own_framework
from storybuilder.ui.parts.field import boxed, named
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.option import option
from storybuilder.ui.parts.text import heading, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, Palette, S

OWN_LABEL = "Your own"
OWN_FIELD = "Your framework"
WAITING = "Customers first: customer focus, integrity"


class FrameworkSection:
    """One option a framework; the person's own is written below, one item a line."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._boxes: dict[str, ft.TextField] = {}

    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """Every framework, the chosen one marked, and where its words were read."""
        practice = self._window.practice
        chosen = practice.setting_up.settings.framework
        rows: list[ft.Control] = [
            heading("Words of the employer", p, "what the competencies are called"),
            gap(S),
        ]
        rows += [self._option(one, chosen, p, room) for one in practice.frameworks]
        rows.append(option(OWN_LABEL, chosen == OWN, lambda e: self._choose(OWN), p, room))
        if chosen == OWN:
            rows += [gap(XS), self._own(p, room)]
        else:
            rows += [gap(XS), text(f"Source: {practice.framework().source}", "tiny", p.soft)]
        return rows

    def _option(self, one: Framework, chosen: str, p: Palette, room: float) -> ft.Control:
        return option(one.name, one.id == chosen, lambda e: self._choose(one.id), p, room)

    def _own(self, p: Palette, room: float) -> ft.Control:
        written = self._window.practice.setting_up.settings.own_framework
        field = self._boxes.setdefault(
            p.name,
            boxed(
                written,
                WAITING,
                p,
                multiline=True,
                min_lines=3,
                max_lines=12,
                width=room,
                on_blur=self._write,
            ),
        )
        told = "One item a line: its name, a colon, and the competencies that show it."
        return ft.Column(
            [text(told, "small", p.soft), named(field, OWN_FIELD)], spacing=XS, tight=True
        )

    def _choose(self, framework: str) -> None:
        self._window.start(partial(self._keep, framework=framework))

    async def _keep(self, **changes: str) -> None:
        setting_up = self._window.practice.setting_up
        await self._window.work(lambda: setting_up.choose(**changes))
        self._window.redraw()

    def _write(self, event: ft.Event[ft.TextField]) -> None:
        """Keep what was written if it is a framework; else say in the field why not."""
        written = event.control.value or ""
        event.control.error = self._misfit(written)
        self._window.refresh(event.control)
        if event.control.error is None:
            self._window.start(partial(self._keep, own_framework=written))

    def _misfit(self, written: str) -> str | None:
        try:
            own_framework(written, self._window.practice.competencies)
        except FrameworkMisfit as misfit:
            return f"Not kept: it {misfit}"
        return None
