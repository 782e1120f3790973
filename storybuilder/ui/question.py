"""One question: what it tests, what a good answer holds, and what is often asked next."""

import asyncio
from dataclasses import replace
from functools import partial

import flet as ft

from storybuilder.core.competency import next_chosen
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.suggestion import Suggestion, evidence_words
from storybuilder.errors import StorybuilderError
from storybuilder.practice.asking import taken
from storybuilder.ui.parts.buttons import primary
from storybuilder.ui.parts.competency_chips import chosen_chips
from storybuilder.ui.parts.field import colour, field, named
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.text import heading, hint, link, text, title
from storybuilder.ui.question_rows import how_often, how_to_answer, lines_of, quoted
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XL, XS, L, M, Palette, S

SAVE_AFTER_S = 0.4
"""Typing pauses this long before the question goes to disk."""
SAVED, SAVING, WORDLESS = "✓ Saved", "Saving …", "Not saved yet: it has no words."
FIELDS = {
    "text": ("Question", "question", "Tell me about a time when…"),
    "assessed": ("What it tests", "body", "What they want to learn from the answer"),
    "key_points": ("A strong answer has", "body", "One point a line"),
    "follow_ups": ("Often asked next", "body", "One follow-up a line"),
}
"""What can be written into an own question: its name, its role, and what waits in it."""
NEW = Question(id=QuestionId(""), text="")


class QuestionScreen:
    """One question of the bank or of the person's own; without an id, a new one."""

    page = "Questions"

    def __init__(self, window: Window, id: QuestionId | None) -> None:
        self._window = window
        self._asking = window.practice.asking
        self._id = id
        self._saved = self._question = NEW
        self._bank: Question | None = None
        self._suggestions: tuple[Suggestion, ...] = ()
        self._fields: dict[str, ft.TextField] = {}
        self._edits = 0
        self._saving = asyncio.Lock()
        self._status: ft.Text | None = None
        self._told = ""

    async def enter(self) -> None:
        """Read the question from disk, and see what its words suggest."""
        if self._id is not None:
            try:
                self._saved = await self._window.work(self._asking.question, self._id)
            except StorybuilderError as failure:
                self._window.notice(failure.sentence())
                self._window.go("/questions")
                return
            bank = await self._window.work(self._asking.bank)
            self._bank = next((one for one in bank if one.id == self._id), None)
        self._question = self._saved
        await self._suggest()

    async def leave(self) -> None:
        """Nothing typed is left behind. Raises StorybuilderError when it cannot be saved."""
        await self._save()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Ctrl+S saves now; Ctrl+R rehearses."""
        if key.ctrl and key.key == "S":
            self._window.start(self._save)
        elif key.ctrl and key.key == "R":
            self._rehearse()

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """The question, what it tests, and what belongs to a good answer."""
        look = self._window.look
        p, room = look.p, min(760.0, look.room)
        own = self._question.bank == "own"
        rows = [self._head(p, look.room), gap(L)]
        rows += self._writing("text", p, room) if own else [self._asked(p, room)]
        rows += [gap(XL), *self._tests(p, room)]
        rows += self._own_parts(p, room) if own else self._bank_parts(p, room)
        return scroll(rows, look)

    def _head(self, p: Palette, room: float) -> ft.Control:
        own = self._question.bank == "own"
        self._status = text(self._told, "small", p.soft)
        parts: list[ft.Control] = [
            link("Questions", p, lambda e: self._window.go("/questions")),
            text("·", "small", p.faint),
            text("yours" if own else how_often(self._question).lower(), "small", p.soft),
            self._status,
            ft.Container(expand=True),
        ]
        if own and self._saved.id:
            parts.append(link("Delete", p, lambda e: self._window.start(self._delete)))
        parts.append(
            primary("Rehearse", p, lambda e: self._rehearse(), dot=True, tooltip=hint("Ctrl+R", p))
        )
        return ft.Row(parts, spacing=S, width=room)

    def _asked(self, p: Palette, room: float) -> ft.Control:
        return ft.Container(content=title(self._question.text, p, "question"), width=room)

    def _tests(self, p: Palette, room: float) -> list[ft.Control]:
        practice = self._window.practice
        rows: list[ft.Control] = [
            heading("Competencies", p, "the filled one is what it chiefly tests"),
            gap(S),
            chosen_chips(
                practice.named_competencies(), self._question.competencies, self._choose, p, room
            ),
        ]
        offered = self._offered(p, room)
        changed = self._bank is not None and self._bank.competencies != self._question.competencies
        if changed:
            back = link("As in the bank", p, lambda e: self._window.start(self._reset))
            offered.append(back)
        if offered:
            rows += [gap(S), ft.Row(offered, spacing=L, wrap=True, width=room)]
        return [*rows, gap(XL)]

    def _offered(self, p: Palette, room: float) -> list[ft.Control]:
        """What the words of an untagged question suggest, and one click to accept it."""
        ids = taken(self._suggestions)
        if self._question.competencies or not ids:
            return []
        labels = {one.id: one.label for one in self._window.practice.named_competencies()}
        told = []
        for one in self._suggestions[: len(ids)]:
            words = evidence_words(self._question.text, one)
            told.append(f"{labels.get(one.id, one.id)}{f' ({quoted(words)})' if words else ''}")
        return [
            text(f"Suggested: {', '.join(told)}", "small", p.soft),
            link("Accept", p, lambda e: self._keep_competencies(ids), color=p.ink),
        ]

    def _bank_parts(self, p: Palette, room: float) -> list[ft.Control]:
        one = self._question
        sections = (
            ("What it tests", (one.assessed,)),
            ("A strong answer has", tuple(f"·  {point}" for point in one.key_points)),
            ("Often asked next", one.follow_ups),
            ("How to answer", (how_to_answer(one),)),
            ("Source", (one.source,) if one.source else ()),
        )
        rows: list[ft.Control] = []
        for name, lines in sections:
            if lines:
                role = "read_small" if name == "Often asked next" else "body"
                said: list[ft.Control] = [text(line, role, p.ink, width=room) for line in lines]
                rows += [heading(name, p), gap(XS), ft.Column(said, spacing=XS, tight=True)]
                rows.append(gap(L))
        return rows

    def _own_parts(self, p: Palette, room: float) -> list[ft.Control]:
        rows: list[ft.Control] = []
        for name in ("assessed", "key_points", "follow_ups"):
            rows += [heading(FIELDS[name][0], p), gap(XS), *self._writing(name, p, room), gap(L)]
        return rows

    def _writing(self, name: str, p: Palette, room: float) -> list[ft.Control]:
        """A field; made once and kept, so that a redraw loses neither text nor focus."""
        label, role, waiting = FIELDS[name]
        if name not in self._fields:
            value = getattr(self._question, name)
            self._fields[name] = field(
                value if isinstance(value, str) else "\n".join(value),
                role,
                waiting,
                p,
                on_change=partial(self._edited, name),
                on_blur=self._blurred,
                autofocus=name == "text" and not self._question.text,
            )
        colour(self._fields[name], role, p)
        self._fields[name].width = room
        line = ft.Container(height=1, bgcolor=p.edge, width=room, margin=ft.Margin.only(top=M))
        return [named(self._fields[name], label), line]

    # ------------------------------------------------------------ changing
    def _edited(self, name: str, event: ft.Event[ft.TextField]) -> None:
        written = event.control.value or ""
        listed = isinstance(getattr(self._question, name), tuple)
        changes = {name: lines_of(written) if listed else written}
        self._question = replace(self._question, **changes)  # type: ignore[arg-type]  # of FIELDS
        self._edits += 1
        self._tell(SAVING)
        self._window.start(partial(self._save_later, self._edits))

    def _choose(self, competency: str) -> None:
        self._keep_competencies(next_chosen(self._question.competencies, competency))

    def _keep_competencies(self, ids: tuple[str, ...]) -> None:
        self._question = replace(self._question, competencies=ids)
        self._window.redraw()
        self._window.start(self._save)

    async def _reset(self) -> None:
        if self._bank is not None:
            await self._window.work(self._asking.reset, self._bank.id)
            self._saved = self._question = self._bank
            self._window.redraw()

    async def _blurred(self, _: object) -> None:
        self._window.start(self._save)

    async def _save_later(self, edit: int) -> None:
        await asyncio.sleep(SAVE_AFTER_S)
        if edit == self._edits:
            await self._save()
            await self._suggest()
            if self._fields and not self._question.competencies:
                self._window.redraw()

    async def _save(self) -> None:
        async with self._saving:
            before, after = self._saved, self._question
            if before == after:
                return
            if not after.text.strip():
                self._tell(WORDLESS)
                return
            try:
                kept = await self._window.work(self._put, before, after)
            except StorybuilderError as failure:
                self._tell(f"Not saved: {failure.sentence()}")
                raise
            self._saved = replace(after, id=kept.id, position=kept.position)
            self._question = replace(self._question, id=kept.id, position=kept.position)
            self._tell(SAVED)

    def _put(self, before: Question, after: Question) -> Question:
        if before.id:
            return self._asking.edit(before, after)
        fresh = self._asking.add(after.text, after.competencies)
        return self._asking.edit(fresh, replace(after, id=fresh.id, position=fresh.position))

    async def _suggest(self) -> None:
        self._suggestions = await self._window.work(self._asking.suggest, self._question.text)

    def _tell(self, words: str) -> None:
        self._told = words
        if self._status is not None and self._status.value != words:
            self._status.value = words
            self._window.refresh(self._status)

    # ------------------------------------------------------------ going on
    async def _delete(self) -> None:
        gone = self._saved.id
        self._question = self._saved
        await self._window.work(self._asking.delete, gone)
        self._window.go("/questions")

        async def restored() -> None:
            await self._window.work(self._asking.restore, gone)
            self._window.go(f"/questions/{gone}")

        self._window.notice(
            "The question is deleted", ("Undo", lambda e: self._window.start(restored))
        )

    def _rehearse(self) -> None:
        async def kept_first() -> None:
            await self._save()
            if self._saved.id:
                self._window.go(f"/rehearse/question/{self._saved.id}")

        self._window.start(kept_first)
