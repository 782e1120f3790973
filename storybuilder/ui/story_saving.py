"""A story on its way to disk: after every pause in typing, and before its screen is left."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

import flet as ft

from storybuilder.core.competency import next_choice
from storybuilder.core.story import Story, StoryId
from storybuilder.errors import StorybuilderError
from storybuilder.ui.parts.text import text
from storybuilder.ui.screen import Window

SAVE_AFTER_S = 0.4
"""Typing pauses this long before the story goes to disk."""
SAVED, SAVING = "✓ Saved", "Saving …"


class KeptStory:
    """A story being written, what of it is on disk, and the line that says so.

    With `version_first`, the first edits of a sitting keep what stood there as a version.
    `paused` follows each pause in typing, once the story was saved or could not be.
    """

    def __init__(
        self,
        window: Window,
        id: StoryId,
        *,
        version_first: bool = False,
        paused: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._window = window
        self._drafting = window.practice.drafting
        self._id = id
        self._version_due = version_first
        self._paused = paused
        self._on_disk: Story | None = None
        self._written: Story | None = None
        self._edits = 0
        self._saving = asyncio.Lock()
        self._told, self._asks = SAVED, False
        self._line: ft.Text | None = None

    @property
    def written(self) -> Story | None:
        """The story as it is now; None until it is read."""
        return self._written

    @property
    def on_disk(self) -> Story | None:
        """The story as it was last read or saved; None until it is read."""
        return self._on_disk

    async def read(self) -> Story | None:
        """Read it from disk; None, and on to the list, where it is gone."""
        try:
            self._on_disk = await self._window.work(self._drafting.story, self._id)
        except StorybuilderError as failure:
            self._window.notice(failure.sentence())
            self._window.go("/stories")
            return None
        self._written = self._on_disk
        return self._written

    def status(self) -> ft.Text:
        """The line that says whether it is saved; it follows what happens."""
        p = self._window.look.p
        self._line = text(self._told, "small", p.signal if self._asks else p.soft)
        return self._line

    def write(self, story: Story) -> None:
        """Take over what was typed; it goes to disk at the next pause."""
        self._written = story
        self._edits += 1
        self._tell(SAVING)
        self._window.start(partial(self._save_later, self._edits))

    def choose(self, competency: str) -> None:
        """Add a competency, make it the main one, or take it away; saved at once."""
        if self._written is not None:
            self._written = next_choice(self._written, competency)
            self._window.redraw()
            self._window.start(self._save_now)

    async def save(self) -> StorybuilderError | None:
        """Put what was written on disk; says why when that failed, and keeps it."""
        async with self._saving:
            before, after = self._on_disk, self._written
            if before is None or after is None:
                return None
            try:
                if before != after:
                    self._on_disk = await self._revised(before, after)
            except StorybuilderError as failure:
                self._tell(f"Not saved: {failure.sentence()}", asks=True)
                return failure
            if self._written is after:
                self._written = self._on_disk
                self._tell(SAVED)
            return None

    async def leave(self) -> None:
        """Leave nothing behind. Raises StorybuilderError when it cannot be saved."""
        failure = await self.save()
        if failure is not None:
            raise failure

    async def _revised(self, before: Story, after: Story) -> Story:
        if self._version_due:
            await self._window.work(self._drafting.keep_version, before, "before editing")
            self._version_due = False
        kept = await self._window.work(self._drafting.revise, before, after)
        return replace(after, changed_at=kept.changed_at)

    async def _save_later(self, edit: int) -> None:
        await asyncio.sleep(SAVE_AFTER_S)
        if edit == self._edits:
            await self.save()
            if self._paused is not None:
                await self._paused()

    async def _save_now(self) -> None:
        await self.save()

    def _tell(self, words: str, *, asks: bool = False) -> None:
        self._told, self._asks = words, asks
        if self._line is not None and self._line.value != words:
            p = self._window.look.p
            self._line.value = words
            if self._line.style:
                self._line.style.color = p.signal if asks else p.soft
            self._window.refresh(self._line)
