"""Ways to begin, on the Stories screen: asked, found, pasted, or looked at in an example."""

from collections.abc import Callable

import flet as ft

from storybuilder.practice.beginning import Beginning
from storybuilder.ui.labels import count
from storybuilder.ui.parts.text import link
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import L

ASKED, FOUND, PASTED = "Answer question by question", "Find a story", "Paste a text"
ADD, REMOVE = "Add examples", "Remove the examples"


class WaysToBegin:
    """Links beside "New story"; `changed` is told when the list on disk has changed."""

    def __init__(self, window: Window, changed: Callable[[], None]) -> None:
        self._window, self._changed = window, changed

    def row(self, *, examples: bool) -> ft.Control:
        """The links; with `examples` in the list the last one takes them away."""
        window, p = self._window, self._window.look.p
        ways: list[ft.Control] = [
            link(ASKED, p, lambda e: window.start(self._asked), color=p.ink),
            link(FOUND, p, lambda e: window.go("/stories/find"), color=p.ink),
            link(PASTED, p, lambda e: window.go("/stories/paste"), color=p.ink),
        ]
        if examples:
            ways.append(link(REMOVE, p, lambda e: window.start(self._remove)))
        else:
            ways.append(link(ADD, p, lambda e: window.start(self._add)))
        return ft.Row(ways, spacing=L, wrap=True, run_spacing=0)

    @property
    def _beginning(self) -> Beginning:
        return self._window.practice.beginning

    async def _asked(self) -> None:
        story = await self._window.work(self._window.practice.drafting.start)
        self._window.go(f"/stories/{story.id}/draft")

    async def _add(self) -> None:
        await self._window.work(self._beginning.add_examples)
        self._changed()

    async def _remove(self) -> None:
        gone = await self._window.work(self._beginning.remove_examples)
        self._changed()

        async def restored() -> None:
            await self._window.work(self._beginning.restore_examples, gone)
            self._changed()

        said = f"{count(len(gone), 'example')} removed"
        self._window.notice(said, ("Undo", lambda e: self._window.start(restored)))
