"""Settings, speech model: which ones there are, get one, use one, or name a folder."""

from dataclasses import dataclass

import flet as ft

from storybuilder.core.speech_model import (
    SPEECH_MODELS,
    SPEED_SOURCE,
    WORD_ERROR_SOURCE,
    SpeechModel,
)
from storybuilder.errors import StorybuilderError
from storybuilder.ui.labels import megabytes, percent
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.states import Working, failure_shown
from storybuilder.ui.parts.text import heading, hint, link, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import M, Palette, S

FOLDER_LABEL = "Or a folder with a model of your own (it goes first)"
COLUMNS = (100, 120, 90, 110)
ABOUT = (
    "Speed against base.en. Wrong words: in read and spoken English of native speakers; expect "
    "more of your own. Parts are found in English, whichever model listens."
)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing is being downloaded; `failure` is why the last download ended."""

    failure: StorybuilderError | None = None


@dataclass(slots=True)
class Downloading:
    """A model is on its way."""

    model: SpeechModel
    stopped: bool = False


class ModelSection:
    """The speech models, and the one download that may be under way."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._setting_up = window.practice.setting_up
        self._installed: tuple[str, ...] = ()
        self._cannot_listen: StorybuilderError | None = None
        self._phase: Quiet | Downloading = Quiet()
        self._working: Working | None = None
        self._folders: dict[str, ft.TextField] = {}

    async def look(self) -> None:
        """See which models there are, and whether the one in force is complete."""
        self._installed = await self._window.work(self._setting_up.installed)
        self._cannot_listen = await self._window.work(self._setting_up.cannot_listen)

    def leave(self) -> None:
        """A download stops here and is continued by the next one."""
        if isinstance(self._phase, Downloading):
            self._phase.stopped = True

    @property
    def news(self) -> str:
        """Whether takes can be written down, as a title."""
        if self._cannot_listen is None:
            return "Ready to listen."
        if self._setting_up.settings.model_folder:
            return "The folder you named cannot listen."
        return "One download to go: the speech model."

    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """The table, the download under way or its failure, and the folder."""
        rows: list[ft.Control] = [
            heading("Speech model", p, "turns takes into words, on this computer"),
            gap(S),
            _line(["model", "understands", "speed", "wrong words"], "tiny", p.faint, room),
            *[self._model(model, p, room) for model in SPEECH_MODELS],
            gap(S),
            text(
                ABOUT,
                "small",
                p.soft,
                tooltip=hint(f"{WORD_ERROR_SOURCE}. Speed: {SPEED_SOURCE}.", p),
                width=room,
            ),
            *self._download_rows(p, room),
            gap(M),
            labelled(self._folder(p, room), FOLDER_LABEL, p),
        ]
        if self._cannot_listen is not None and self._setting_up.settings.model_folder:
            rows += [gap(S), failure_shown(self._cannot_listen, p, room)]
        return rows

    def _model(self, model: SpeechModel, p: Palette, room: float) -> ft.Control:
        chosen = model.name == self._setting_up.settings.model
        wrong = model.word_error_share
        cells = [
            model.name,
            "English" if model.languages == 1 else f"{model.languages} languages",
            f"{model.relative_speed:g} ×",
            "not measured" if wrong is None else percent(wrong),
        ]
        line = _line(
            cells, "small_strong" if chosen else "small", p.ink if chosen else p.soft, room
        )
        line.controls.append(self._act(model, chosen, p))
        line.height = 36
        return line

    def _act(self, model: SpeechModel, chosen: bool, p: Palette) -> ft.Control:
        size = megabytes(model.download_mb)
        if model.name not in self._installed:
            return link(
                f"Download {size}",
                p,
                lambda e: self._download(model),
                color=p.ink,
                name=f"Download {model.name}, {size}",
            )
        if chosen:
            return text("✓ in use", "small_strong", p.good)
        return link("Use", p, lambda e: self._use(model), color=p.ink, name=f"Use {model.name}")

    # ------------------------------------------------------------ a folder of one's own
    def _folder(self, p: Palette, room: float) -> ft.TextField:
        """Made once for each palette and kept, so that a redraw leaves the caret where it is."""
        folder = self._setting_up.settings.model_folder
        made = boxed(folder, "", p, on_submit=self._on_folder, on_blur=self._on_folder)
        kept = self._folders.setdefault(p.name, made)
        kept.width = room
        return kept

    def _on_folder(self, event: ft.Event[ft.TextField]) -> None:
        folder = (event.control.value or "").strip()
        if folder != self._setting_up.settings.model_folder:
            self._choose(model_folder=folder)

    def _use(self, model: SpeechModel) -> None:
        self._choose(model=model.name)

    def _choose(self, **changes: str) -> None:
        async def chosen() -> None:
            await self._window.work(lambda: self._setting_up.choose(**changes))
            await self.look()
            self._window.practice.catching_up.start()
            self._window.redraw()

        self._window.start(chosen)

    # ------------------------------------------------------------ download
    def _download_rows(self, p: Palette, room: float) -> list[ft.Control]:
        if isinstance(self._phase, Downloading):
            name = self._phase.model.name
            stop = ("Stop", lambda e: self.leave())
            self._working = Working(f"Getting the speech model {name}", p, room, stop)
            self._working.show(0.0, "Asking for it …")
            return [gap(M), self._working.root]
        if self._phase.failure is not None:
            return [gap(M), failure_shown(self._phase.failure, p, room)]
        return []

    def _download(self, model: SpeechModel) -> None:
        if isinstance(self._phase, Downloading):
            return
        phase = Downloading(model)
        self._phase = phase
        self._window.redraw()
        self._window.start(lambda: self._fetch(phase))

    async def _fetch(self, phase: Downloading) -> None:
        name = phase.model.name

        def told(done: float) -> None:
            self._window.post(lambda: self._progress(phase.model, done))

        try:
            ready = await self._window.work(
                self._setting_up.download, name, told, lambda: phase.stopped
            )
            self._phase = Quiet()
            if ready:
                await self._window.work(lambda: self._setting_up.choose(model=name))
                self._window.notice(f"The speech model {name} is ready.")
                self._window.practice.catching_up.start()
        except StorybuilderError as failure:
            self._phase = Quiet(failure)
        await self.look()
        self._window.redraw()

    def _progress(self, model: SpeechModel, done: float) -> None:
        if self._working is not None and isinstance(self._phase, Downloading):
            words = (
                f"{done * model.download_mb:.0f} of {megabytes(model.download_mb)}. "
                "Stopping, or leaving Settings, keeps what has arrived."
            )
            self._window.refresh(*self._working.show(done, words))


def _line(cells: list[str], role: str, color: str, room: float) -> ft.Row:
    """One line of the table of models."""
    shown: list[ft.Control] = [
        ft.Container(width=width, content=text(cell, role, color))
        for cell, width in zip(cells, COLUMNS, strict=True)
    ]
    return ft.Row(shown, spacing=S, width=room)
