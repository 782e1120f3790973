"""The part of the settings that tells what the recordings take, and takes less of it."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from storybuilder.core.take import TakeId
from storybuilder.core.thinning import Rule
from storybuilder.errors import StorybuilderError
from storybuilder.practice.keeping import Space, Thinning
from storybuilder.ui.labels import count
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.option import option
from storybuilder.ui.parts.states import Working, failure_shown
from storybuilder.ui.parts.text import link, text
from storybuilder.ui.recordings_rows import (
    RULES,
    room,
    space_words,
    thinned_words,
    thinning_words,
)
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, L, M, Palette, S

AS_WAV = "As they were recorded"
AS_FLAC = "As FLAC: about 60 % of the size, nothing lost"
KEEP = "Keep recordings"
THIN = "Make room: remove the sound of takes, and keep their words and reports"


@dataclass
class Shrinking:
    """Recordings are becoming FLAC while the person looks on."""

    recordings: int
    done: float = 0.0
    """How much of it, 0 to 1."""
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Still:
    """Nothing is under way; what went wrong the last time, if anything did."""

    failure: StorybuilderError | None = None


class RecordingsSection:
    """Room taken, how recordings are kept, and which sound may go."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._keeping = window.practice.keeping
        self._setting_up = window.practice.setting_up
        self._space: Space | None = None
        self._phase: Shrinking | Still = Still()
        self._working: Working | None = None
        self._rule: Rule | None = None
        self._thinning: Thinning | None = None
        self._body = ft.Column(spacing=0, tight=True)
        self._drawn: tuple[Palette, float] | None = None

    async def look(self) -> None:
        """See what the recordings take now."""
        self._space = await self._window.work(self._keeping.space)
        if self._rule is not None:
            self._thinning = await self._window.work(self._keeping.to_thin, self._rule)

    def leave(self) -> None:
        """What is under way goes on in the background."""
        if isinstance(self._phase, Shrinking):
            self._phase.stopped = True
            self._window.practice.shrinking.start()

    def draw(self, p: Palette, width: float) -> list[ft.Control]:
        """What they take; how they are kept; what could go, and what just went."""
        self._drawn = p, width
        self._body = ft.Column(self._rows(p, width), spacing=0, tight=True, width=width)
        return [self._body]

    def _show(self) -> None:
        """Draw this section anew; the screen stays where it is scrolled to."""
        if self._drawn is not None:
            self._body.controls = self._rows(*self._drawn)
            self._window.refresh(self._body)

    def _rows(self, p: Palette, width: float) -> list[ft.Control]:
        if self._space is None:
            return []
        line, below = space_words(self._space)
        rows: list[ft.Control] = [text(line, "strong", p.ink)]
        if below:
            rows.append(text(below, "body", p.soft, width=width))
        if self._space.aside:
            rows.append(ft.Row([self._way_back(self._space.aside, p)]))
        rows += [gap(M), text(KEEP, "small_strong", p.soft), gap(XS)]
        rows += self._ways_to_keep(p, width)
        rows += self._under_way(p, width)
        return [*rows, gap(L), *self._thin(p, width)]

    # ------------------------------------------------------------ as FLAC
    def _ways_to_keep(self, p: Palette, width: float) -> list[ft.Control]:
        chosen = self._setting_up.settings.keep_flac
        return [
            option(AS_WAV, not chosen, lambda e: self._choose(flac=False), p, width),
            option(AS_FLAC, chosen, lambda e: self._choose(flac=True), p, width),
        ]

    def _choose(self, *, flac: bool) -> None:
        if flac != self._setting_up.settings.keep_flac:
            self._window.start(lambda: self._chosen(flac))

    async def _chosen(self, flac: bool) -> None:
        """Those that are FLAC stay so; from now on new ones are kept the other way."""
        await self._window.work(lambda: self._setting_up.choose(keep_flac=flac))
        if isinstance(self._phase, Shrinking):
            self._phase.stopped = True
        await self.look()
        if flac and self._space is not None and self._space.wavs:
            await self._shrink(Shrinking(self._space.wavs))
        self._show()

    async def _shrink(self, phase: Shrinking) -> None:
        self._phase = phase
        self._show()
        before = self._space.taken_bytes if self._space else 0

        def told(done: float) -> None:
            self._window.post(lambda: self._progress(phase, done))

        try:
            done = await self._window.work(self._keeping.shrink, told, lambda: phase.stopped)
            self._phase = Still()
        except StorybuilderError as failure:
            self._phase = Still(failure)
            done = 0
        await self.look()
        saved = before - (self._space.taken_bytes if self._space else before)
        if done and saved > 0:
            self._window.notice(f"{count(done, 'recording')} kept as FLAC, {room(saved)} less.")

    def _under_way(self, p: Palette, width: float) -> list[ft.Control]:
        if isinstance(self._phase, Still):
            failure = self._phase.failure
            return [gap(S), failure_shown(failure, p, width)] if failure else []
        stop = ("Stop", lambda e: self._choose(flac=False))
        self._working = Working("Keeping the recordings as FLAC", p, width, stop)
        self._working.show(self._phase.done, _progress_words(self._phase))
        return [gap(S), self._working.root]

    def _progress(self, phase: Shrinking, done: float) -> None:
        phase.done = done
        if self._working is not None and self._phase is phase:
            self._window.refresh(*self._working.show(done, _progress_words(phase)))

    # ------------------------------------------------------------ thinning
    def _thin(self, p: Palette, width: float) -> list[ft.Control]:
        if self._space is None or not self._space.recordings:
            return []
        ways: list[ft.Control] = [
            quiet(label, p, partial(self._consider, rule), chosen=rule == self._rule)
            for label, rule in RULES
        ]
        rows: list[ft.Control] = [
            text(THIN, "small_strong", p.soft),
            gap(XS),
            ft.Row(ways, spacing=S, wrap=True, run_spacing=0, width=width),
        ]
        if self._rule is None or self._thinning is None:
            return rows
        rows += [gap(S), text(thinning_words(self._thinning, self._rule), "body", p.soft)]
        if self._thinning.takes:
            remove = link(
                "Remove their sound",
                p,
                lambda e: self._window.start(self._remove),
                role="small_strong",
                color=p.ink,
            )
            rows.append(ft.Row([remove]))
        return rows

    async def _consider(self, rule: Rule, _: object = None) -> None:
        self._rule = None if rule == self._rule else rule
        await self._see()

    async def _remove(self) -> None:
        thinning, self._rule = self._thinning, None
        if thinning is None:
            return
        await self._window.work(self._keeping.thin, thinning)
        await self._see()
        undo = partial(self._window.start, partial(self._back, thinning.takes))
        self._window.notice(thinned_words(thinning), ("Undo", lambda e: undo()))

    def _way_back(self, ids: tuple[TakeId, ...], p: Palette) -> ft.Control:
        words = f"Bring the sound of {count(len(ids), 'take')} back"
        return link(words, p, lambda e: self._window.start(partial(self._back, ids)))

    async def _back(self, ids: tuple[TakeId, ...]) -> None:
        done = await self._window.work(self._keeping.bring_back, ids)
        await self._see()
        self._window.notice(f"{count(done, 'take')} can be heard again.")

    async def _see(self) -> None:
        await self.look()
        self._show()


def _progress_words(phase: Shrinking) -> str:
    made = round(phase.done * phase.recordings)
    return f"{made} of {count(phase.recordings, 'recording')}. It goes on if you leave Settings."
