"""Settings: the speech model, the microphone, the target, and where everything is."""

from collections.abc import Callable
from functools import partial

import flet as ft

from storybuilder.core.length import parse_band
from storybuilder.core.settings import Theme
from storybuilder.ui.coach_section import CoachSection
from storybuilder.ui.framework_section import FrameworkSection
from storybuilder.ui.labels import clock
from storybuilder.ui.language_section import LanguageSection
from storybuilder.ui.microphone_section import MicrophoneSection
from storybuilder.ui.model_section import ModelSection
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.text import heading, text, title
from storybuilder.ui.recordings_section import RecordingsSection
from storybuilder.ui.screen import Window
from storybuilder.ui.server_section import ServerSection
from storybuilder.ui.theme import XL, L, M, Palette, S

BAND_LABEL, PACE_LABEL = "Your band", "Words a minute, for drafts"
PACE_FROM, PACE_TO = 80, 220
THEMES: tuple[tuple[Theme, str], ...] = (
    ("system", "As the system"),
    ("light", "Light"),
    ("dark", "Dark"),
)


class SettingsScreen:
    """Every choice is saved as soon as it is made."""

    page = "Settings"

    def __init__(self, window: Window) -> None:
        self._window = window
        self._setting_up = window.practice.setting_up
        self._models = ModelSection(window)
        self._language = LanguageSection(window, self._models.look)
        self._server = ServerSection(window)
        self._frameworks = FrameworkSection(window)
        self._microphones = MicrophoneSection(window)
        self._recordings = RecordingsSection(window)
        self._coach = CoachSection(window, self._tell_what_leaves)
        self._boxes: dict[tuple[str, str], ft.TextField] = {}
        self._leaves = ft.Container()

    async def enter(self) -> None:
        """See which models and microphones there are."""
        await self._models.look()
        await self._microphones.enter()
        await self._recordings.look()
        self._coach.enter()

    async def leave(self) -> None:
        """A download goes on; nobody listens any more."""
        self._models.leave()
        self._recordings.leave()
        self._coach.leave()
        await self._microphones.rest()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No keys of its own."""

    def draw(self) -> ft.Control:
        """One section a matter."""
        look = self._window.look
        p, room = look.p, min(760.0, look.room)
        rows: list[ft.Control] = [title(self._server.news or self._models.news, p), gap(XL)]
        sections = (
            self._models.draw,
            self._language.draw,
            self._server.draw,
            self._microphones.draw,
            self._target,
            self._frameworks.draw,
            self._coach.draw,
            self._theme,
            self._data,
        )
        for section in sections:
            rows += [*section(p, room), gap(XL)]
        return scroll(rows, look)

    # ------------------------------------------------------------ length, pace, colours
    def _target(self, p: Palette, room: float) -> list[ft.Control]:
        settings = self._setting_up.settings
        band = f"{clock(settings.target.low_s)}-{clock(settings.target.high_s)}"
        length = self._box(BAND_LABEL, band, self._on_band, p)
        pace = self._box(PACE_LABEL, str(settings.words_per_minute), self._on_pace, p)
        length.width, pace.width = 160, 220
        row = ft.Row(
            [labelled(length, BAND_LABEL, p), labelled(pace, PACE_LABEL, p)],
            spacing=L,
            vertical_alignment=ft.CrossAxisAlignment.START,
            width=room,
        )
        return [heading("Length and pace", p), gap(S), row]

    def _box(
        self, label: str, value: str, then: Callable[[ft.Event[ft.TextField]], None], p: Palette
    ) -> ft.TextField:
        """Made once for each palette and kept, so that a redraw leaves the caret where it is."""
        made = boxed(value, "", p, on_submit=then, on_blur=then)
        return self._boxes.setdefault((p.name, label), made)

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
        self._leaves = ft.Container()
        self._tell_what_leaves()
        return [
            self._leaves,
            gap(S),
            text(self._setting_up.data_folder, "body", p.ink, selectable=True, width=room),
            gap(M),
            *self._recordings.draw(p, room),
        ]

    def _tell_what_leaves(self) -> None:
        """The promise of this screen, true with a server, with a coach, and without both."""
        server = self._setting_up.server()
        leaves = f"takes go to {server.address.shown}" if server else "nothing leaves this computer"
        if self._coach.may_send and not server:
            leaves = f"{leaves} unless you send it to the coach"
        note = f"everything is in one folder; {leaves}"
        self._leaves.content = heading("Your data", self._window.look.p, note)
        self._window.refresh(self._leaves)

    def _keep(self, **changes: object) -> None:
        """Save choices that the screen shows already."""

        async def kept() -> None:
            await self._window.work(lambda: self._setting_up.choose(**changes))

        self._window.start(kept)
