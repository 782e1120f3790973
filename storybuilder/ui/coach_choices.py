"""Settings, the coach's choices: which model, what is masked, and what it costs."""

import asyncio
from collections.abc import Callable

import flet as ft

from storybuilder.core.coaching.cost import Prices
from storybuilder.ui.coach_price import MISFIT, price_of, written_price
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.option import option
from storybuilder.ui.parts.text import text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, L, M, Palette

MODEL_LABEL = "Model"
SENT_LABEL, RECEIVED_LABEL = "Price of a million tokens sent", "of a million tokens received"
PRICES = "From the service's price list, in your currency. Without them no cost is told."
MASKED, NOT_MASKED = "Mask names and figures", "Mask nothing unless I say so"
MOST_CHARACTERS = 200


class CoachChoices:
    """Every choice is on disk as soon as it is made."""

    def __init__(self, window: Window, changed: Callable[[], None]) -> None:
        """`changed` draws the choices anew."""
        self._window, self._changed = window, changed
        self._setting_up = window.practice.setting_up
        self._keeping = asyncio.Lock()
        self._boxes: dict[tuple[str, str], ft.TextField] = {}

    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """Model, masking, prices."""
        settings = self._setting_up.settings
        model = self._box("model", settings.coach_model, self._on_model, p)
        prices = settings.coach_prices
        sent = self._box("sent", written_price(prices.sent), self._on_price, p)
        received = self._box("received", written_price(prices.received), self._on_price, p)
        model.width, sent.width, received.width = min(440.0, room), 210, 210
        masks = settings.coach_masks
        return [
            labelled(model, MODEL_LABEL, p),
            gap(L),
            option(MASKED, masks, lambda e: self._choose(coach_masks=True), p, room),
            option(NOT_MASKED, not masks, lambda e: self._choose(coach_masks=False), p, room),
            gap(M),
            ft.Row(
                [labelled(sent, SENT_LABEL, p), labelled(received, RECEIVED_LABEL, p)],
                spacing=L,
                vertical_alignment=ft.CrossAxisAlignment.START,
                width=room,
            ),
            gap(XS),
            text(PRICES, "small", p.soft, width=room),
        ]

    def _box(
        self, name: str, value: str, then: Callable[[ft.Event[ft.TextField]], None], p: Palette
    ) -> ft.TextField:
        """Made once for each palette and kept, so that a redraw leaves the caret where it is."""
        made = boxed(value, "", p, on_submit=then, on_blur=then)
        made.error_max_lines = 3
        return self._boxes.setdefault((p.name, name), made)

    def _on_model(self, event: ft.Event[ft.TextField]) -> None:
        field = event.control
        name = (field.value or "").strip()
        fine = 0 < len(name) <= MOST_CHARACTERS and name.isprintable() and " " not in name
        field.error = None if fine else "Write the id that the service knows, without spaces"
        self._window.refresh(field)
        if fine and name != self._setting_up.settings.coach_model:
            self._choose(coach_model=name)

    def _on_price(self, event: ft.Event[ft.TextField]) -> None:
        """Keep both prices once each of them is one."""
        p = self._window.look.p
        fields = [self._boxes[p.name, name] for name in ("sent", "received")]
        values = [price_of(field.value or "") for field in fields]
        for field, value in zip(fields, values, strict=True):
            field.error = None if value is not None else MISFIT
        self._window.refresh(*fields)
        sent, received = values
        if sent is None or received is None:
            return
        prices = Prices(sent, received)
        if prices != self._setting_up.settings.coach_prices:
            self._choose(coach_prices=prices)

    def _choose(self, **changes: object) -> None:
        async def chosen() -> None:
            async with self._keeping:
                await self._window.work(lambda: self._setting_up.choose(**changes))
            self._changed()

        self._window.start(chosen)
