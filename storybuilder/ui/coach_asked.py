"""A question of the coach's interview, with room for the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.coaching.request import Usage
from storybuilder.core.story import Part
from storybuilder.errors import StorybuilderError
from storybuilder.ui.coach_words import used
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.field import colour, field, named
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.states import failure_shown
from storybuilder.ui.parts.text import Click, heading, hint, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, L, M, Palette, S

LABEL, WAITING = "Your answer", "In your own words; a few sentences are enough."
KEYS = "Ctrl+Enter answers"
LEFT_OUT = "The coach's question is left out."
LEFT_OUT_WHY = "It brought in a figure, a name or a quotation that you did not tell."


@dataclass(frozen=True, slots=True)
class AskedGestures:
    """What a person does with a question."""

    answer: Click
    skip: Click
    draft: Click
    again: Click
    stop: Click


class AskedView:
    """The question, why it is asked, and the field; what is typed survives a redraw."""

    def __init__(
        self, window: Window, question: str, why: str, usage: Usage, gestures: AskedGestures
    ) -> None:
        self._window, self._usage, self._do = window, usage, gestures
        self.question, self._why = question, why
        self._field: ft.TextField | None = None
        self._failure: StorybuilderError | None = None

    @property
    def typed(self) -> str:
        """The answer as it stands in the field."""
        return (self._field.value or "").strip() if self._field is not None else ""

    def tell(self, failure: StorybuilderError) -> None:
        """Say why the answer could not be kept; it stays in the field."""
        self._failure = failure
        self._window.redraw()

    def draw(self, number: int, part: Part, p: Palette, room: float) -> list[ft.Control]:
        """Question, field and ways; or that the question is not shown, and the ways on."""
        width = min(room, 760.0)
        if not self.question:
            return self._left_out(p, width)
        rows: list[ft.Control] = [
            text(f"Question {number} about the {part}", "small", p.faint),
            gap(XS),
            title(self.question, p, "question", width=width),
            gap(XS),
            text(self._why, "body", p.soft, width=width),
            gap(L),
            named(self._answer_field(p, width), LABEL),
            gap(M),
        ]
        if self._failure is not None:
            rows += [failure_shown(self._failure, p, width), gap(M)]
        return [*rows, self._ways(p), text(f"{used(self._usage)}.", "tiny", p.faint)]

    def _ways(self, p: Palette) -> ft.Control:
        return ft.Row(
            [
                primary("Answer", p, self._do.answer, tooltip=hint("Ctrl+Enter", p)),
                quiet("Skip", p, self._do.skip),
                quiet("Draft it now", p, self._do.draft),
                quiet("Back to the story", p, self._do.stop),
                text(KEYS, "tiny", p.faint),
            ],
            spacing=S,
            run_spacing=XS,
            wrap=True,
        )

    def _left_out(self, p: Palette, width: float) -> list[ft.Control]:
        return [
            title(LEFT_OUT, p),
            text(LEFT_OUT_WHY, "body", p.soft, width=width),
            gap(L),
            ft.Row(
                [
                    primary("Ask again", p, self._do.again),
                    quiet("Draft it now", p, self._do.draft),
                    quiet("Back to the story", p, self._do.stop),
                ],
                spacing=S,
            ),
            text(f"{used(self._usage)}.", "tiny", p.faint),
        ]

    def _answer_field(self, p: Palette, width: float) -> ft.TextField:
        if self._field is None:
            self._field = field("", "read", WAITING, p, min_lines=4, autofocus=True)
        colour(self._field, "read", p)
        self._field.width = width
        return self._field


def so_far(exchanges: Sequence[Exchange], p: Palette, width: float) -> list[ft.Control]:
    """What was asked and answered, in order."""
    rows: list[ft.Control] = [heading("So far", p, "kept on this computer")]
    for one in exchanges:
        said = ft.Column(
            [
                text(one.question, "small", p.soft, width=width),
                text(one.answer, "read_small", p.ink, width=width),
            ],
            spacing=0,
            tight=True,
        )
        rows += [gap(S), said]
    return rows
