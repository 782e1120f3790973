"""Guided draft: one question at a time, every answer on disk before the next one is asked."""

from dataclasses import replace
from functools import partial

import flet as ft

from storybuilder.core.live_check import check_draft
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.ui.draft_rows import part_note
from storybuilder.ui.guide_rows import STEPS, Step, answer, first_open, hint_of, measure, state_of
from storybuilder.ui.parts import margin_notes
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.competency_chips import chips
from storybuilder.ui.parts.field import colour, field, named
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.text import Click, heading, hint, link, text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.story_saving import KeptStory
from storybuilder.ui.theme import XL, XS, L, M, Palette, S

MARGIN_WIDTH = 316.0


class GuidedDraft:
    """A story being asked for. It is on disk from the first moment."""

    page = "Stories"

    def __init__(self, window: Window, story_id: StoryId) -> None:
        self._window = window
        self._story_id = story_id
        self._kept = KeptStory(window, story_id)
        self._at = 0
        self._fields: dict[str, ft.TextField] = {}
        self._margin = ft.Container()
        self._skip: ft.Control | None = None

    async def enter(self) -> None:
        """Read the story; the first question without an answer is asked."""
        story = await self._kept.read()
        if story is not None:
            self._at = first_open(story)

    async def leave(self) -> None:
        """What was answered so far is kept. Raises StorybuilderError when it cannot be saved."""
        await self._kept.leave()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Ctrl+Enter and Ctrl+Down go on, answered or not; Ctrl+Up goes back; Ctrl+S saves."""
        if not key.ctrl:
            return
        if key.key in ("Enter", "Numpad Enter", "Arrow Down"):
            await self._ask(self._at + 1)
        elif key.key == "Arrow Up":
            await self._ask(self._at - 1)
        elif key.key == "S":
            await self._kept.save()

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """The question, the answer, and at the side how far it has come."""
        look = self._window.look
        story = self._kept.written
        if story is None:
            return scroll([], look)
        between, side = (56.0, 248.0) if look.wide else (32.0, 216.0)
        main = look.room - side - between
        row = ft.Row(
            [self._asking(story, look.p, main), self._steps(story, look.p, side)],
            spacing=between,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        return scroll([self._head(look.p), gap(L), row], look)

    def _head(self, p: Palette) -> ft.Control:
        return ft.Row(
            [
                link("Stories", p, lambda e: self._window.go("/stories")),
                text("·", "small", p.faint),
                self._kept.status(),
                ft.Container(expand=True),
                link("Write it all on one page", p, lambda e: self._finish()),
            ],
            spacing=S,
        )

    def _asking(self, story: Story, p: Palette, width: float) -> ft.Control:
        step = STEPS[self._at]
        template = self._window.practice.beginning.template(story.primary_competency)
        self._margin = ft.Container(width=min(width, MARGIN_WIDTH))
        self._measure()
        rows: list[ft.Control] = [
            text(f"Question {self._at + 1} of {len(STEPS)} · {step.label}", "small", p.faint),
            gap(XS),
            title(step.question, p, "question"),
            gap(XS),
            text(hint_of(step, template), "body", p.soft),
            gap(L),
            named(self._field(step, story, p, width), step.label),
            gap(M),
            self._margin,
            gap(L),
            self._buttons(step, story, p),
            gap(XL),
            *self._shows(story, p, width),
        ]
        return ft.Column(rows, spacing=0, tight=True, width=width)

    def _field(self, step: Step, story: Story, p: Palette, width: float) -> ft.TextField:
        """The field of a question is kept, so that a redraw loses neither text nor focus."""
        if step.name not in self._fields:
            self._fields[step.name] = field(
                answer(story, step),
                "read",
                f"For example: {step.example}",
                p,
                multiline=not step.one_line,
                min_lines=1 if step.one_line else 4,
                autofocus=True,
                on_change=partial(self._edited, step),
                on_submit=self._on_next if step.one_line else None,
            )
        made = self._fields[step.name]
        colour(made, "read", p)
        made.hint_max_lines = 3
        made.width = width
        return made

    def _buttons(self, step: Step, story: Story, p: Palette) -> ft.Control:
        last = self._at == len(STEPS) - 1
        onward = primary(
            "Finish" if last else "Next", p, self._on_next, tooltip=hint("Ctrl+Enter", p)
        )
        self._skip = quiet("Skip", p, self._on_next, tooltip=hint("Ctrl+Enter", p))
        self._skip.visible = not answer(story, step).strip() and not last
        back = quiet("Back", p, self._on_back, tooltip=hint("Ctrl+Up", p))
        back.visible = self._at > 0
        keys = text("Ctrl+Enter goes on, Ctrl+Up goes back", "tiny", p.faint)
        return ft.Row([onward, self._skip, back, keys], spacing=S, wrap=True)

    def _shows(self, story: Story, p: Palette, width: float) -> list[ft.Control]:
        """What it is to show, asked once: the hints follow it."""
        if self._at > 0:
            return []
        competencies = self._window.practice.competencies
        return [
            heading("What should it show?", p, "if you know; the hints then fit it"),
            gap(S),
            chips(competencies, story, self._kept.choose, p, width),
        ]

    def _steps(self, story: Story, p: Palette, width: float) -> ft.Control:
        rows = [self._step_row(at, step, story, p) for at, step in enumerate(STEPS)]
        return ft.Column([heading("Your story", p), *rows], spacing=2, tight=True, width=width)

    def _step_row(self, at: int, step: Step, story: Story, p: Palette) -> ft.Control:
        sign, spoken = state_of(story, step, at == self._at)
        role, shade = ("small_strong", p.ink) if at == self._at else ("small", p.soft)
        name = f"{step.label}, {spoken}"
        return ft.Row(
            [
                ft.Container(
                    width=20,
                    content=ft.Semantics(content=text(sign, role, shade), exclude_semantics=True),
                ),
                link(step.label, p, self._to(at), role=role, color=shade, name=name),
            ],
            spacing=0,
        )

    def _measure(self) -> None:
        """Words and seconds of the answer; a part's against its range."""
        story, step, look = self._kept.written, STEPS[self._at], self._window.look
        if story is None:
            return
        settings = self._window.practice.setting_up.settings
        if step.part is None:
            told = measure(answer(story, step), settings.words_per_minute)
            self._margin.content = text(told, "small", look.p.soft)
            return
        middle_s = (settings.target.low_s + settings.target.high_s) / 2
        check = check_draft(story, settings.words_per_minute, settings.thresholds)
        note = part_note(check, step.part, middle_s, settings.thresholds)
        note = replace(note, remarks=tuple(r for r in note.remarks if r.words != "Missing"))
        end_s = settings.thresholds.share_of(Part.ACTION).high_s * middle_s * 1.1
        width = self._margin.width or MARGIN_WIDTH
        self._margin.content = margin_notes.part_note(note, look.p, width, end_s)

    # ------------------------------------------------------------ answering
    def _edited(self, step: Step, event: ft.Event[ft.TextField]) -> None:
        if self._kept.written is None:
            return
        answered = {step.name: event.control.value or ""}
        story = replace(self._kept.written, **answered)  # type: ignore[arg-type]  # names of STEPS
        self._kept.write(story)
        self._measure()
        if self._skip is not None:
            self._skip.visible = not answer(story, step).strip()
            self._window.refresh(self._skip)
        self._window.refresh(self._margin)

    async def _on_next(self, _: object) -> None:
        await self._ask(self._at + 1)

    async def _on_back(self, _: object) -> None:
        await self._ask(self._at - 1)

    def _to(self, at: int) -> Click:
        async def asked(_: object) -> None:
            await self._ask(at)

        return asked

    async def _ask(self, at: int) -> None:
        """Ask another question, once this one's answer is on disk; after the last, the editor."""
        if at < 0 or await self._kept.save() is not None:
            return
        if at == len(STEPS):
            self._finish()
            return
        self._at = at
        # A new field takes the keyboard by itself; asked to, it might be gone when it answers.
        self._fields.clear()
        self._window.redraw()

    def _finish(self) -> None:
        self._window.go(f"/stories/{self._story_id}")
