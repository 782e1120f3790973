"""Settings: the speech model, the microphone, the target, and where everything is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from storybuilder.core.length import parse_band
from storybuilder.core.settings import Theme
from storybuilder.core.speech_model import (
    SPEECH_MODELS,
    SPEED_SOURCE,
    WORD_ERROR_SOURCE,
    SpeechModel,
)
from storybuilder.errors import StorybuilderError
from storybuilder.ui.labels import clock, megabytes, percent
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.field import boxed
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.option import option
from storybuilder.ui.parts.states import Working, failure_shown, problem
from storybuilder.ui.parts.text import heading, hint, link, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XL, L, M, Palette, S

PACE_FROM, PACE_TO = 80, 220
THEMES: tuple[tuple[Theme, str], ...] = (
    ("system", "As the system"),
    ("light", "Light"),
    ("dark", "Dark"),
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


class SettingsScreen:
    """Every choice is saved as soon as it is made."""

    page = "Settings"

    def __init__(self, window: Window) -> None:
        self._window = window
        self._setting_up = window.practice.setting_up
        self._installed: tuple[str, ...] = ()
        self._cannot_listen: StorybuilderError | None = None
        self._boxes: dict[tuple[str, str], ft.TextField] = {}
        self._microphones: tuple[str, ...] = ()
        self._no_microphone: StorybuilderError | None = None
        self._phase: Quiet | Downloading = Quiet()
        self._working: Working | None = None

    async def enter(self) -> None:
        """See which models and microphones there are."""
        await self._look_for_models()
        await self._listen_for_microphones()

    async def leave(self) -> None:
        """A download stops here and is continued by the next one."""
        if isinstance(self._phase, Downloading):
            self._phase.stopped = True

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No keys of its own."""

    def draw(self) -> ft.Control:
        """One section a matter."""
        look = self._window.look
        p, room = look.p, min(760.0, look.room)
        rows: list[ft.Control] = [title(self._news(), p), gap(XL)]
        for section in (self._models, self._microphone, self._target, self._theme, self._data):
            rows += [*section(p, room), gap(XL)]
        return scroll(rows, look)

    def _news(self) -> str:
        if self._cannot_listen is None:
            return "Ready to listen."
        if self._setting_up.settings.model_folder:
            return "The folder you named cannot listen."
        return "One download to go: the speech model."

    # ------------------------------------------------------------ speech model
    def _models(self, p: Palette, room: float) -> list[ft.Control]:
        rows: list[ft.Control] = [
            heading("Speech model", p, "turns takes into words, on this computer"),
            gap(S),
            *[self._model(model, p, room) for model in SPEECH_MODELS],
            gap(S),
            text(
                "Words wrong: read aloud and in meetings, by native speakers; expect more in your "
                "own voice. Part detection is English whichever model listens.",
                "small",
                p.soft,
                tooltip=hint(f"{WORD_ERROR_SOURCE}. Speed: {SPEED_SOURCE}.", p),
                width=room,
            ),
        ]
        if isinstance(self._phase, Downloading):
            name = self._phase.model.name
            stop = ("Stop", lambda e: self._stop())
            self._working = Working(f"Getting the speech model {name}", p, room, stop)
            self._working.show(0.0, "Asking for it …")
            rows += [gap(M), self._working.root]
        elif self._phase.failure is not None:
            rows += [gap(M), failure_shown(self._phase.failure, p, room)]
        rows += [gap(M), self._folder(p, room)]
        if self._cannot_listen is not None and self._setting_up.settings.model_folder:
            rows += [gap(S), failure_shown(self._cannot_listen, p, room)]
        return rows

    def _model(self, model: SpeechModel, p: Palette, room: float) -> ft.Control:
        settings = self._setting_up.settings
        there, chosen = model.name in self._installed, model.name == settings.model
        wrong = (
            ""
            if model.word_error_share is None
            else f"{percent(model.word_error_share)} words wrong"
        )
        spoken = "English" if model.languages == 1 else f"{model.languages} languages"
        if not there:
            act: ft.Control = link(
                f"Download {megabytes(model.download_mb)}",
                p,
                lambda e: self._download(model),
                color=p.ink,
                name=f"Download {model.name}, {megabytes(model.download_mb)}",
            )
        elif chosen:
            act = text("✓ in use", "small_strong", p.good)
        else:
            act = link("Use", p, lambda e: self._use(model), color=p.ink, name=f"Use {model.name}")
        name = ft.Container(
            width=100, content=text(model.name, "strong" if chosen else "body", p.ink)
        )
        return ft.Row(
            [
                name,
                ft.Container(width=110, content=text(spoken, "small", p.soft)),
                ft.Container(
                    width=110,
                    content=text(f"{model.relative_speed:g} × speed", "small", p.soft),
                ),
                ft.Container(width=140, content=text(wrong, "small", p.soft)),
                act,
            ],
            height=36,
            width=room,
            spacing=S,
        )

    def _folder(self, p: Palette, room: float) -> ft.Control:
        label = "Or a folder with a model of your own (it goes first)"
        box = self._box(label, self._setting_up.settings.model_folder, self._on_folder, p)
        box.width = room
        return box

    def _box(
        self, label: str, value: str, then: Callable[[ft.Event[ft.TextField]], None], p: Palette
    ) -> ft.TextField:
        """Made once for each palette and kept, so that a redraw leaves the caret where it is."""
        return self._boxes.setdefault(
            (p.name, label), boxed(value, label, p, on_submit=then, on_blur=then)
        )

    def _on_folder(self, event: ft.Event[ft.TextField]) -> None:
        folder = (event.control.value or "").strip()
        if folder != self._setting_up.settings.model_folder:
            self._choose(model_folder=folder)

    def _use(self, model: SpeechModel) -> None:
        self._choose(model=model.name)

    def _download(self, model: SpeechModel) -> None:
        if isinstance(self._phase, Downloading):
            return
        phase = Downloading(model)
        self._phase = phase
        self._window.redraw()

        def told(done: float) -> None:
            self._window.post(lambda: self._progress(model, done))

        async def downloaded() -> None:
            try:
                ready = await self._window.work(
                    self._setting_up.download, model.name, told, lambda: phase.stopped
                )
            except StorybuilderError as failure:
                self._phase = Quiet(failure)
            else:
                self._phase = Quiet()
                if ready:
                    await self._window.work(lambda: self._setting_up.choose(model=model.name))
                    self._window.notice(
                        f"The speech model {model.name} is ready; waiting takes are written down."
                    )
                    self._window.practice.catching_up.start()
            await self._look_for_models()
            if not phase.stopped or not isinstance(self._phase, Downloading):
                self._window.redraw()

        self._window.start(downloaded)

    async def _look_for_models(self) -> None:
        self._installed = await self._window.work(self._setting_up.installed)
        self._cannot_listen = await self._window.work(self._setting_up.cannot_listen)

    def _progress(self, model: SpeechModel, done: float) -> None:
        if self._working is not None and isinstance(self._phase, Downloading):
            words = (
                f"{done * model.download_mb:.0f} of {megabytes(model.download_mb)}. "
                "You can record meanwhile; stopping keeps what has arrived."
            )
            self._window.refresh(*self._working.show(done, words))

    def _stop(self) -> None:
        if isinstance(self._phase, Downloading):
            self._phase.stopped = True

    # ------------------------------------------------------------ microphone
    def _microphone(self, p: Palette, room: float) -> list[ft.Control]:
        rows: list[ft.Control] = [heading("Microphone", p), gap(S)]
        if self._no_microphone is not None:
            rows.append(failure_shown(self._no_microphone, p, room))
        elif not self._microphones:
            rows.append(
                problem(
                    "No microphone was found.",
                    "Plug one in, or allow access to it in the system settings, then look again.",
                    p,
                    room,
                )
            )
        chosen = self._setting_up.settings.microphone
        names = ("", *self._microphones) if self._microphones else ()
        for name in names:
            rows.append(self._device(name, name == chosen, p, room))
        again = link("Look again", p, lambda e: self._window.start(self._look_again))
        return [*rows, ft.Row([again])]

    def _device(self, name: str, chosen: bool, p: Palette, room: float) -> ft.Control:
        label = name or "The system's own choice"
        return option(label, chosen, lambda e: self._choose(microphone=name), p, room)

    async def _look_again(self) -> None:
        await self._listen_for_microphones()
        self._window.redraw()

    async def _listen_for_microphones(self) -> None:
        self._no_microphone = None
        try:
            self._microphones = await self._window.work(self._setting_up.microphones)
        except StorybuilderError as failure:
            self._microphones, self._no_microphone = (), failure

    # ------------------------------------------------------------ target and look
    def _target(self, p: Palette, room: float) -> list[ft.Control]:
        settings = self._setting_up.settings
        band = f"{clock(settings.target.low_s)}-{clock(settings.target.high_s)}"
        length = self._box("Your band", band, self._on_band, p)
        pace = self._box(
            "Words a minute, for drafts", str(settings.words_per_minute), self._on_pace, p
        )
        length.width, pace.width = 160, 220
        row = ft.Row(
            [length, pace],
            spacing=L,
            vertical_alignment=ft.CrossAxisAlignment.START,
            width=room,
        )
        return [heading("Length and pace", p), gap(S), row]

    def _on_band(self, event: ft.Event[ft.TextField]) -> None:
        band = parse_band(event.control.value or "")
        event.control.error = None if band else "Write it like 2:00-3:00"
        self._window.refresh(event.control)
        if band and band != self._setting_up.settings.target:
            self._keep(target=band)

    def _on_pace(self, event: ft.Event[ft.TextField]) -> None:
        written = (event.control.value or "").strip()
        pace = int(written) if written.isdecimal() else 0
        fine = PACE_FROM <= pace <= PACE_TO
        event.control.error = None if fine else f"A number from {PACE_FROM} to {PACE_TO}"
        self._window.refresh(event.control)
        if fine and pace != self._setting_up.settings.words_per_minute:
            self._keep(words_per_minute=pace)

    def _theme(self, p: Palette, room: float) -> list[ft.Control]:
        chosen = self._setting_up.settings.theme
        choices: list[ft.Control] = [
            quiet(label, p, partial(self._choose_theme, name), chosen=name == chosen)
            for name, label in THEMES
        ]
        return [heading("Colours", p), gap(S), ft.Row(choices, spacing=S)]

    def _choose_theme(self, name: Theme, _: object = None) -> None:
        async def chosen() -> None:
            await self._window.work(lambda: self._setting_up.choose(theme=name))
            self._window.choose_theme()

        self._window.start(chosen)

    def _data(self, p: Palette, room: float) -> list[ft.Control]:
        return [
            heading("Your data", p, "everything is in one folder; nothing leaves this computer"),
            gap(S),
            text(self._setting_up.data_folder, "body", p.ink, selectable=True, width=room),
        ]

    def _keep(self, **changes: object) -> None:
        """Save choices that the screen shows already."""

        async def kept() -> None:
            await self._window.work(lambda: self._setting_up.choose(**changes))

        self._window.start(kept)

    def _choose(self, **changes: object) -> None:
        """Save choices that change what the screen shows."""

        async def chosen() -> None:
            await self._window.work(lambda: self._setting_up.choose(**changes))
            await self._look_for_models()
            self._window.practice.catching_up.start()
            self._window.redraw()

        self._window.start(chosen)
