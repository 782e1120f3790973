"""Settings, language: in which one takes are spoken."""

from collections.abc import Awaitable, Callable

import flet as ft

from storybuilder.core.language import ENGLISH, close_names, language_code, language_name
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import heading, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import Palette, S

LANGUAGE_LABEL = "Language of your takes"
ONLY_WORDS = (
    "Takes are written down in this language. Parts, fillers and findings are judged as English, "
    "so their report says less."
)


class LanguageSection:
    """One field; English unless something else is written into it."""

    def __init__(self, window: Window, then: Callable[[], Awaitable[None]]) -> None:
        """`then` looks again at the models, which may not understand a new language."""
        self._window, self._then = window, then
        self._setting_up = window.practice.setting_up
        self._fields: dict[str, ft.TextField] = {}

    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """The field, and what another language than English means."""
        language = self._setting_up.settings.language
        rows: list[ft.Control] = [
            heading("Language", p),
            gap(S),
            labelled(self._field(p), LANGUAGE_LABEL, p),
        ]
        if language != ENGLISH:
            rows += [gap(S), text(ONLY_WORDS, "small", p.soft, width=room)]
        return rows

    def _field(self, p: Palette) -> ft.TextField:
        """Made once for each palette and kept, so that a redraw leaves the caret where it is."""
        name = language_name(self._setting_up.settings.language)
        made = boxed(name, "", p, on_submit=self._on_language, on_blur=self._on_language)
        made.width = 240
        return self._fields.setdefault(p.name, made)

    def _on_language(self, event: ft.Event[ft.TextField]) -> None:
        field, written = event.control, event.control.value or ""
        code = language_code(written)
        field.error = None if code else _unknown(written)
        if code is not None:
            field.value = language_name(code)
        self._window.refresh(field)
        if code is not None and code != self._setting_up.settings.language:
            self._choose(code)

    def _choose(self, code: str) -> None:
        async def chosen() -> None:
            await self._window.work(lambda: self._setting_up.choose(language=code))
            await self._then()
            self._window.practice.catching_up.start()
            self._window.redraw()

        self._window.start(chosen)


def _unknown(written: str) -> str:
    near = close_names(written)
    return f"Perhaps {' or '.join(near)}?" if near else "Write it like German, or de"
