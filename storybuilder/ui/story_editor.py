"""Story editor: writing in the middle, checks in the margin, nothing in between."""

from dataclasses import replace
from functools import partial

import flet as ft

from storybuilder.core.diff import changes
from storybuilder.core.live_check import check_draft
from storybuilder.core.story import Part, Story, StoryId, Version
from storybuilder.core.take import Take
from storybuilder.ui.coach_ways import CoachWays
from storybuilder.ui.draft_rows import part_note
from storybuilder.ui.parts import margin_notes
from storybuilder.ui.parts.buttons import primary
from storybuilder.ui.parts.competency_chips import chips
from storybuilder.ui.parts.field import colour, field, named
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.text import heading, hint, link, text
from storybuilder.ui.proposing import Proposing
from storybuilder.ui.screen import Window
from storybuilder.ui.story_history import Comparison, VersionGestures, take_rows, version_rows
from storybuilder.ui.story_saving import KeptStory
from storybuilder.ui.theme import XL, XS, L, Palette, S

GUTTER = 40
HINTS = {
    Part.SITUATION: "Where, when, who. Two or three sentences.",
    Part.TASK: "What was asked of you, and by when.",
    Part.ACTION: "What you did, step by step. Say I.",
    Part.RESULT: "What changed: a number, its unit, and where it started.",
}
OTHERS = {
    "title": ("Title", "title", "Name this story"),
    "must_land": ("Must-land line", "fix", "The one sentence they should remember"),
    "headline": ("Headline", "read", "The story in one line, to open with"),
    "lesson": ("Lesson", "read", "What you would do differently, or do again"),
    "happened": ("When it happened", "body", "2024, or March 2024"),
    "tags": ("Tags", "body", "Words to find it by, with commas between"),
}
ONE_LINE = ("title", "happened", "tags")


class StoryEditor:
    """One story being written. Every pause in typing puts it on disk."""

    page = "Stories"

    def __init__(self, window: Window, story_id: StoryId) -> None:
        self._window = window
        self._drafting = window.practice.drafting
        self._story_id = story_id
        self._kept = KeptStory(window, story_id, version_first=True, paused=self._propose)
        self._takes: tuple[Take, ...] = ()
        self._versions: tuple[Version, ...] = ()
        self._compared: Comparison | None = None
        self._fields: dict[str, ft.TextField] = {}
        self._proposing = Proposing(window, self._kept.choose)
        self._margins: dict[Part, ft.Container] = {}
        self._whole: ft.Container | None = None
        self._side = 0.0
        self._focused = ""
        self._coach = CoachWays(window, story_id)

    async def enter(self) -> None:
        """Read the story and its takes from disk."""
        if await self._kept.read() is None:
            return
        self._takes = await self._window.work(
            self._window.practice.rehearsing.of_story, self._story_id
        )
        self._versions = await self._window.work(self._drafting.versions.versions, self._story_id)
        self._window.start(self._coach.look)
        await self._propose()

    async def leave(self) -> None:
        """Nothing typed is left behind. Raises StorybuilderError when it cannot be saved."""
        await self._kept.leave()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Ctrl+S saves now; Ctrl+R rehearses; Ctrl+Up and Ctrl+Down walk the parts."""
        if not key.ctrl:
            return
        if key.key == "S":
            await self._kept.save()
        elif key.key == "R":
            self._rehearse()
        elif key.key in ("Arrow Up", "Arrow Down"):
            await self._walk(-1 if key.key == "Arrow Up" else 1)

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """Head, writing with its margin, and what else belongs to the story."""
        look = self._window.look
        p, room = look.p, look.room
        if self._kept.written is None:
            return scroll([], look)
        between, side = (56.0, 316.0) if look.wide else (32.0, 236.0)
        main = room - side - between
        self._side = side
        self._prepare(p, main - GUTTER)
        self._whole = ft.Container(width=side)
        self._margins = {part: ft.Container(width=side) for part in Part}
        self._check()
        rows: list[ft.Control] = [
            self._head(p),
            gap(S),
            _beside(self._naming(p, main), self._whole, between),
            gap(L + XS),
            ft.Column(
                [self._part_row(part, p, main, between) for part in Part], spacing=18, tight=True
            ),
            gap(L),
            *self._more(p, room),
        ]
        return scroll(rows, look)

    def _prepare(self, p: Palette, width: float) -> None:
        """Fields are made once and kept, so that a redraw loses neither text nor focus."""
        story = self._kept.written
        if story is None:
            return
        template = self._window.practice.beginning.template(story.primary_competency)
        for name, (_, role, waiting) in OTHERS.items():
            waiting = (template.idea_for(name) if template else "") or waiting
            value = ", ".join(story.tags) if name == "tags" else getattr(story, name)
            self._field(name, value, role, waiting, p, width)
        for part in Part:
            waiting = template.idea_for(part.value) if template else HINTS[part]
            self._field(part.value, story.text_of(part), "read", waiting, p, width)

    def _field(
        self, name: str, value: str, role: str, waiting: str, p: Palette, width: float
    ) -> None:
        if name not in self._fields:
            self._fields[name] = field(
                value,
                role,
                waiting,
                p,
                multiline=name not in ONE_LINE,
                on_change=partial(self._edited, name),
                on_focus=partial(self._entered, name),
                on_blur=self._blurred,
                autofocus=name == "title" and not value,
            )
        colour(self._fields[name], role, p)
        self._fields[name].hint_text, self._fields[name].hint_max_lines = waiting, 4
        self._fields[name].width = width

    def _head(self, p: Palette) -> ft.Control:
        go, id = self._window.go, self._story_id
        return ft.Row(
            [
                gap(0, GUTTER - S),
                link("Stories", p, lambda e: self._window.go("/stories")),
                text("·", "small", p.faint),
                self._kept.status(),
                ft.Container(expand=True),
                link("Probe cards", p, lambda e: go(f"/probe/story/{id}"), color=p.ink),
                gap(0, S),
                link("Two lengths", p, lambda e: go(f"/stories/{id}/lengths"), color=p.ink),
                gap(0, S),
                primary(
                    "Rehearse", p, lambda e: self._rehearse(), dot=True, tooltip=hint("Ctrl+R", p)
                ),
            ],
            spacing=S,
        )

    def _naming(self, p: Palette, main: float) -> ft.Control:
        land = ft.Column(
            [text("Must land", "small_strong", p.soft), self._named("must_land")],
            spacing=1,
            tight=True,
        )
        rows: list[ft.Control] = [
            ft.Row([gap(0, GUTTER), self._named("title")], spacing=0),
            gap(S),
            ft.Row(
                [gap(0, GUTTER), land], spacing=0, vertical_alignment=ft.CrossAxisAlignment.START
            ),
        ]
        return ft.Column(rows, spacing=0, tight=True, width=main)

    def _named(self, name: str) -> ft.Control:
        """A field with its spoken name."""
        label = OTHERS[name][0] if name in OTHERS else name.capitalize()
        return named(self._fields[name], label)

    def _part_row(self, part: Part, p: Palette, main: float, between: float) -> ft.Control:
        letter = ft.Container(
            width=GUTTER,
            alignment=ft.Alignment.TOP_LEFT,
            padding=ft.Padding.only(top=4),
            content=marker(part.value, p),
        )
        writing = ft.Row(
            [letter, self._named(part.value)],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
            width=main,
        )
        self._margins[part].padding = ft.Padding.only(top=4)
        return _beside(writing, self._margins[part], between)

    def _more(self, p: Palette, room: float) -> list[ft.Control]:
        rows: list[ft.Control] = []
        for name in ("lesson", "headline", "happened", "tags"):
            label = OTHERS[name][0]
            rows.append(
                ft.Row(
                    [
                        gap(0, GUTTER),
                        ft.Column(
                            [text(label, "small_strong", p.soft), self._named(name)],
                            spacing=1,
                            tight=True,
                        ),
                    ],
                    spacing=0,
                )
            )
        history = [*take_rows(self._takes, self._window.go, p), gap(XL)]
        gestures = VersionGestures(self._restore, self._compare)
        history += version_rows(self._versions, gestures, p, room - GUTTER, self._compared)
        return [
            *self._shows(p, room),
            _indented([self._coach.draw(room - GUTTER)], 0),
            ft.Column(rows, spacing=14, tight=True),
            gap(XL),
            _indented(history, 0),
        ]

    def _shows(self, p: Palette, room: float) -> list[ft.Control]:
        """The competencies; a story with a primary one can be found for a question."""
        story = self._kept.written
        if story is None:
            return []
        competencies = self._window.practice.named_competencies()
        shown = chips(competencies, story, self._kept.choose, p, room - GUTTER)
        note = "click once to add, again to make it the main one, again to take it away"
        proposed = self._proposing.draw(story, room - GUTTER)
        lines = [heading("Shows", p, note), shown, proposed]
        return [_indented(lines, S), gap(XL)]

    # ------------------------------------------------------------ writing
    def _edited(self, name: str, event: ft.Event[ft.TextField]) -> None:
        if self._kept.written is None:
            return
        self._kept.write(_with(self._kept.written, name, event.control.value or ""))
        self._compared = None
        self._check(Part(name) if name in set(Part) else None)

    async def _propose(self) -> None:
        if self._kept.written is not None:
            await self._proposing.look(self._kept.written)

    def _restore(self, version: Version) -> None:
        """Bring an earlier text back; the present one becomes a version."""

        async def restored() -> None:
            if await self._kept.save() is None and self._kept.on_disk is not None:
                present = self._kept.on_disk
                await self._window.work(self._drafting.restore_version, present, version)
                self._fields.clear()
                self._compared = None
                await self.enter()
                self._window.redraw()

        self._window.start(restored)

    def _compare(self, version: Version) -> None:
        """Show what differs between an earlier version and the text now, or hide it again."""

        async def compared() -> None:
            if self._kept.written is not None:
                found = await self._window.work(changes, version.story, self._kept.written)
                self._compared = Comparison(version, found)
                self._window.redraw()

        if self._compared is not None and self._compared.version == version:
            self._compared = None
            self._window.redraw()
        else:
            self._window.start(compared)

    def _entered(self, name: str, _: object) -> None:
        self._focused = name

    async def _blurred(self, _: object) -> None:
        await self._kept.save()

    def _check(self, changed: Part | None = None) -> None:
        """The live checks: all of them when drawn, else of the part that changed."""
        story, whole = self._kept.written, self._whole
        if story is None or whole is None:
            return
        settings, p = self._window.practice.setting_up.settings, self._window.look.p
        check = check_draft(story, settings.words_per_minute, settings.thresholds)
        target = settings.target
        middle_s = (target.low_s + target.high_s) / 2
        end_s = settings.thresholds.share_of(Part.ACTION).high_s * middle_s * 1.1
        for part in [changed] if changed else list(Part):
            note = part_note(check, part, middle_s, settings.thresholds)
            self._margins[part].content = margin_notes.part_note(note, p, self._side, end_s)
            self._window.refresh(self._margins[part])
        whole.content = margin_notes.whole(
            check.seconds, check.words, settings.words_per_minute, target, p, self._side
        )
        self._window.refresh(whole)

    async def _walk(self, step: int) -> None:
        """Focus the next or previous part."""
        here = next((i for i, part in enumerate(Part) if self._focused == part.value), -1)
        place = max(0, min(len(Part) - 1, here + step))
        self._focused = list(Part)[place].value
        await self._fields[self._focused].focus()  # type: ignore[no-untyped-call]

    def _rehearse(self) -> None:
        self._window.go(f"/rehearse/{self._story_id}")


def _with(story: Story, name: str, value: str) -> Story:
    """The story with one field rewritten."""
    if name in set(Part):
        return story.with_part(Part(name), value)
    if name == "tags":
        words = (tag.strip() for tag in value.split(","))
        return replace(story, tags=tuple(word for word in words if word))
    return replace(story, **{name: value})  # type: ignore[arg-type]  # names are keys of OTHERS


def _indented(rows: list[ft.Control], spacing: float) -> ft.Control:
    """Under the text, where the letters of the parts do not stand."""
    column = ft.Column(rows, spacing=spacing, tight=True)
    return ft.Container(content=column, padding=ft.Padding.only(left=GUTTER))


def _beside(left: ft.Control, right: ft.Control, between: float) -> ft.Control:
    return ft.Row([left, right], spacing=between, vertical_alignment=ft.CrossAxisAlignment.START)
