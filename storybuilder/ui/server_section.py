"""Settings, transcription server: a bigger machine of the person's that writes takes down."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from storybuilder.core.server_address import (
    AddressMisfit,
    Server,
    ServerAddress,
    server_address,
)
from storybuilder.core.settings import Settings
from storybuilder.errors import StorybuilderError
from storybuilder.ui.apart import apart
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.states import failure_shown
from storybuilder.ui.parts.text import heading, text
from storybuilder.ui.screen import Window
from storybuilder.ui.server_words import answered
from storybuilder.ui.theme import L, M, Palette, S

ADDRESS_LABEL, MODEL_LABEL = "Address of the server", "Model it is asked for"
ADDRESS_WIDTH, MODEL_WIDTH = 380, 260
MOST_CHARACTERS = 200
OFF = (
    "A computer of yours with more power can write takes down, if a Whisper server runs on it that "
    "speaks OpenAI's API: speaches, whisper.cpp, LocalAI or vLLM. The sound of your takes then "
    "goes there, in pieces while you still speak."
)
ON = (
    "The sound of your takes goes there in pieces, while you still speak; also of takes that you "
    "discard. The speech model above rests, and does not stand in when the server fails: a take "
    "then waits for its words."
)
KEY = "A server that wants a key finds it in the environment variable STORYBUILDER_SERVER_KEY."


@dataclass(frozen=True, slots=True)
class Resting:
    """Nothing was tried, or not lately."""


@dataclass(frozen=True, slots=True)
class Trying:
    """Half a second of silence is on its way."""

    shown: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The server understood what it was sent."""

    told: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The server did not answer, or not as it should."""

    failure: StorybuilderError


Phase = Resting | Trying | Answered | Refused


class ServerSection:
    """Its address, its model, a trial that sends no voice, and the switch."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._setting_up = window.practice.setting_up
        self._phase: Phase = Resting()
        self._misfit: str | None = None
        """Why what stands in the field is no address."""
        self._keeping = asyncio.Lock()
        self._drawn: tuple[ft.Column, Palette, float] | None = None
        self._boxes: dict[tuple[str, str], ft.TextField] = {}

    @property
    def news(self) -> str:
        """Where takes are written down, as a title; empty where this computer does it."""
        server = self._setting_up.server()
        if server is None:
            return ""
        shown = server.address.shown
        if isinstance(self._phase, Refused):
            return f"{shown} does not write takes down now."
        return f"Takes are written down by {shown}."

    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """What it is, the two fields, the ways, and what came of the last trial."""
        self._drawn = ft.Column(self._rows(p, room), spacing=0, tight=True), p, room
        return [self._drawn[0]]

    def _refresh(self) -> None:
        """Draw this section anew; the page stays where it was scrolled to."""
        if self._drawn is not None:
            section, p, room = self._drawn
            section.controls = self._rows(p, room)
            self._window.refresh(section)

    def _rows(self, p: Palette, room: float) -> list[ft.Control]:
        settings = self._setting_up.settings
        kept = _kept_address(settings)
        address = self._box(ADDRESS_LABEL, kept.short if kept else "", self._on_address, p)
        model = self._box(MODEL_LABEL, settings.server_model, self._on_model, p)
        address.width, model.width = ADDRESS_WIDTH, min(MODEL_WIDTH, room - ADDRESS_WIDTH - L)
        fields = ft.Row(
            [labelled(address, ADDRESS_LABEL, p), labelled(model, MODEL_LABEL, p)],
            spacing=L,
            vertical_alignment=ft.CrossAxisAlignment.START,
            width=room,
        )
        note = "in use" if settings.server_on else "off"
        return [
            heading("Transcription server", p, note),
            gap(S),
            text(ON if settings.server_on else OFF, "body", p.soft, width=room),
            gap(M),
            fields,
            gap(M),
            self._ways(p),
            *self._trial_rows(p, room),
            gap(S),
            text(KEY, "small", p.soft, width=room),
        ]

    def _ways(self, p: Palette) -> ft.Control:
        turn = (
            quiet("Turn it off", p, lambda e: self._keep(server_on=False))
            if self._setting_up.settings.server_on
            else quiet("Turn it on", p, lambda e: self._agreed(self._turn_on), chosen=True)
        )
        trial = quiet("Try it with silence", p, lambda e: self._agreed(self._try))
        return ft.Row([turn, trial], spacing=S, wrap=True)

    def _trial_rows(self, p: Palette, room: float) -> list[ft.Control]:
        match self._phase:
            case Trying(shown):
                told: ft.Control = text(f"Asking {shown} …", "body", p.soft)
            case Answered(words):
                words = f"✓ {words}. It got half a second of silence."
                told = text(words, "body", p.good, width=room)
            case Refused(failure):
                told = failure_shown(failure, p, room)
            case Resting():
                return []
        return [gap(S), ft.Semantics(live_region=True, content=told)]

    # ------------------------------------------------------------ the fields
    def _box(
        self, label: str, value: str, then: Callable[[ft.Event[ft.TextField]], None], p: Palette
    ) -> ft.TextField:
        """Made once for each palette and kept, so that a redraw leaves the caret where it is."""
        hint = "https://nas.local:8000" if label == ADDRESS_LABEL else ""
        made = boxed(value, hint, p, on_submit=then, on_blur=then)
        made.error_max_lines = 3
        return self._boxes.setdefault((p.name, label), made)

    def _on_address(self, event: ft.Event[ft.TextField]) -> None:
        """Keep an address, or say why it is none. A server is turned on anew at a new one."""
        field = event.control
        address, self._misfit = _read((field.value or "").strip())
        field.error = self._misfit
        if address is not None:
            field.value = address.short
        self._window.refresh(field)
        if self._misfit is None and address != _kept_address(self._setting_up.settings):
            self._phase = Resting()
            url = address.url if address is not None else ""
            self._keep(server=url, server_on=False, server_confirmed="")

    def _on_model(self, event: ft.Event[ft.TextField]) -> None:
        field = event.control
        name = " ".join((field.value or "").split())
        fine = 0 < len(name) <= MOST_CHARACTERS and name.isprintable()
        field.error = None if fine else "Write the name that the server knows, such as whisper-1"
        self._window.refresh(field)
        if fine and name != self._setting_up.settings.server_model:
            self._phase = Resting()
            self._keep(server_model=name)

    def _chosen(self) -> Server | None:
        """The server that is written here; None after saying in the field that there is none."""
        settings = self._setting_up.settings
        address = _kept_address(settings)
        if address is None:
            self._misfit = self._misfit or _read("", needed=True)[1]
        if self._misfit is not None or address is None:
            for (_, label), field in self._boxes.items():
                field.error = self._misfit if label == ADDRESS_LABEL else field.error
                self._window.refresh(field)
            return None
        return Server(address, settings.server_model, settings.server_confirmed == address.url)

    # ------------------------------------------------------------ turning on, trying
    def _agreed(self, act: Callable[[Server], Awaitable[None]]) -> None:
        """Do it; where others on the way could listen, only once the person has said yes."""
        self._window.start(lambda: self._asked(act))

    async def _asked(self, act: Callable[[Server], Awaitable[None]]) -> None:
        async with self._keeping:  # leaving the field and clicking come at once
            server = self._chosen()
        if server is None:
            return
        if server.may_be_used:
            await act(server)
            return

        async def confirmed() -> None:
            url = server.address.url
            await self._window.work(lambda: self._setting_up.choose(server_confirmed=url))
            await act(replace(server, confirmed=True))

        shown = server.address.shown
        self._window.ask(
            f"Send takes to {shown} unprotected?",
            f"The address begins with http://, so whoever is on the way to {shown} can listen to "
            "what you say, and read a key. In a network of your own that may be fine; in any "
            "other, give the server https. Your yes holds for this exact address.",
            "Send them unprotected",
            confirmed,
        )

    async def _turn_on(self, server: Server) -> None:
        await self._window.work(lambda: self._setting_up.choose(server_on=True))
        await self._try(server)
        self._window.redraw()
        self._window.practice.catching_up.start()

    async def _try(self, server: Server) -> None:
        if isinstance(self._phase, Trying):
            return
        shown = server.address.shown
        self._phase = trying = Trying(shown)
        self._refresh()
        try:
            seconds = await apart(self._setting_up.try_server, server)
            phase: Phase = Answered(answered(server, seconds))
        except StorybuilderError as failure:
            phase = Refused(failure)
        if self._phase is trying:  # the address was not changed meanwhile
            self._phase = phase
            self._refresh()

    def _keep(self, **changes: object) -> None:
        self._window.start(partial(self._kept, changes))

    async def _kept(self, changes: dict[str, object]) -> None:
        was_on = self._setting_up.settings.server_on
        async with self._keeping:
            await self._window.work(lambda: self._setting_up.choose(**changes))
        self._window.practice.catching_up.start()
        if was_on != self._setting_up.settings.server_on:
            self._window.redraw()  # other places show it too
        else:
            self._refresh()


def _read(written: str, *, needed: bool = False) -> tuple[ServerAddress | None, str | None]:
    """The address, or why it is none; neither where nothing is written and nothing needed."""
    if not written and not needed:
        return None, None
    try:
        return server_address(written), None
    except AddressMisfit as misfit:
        return None, str(misfit)


def _kept_address(settings: Settings) -> ServerAddress | None:
    return server_address(settings.server) if settings.server else None
