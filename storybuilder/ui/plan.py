"""Plan: which story to tell for each question of an interview, and how far the stories reach."""

from collections.abc import Callable
from functools import partial

import flet as ft

from storybuilder.core.loop import Loops
from storybuilder.core.plan import Plan
from storybuilder.core.question import Question
from storybuilder.core.story import StoryId
from storybuilder.core.story_map import StoryMap
from storybuilder.practice.fitting import LOOPS
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.field import boxed, named
from storybuilder.ui.parts.frame import Look, gap, hairline, scroll
from storybuilder.ui.parts.heat_map import glyph
from storybuilder.ui.parts.menu import menu
from storybuilder.ui.parts.states import Choice, empty
from storybuilder.ui.parts.text import hint, link, text, title
from storybuilder.ui.plan_rows import (
    CHOSEN,
    DEFAULT_SOURCE,
    SLACKS,
    PlanRow,
    Told,
    asked_by,
    found_by,
    headline,
    load_rows,
    loop_rows,
    plan_row,
    sources,
    standing,
)
from storybuilder.ui.plan_side import conflicts_view, loads_view, loops_said, loops_view
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XL, XS, M, Palette, S

SIDE_WIDE, SIDE_NARROW = 300, 250
BETWEEN = 44
ROW_HEIGHT = 36
LEAVE_WIDTH = 76


class PlanScreen:
    """A plan made anew whenever its questions change; the loops follow it."""

    page = "Map"

    def __init__(self, window: Window) -> None:
        self._window = window
        self._practice = window.practice
        self._source = DEFAULT_SOURCE
        self._ids: tuple[str, ...] = ()
        """Questions chosen one by one; they count when the source says so."""
        self._slack = 0
        self._told_here: frozenset[StoryId] = frozenset()
        self._find = ""
        self._questions: tuple[Question, ...] = ()
        self._sources: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._plan: Plan | None = None
        self._loops: Loops | None = None
        self._side = ft.Container()

    async def enter(self) -> None:
        """Make the plan; the loops follow while it is shown."""
        self._loops = None
        self._plan = plan = await self._window.work(self._made)
        self._window.start(partial(self._simulate, plan))

    async def leave(self) -> None:
        """Nothing is pending here."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """No key of its own."""

    def draw(self) -> ft.Control:
        """Title, what is asked, the table; loads, conflicts and loops at the side."""
        look, plan = self._window.look, self._plan
        assert plan is not None, "it is drawn after it was entered"
        p = look.p
        if not plan.map.offers:
            return scroll(self._nothing(p, min(560, look.room)), look)
        beside = SIDE_WIDE if look.wide else SIDE_NARROW
        room = look.room - beside - BETWEEN
        self._side = ft.Container(content=self._beside(plan, p, beside), width=beside)
        table = ft.Column(
            [*self._table(plan, p, room), *self._adding(plan, p, room)],
            spacing=0,
            tight=True,
            width=room,
        )
        body = ft.Row(
            [table, self._side], spacing=BETWEEN, vertical_alignment=ft.CrossAxisAlignment.START
        )
        return scroll([self._headed(plan, look), gap(S), self._tools(p), gap(M), body], look)

    # ------------------------------------------------------------ making
    def _made(self) -> Plan:
        fitting = self._practice.fitting
        self._questions = tuple(fitting.questions())
        self._sources = sources(self._questions, (*fitting.frameworks, fitting.in_force()))
        self._labels = {one.id: one.label for one in fitting.named()}
        return fitting.plan(self._asked(), self._slack)

    def _asked(self) -> StoryMap:
        fitting = self._practice.fitting
        if self._source == CHOSEN:
            by_id = {str(question.id): question for question in self._questions}
            chosen = [by_id[id] for id in self._ids if id in by_id]
            return fitting.story_map(chosen, self._told_here)
        asked = asked_by(self._source, self._questions)
        if asked is None:
            return fitting.framework_map(self._source, self._told_here)
        return fitting.story_map(asked, self._told_here)

    @property
    def _by_question(self) -> bool:
        """Whether questions are planned for, and not the principles of an employer."""
        return self._source == CHOSEN or asked_by(self._source, ()) is not None

    async def _simulate(self, plan: Plan) -> None:
        loops = await self._window.work(self._practice.fitting.simulate, plan.map)
        if self._plan is plan:
            self._loops = loops
            width = float(self._side.width or SIDE_WIDE)
            self._side.content = self._beside(plan, self._window.look.p, width)
            self._window.refresh(self._side)

    def _again(self) -> None:
        """Something about the interview changed: plan anew."""

        async def made() -> None:
            await self.enter()
            self._window.redraw()

        self._window.start(made)

    # ------------------------------------------------------------ drawing
    def _headed(self, plan: Plan, look: Look) -> ft.Control:
        p = look.p
        told = ft.Column(
            [
                title(headline(plan), p, "title" if look.wide else "question"),
                text(standing(plan), "small", p.soft),
            ],
            spacing=2,
            tight=True,
            expand=True,
        )
        return ft.Row(
            [told, quiet("Map", p, lambda e: self._window.go("/map"))],
            spacing=S,
            vertical_alignment=ft.CrossAxisAlignment.START,
            width=look.room,
        )

    def _tools(self, p: Palette) -> ft.Control:
        def from_source(source: str) -> Callable[[object], None]:
            return lambda e: self._choose(source)

        def with_slack(slack: int) -> Callable[[object], None]:
            return lambda e: self._allow(slack)

        names = dict(self._sources)
        if self._ids:
            names[CHOSEN] = f"Your choice ({len(self._ids)})"
        shown = names.get(self._source, self._source)
        asked: list[Choice] = [(words, from_source(source)) for source, words in names.items()]
        shares: list[Choice] = [(words, with_slack(slack)) for slack, words in SLACKS.items()]
        return ft.Row(
            [
                menu("Planned from", shown, asked, p, chosen=shown),
                menu("Share", SLACKS[self._slack], shares, p, chosen=SLACKS[self._slack]),
            ],
            spacing=M,
        )

    def _table(self, plan: Plan, p: Palette, room: float) -> list[ft.Control]:
        told_width = round(room * 0.28)
        asked_width = room - 2 * told_width - LEAVE_WIDTH
        head = ft.Row(
            [
                ft.Container(width=asked_width, content=text("asked", "tiny", p.faint)),
                ft.Container(width=told_width, content=text("tell", "tiny", p.faint)),
                ft.Container(width=told_width, content=text("if told before", "tiny", p.faint)),
            ],
            spacing=0,
        )
        rows = [plan_row(plan, choice) for choice in plan.choices]
        drawn: list[ft.Control] = [head, gap(XS)]
        for row in rows:
            drawn += [self._row(row, p, asked_width, told_width), hairline(p, room)]
        return drawn

    def _row(self, row: PlanRow, p: Palette, asked: float, told: float) -> ft.Control:
        bare = row.primary is None
        words = text(
            f"△ {row.question}" if bare else row.question,
            "small_strong" if bare else "small",
            p.signal if bare else p.ink,
            max_lines=1,
            no_wrap=True,
            overflow=ft.TextOverflow.ELLIPSIS,
            tooltip=hint(row.question, p),
            semantics_label=row.spoken,
        )
        leave = link(
            "Leave out",
            p,
            lambda e: self._leave_out(row.id),
            name=f"Leave out: {row.question}",
            end=True,
        )
        return ft.Row(
            [
                ft.Container(width=asked, content=words, padding=ft.Padding.only(right=M)),
                self._teller(row, row.primary, p, told),
                self._teller(row, row.backup, p, told),
                ft.Container(width=LEAVE_WIDTH, content=leave if self._by_question else None),
            ],
            spacing=0,
            height=ROW_HEIGHT,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )

    def _teller(self, row: PlanRow, told: Told | None, p: Palette, width: float) -> ft.Control:
        if told is None:
            return ft.Container(width=width, content=text("–", "small", p.faint))
        asked = f"/question/{row.id}" if self._by_question else ""
        rehearse = f"/rehearse/{told.id}{asked}"
        name = ft.Container(
            content=text(
                told.title,
                "read_small",
                p.ink,
                max_lines=1,
                no_wrap=True,
                overflow=ft.TextOverflow.ELLIPSIS,
            ),
            width=width - 26 - S - M,
        )
        spoken = f"Rehearse {told.title} for {row.question}"

        def clicked(_: object) -> None:
            self._window.go(rehearse)

        return ft.Semantics(
            label=spoken,
            button=True,
            exclude_semantics=True,
            on_tap=clicked,
            content=ft.Container(
                content=ft.Row([glyph(told.level, p), name], spacing=S),
                width=width,
                height=ROW_HEIGHT,
                ink=True,
                on_click=clicked,
                tooltip=hint(f"{told.level.capitalize()}. Click to rehearse", p),
            ),
        )

    def _adding(self, plan: Plan, p: Palette, room: float) -> list[ft.Control]:
        """Find a question and take it in; an employer's principles are taken as they are."""
        if not self._by_question:
            return []
        find = boxed(
            self._find, "Add a question: a word of it, then Enter", p, on_submit=self._on_find
        )
        taken = [demand.id for demand in plan.map.demands]
        found = found_by(self._find, self._questions, taken)
        drawn: list[ft.Control] = [gap(M), named(find, "Add a question")]
        if self._find and not found:
            drawn.append(text("No other question has these words.", "small", p.soft))
        for question in found:
            add = link("Add", p, self._adder(question), color=p.ink, name=f"Add: {question.text}")
            words = text(
                question.text,
                "read_small",
                p.ink,
                max_lines=1,
                no_wrap=True,
                overflow=ft.TextOverflow.ELLIPSIS,
                expand=True,
            )
            drawn.append(ft.Row([add, words], spacing=M, width=room, height=28))
        return drawn

    def _beside(self, plan: Plan, p: Palette, width: float) -> ft.Control:
        found = [self._loops_told(plan, p, width), gap(XL)]
        if plan.conflicts:
            found += [conflicts_view(plan.conflicts, p, width), gap(XL)]
        found.append(loads_view(load_rows(plan, self._told_here), self._heard, p, width))
        return ft.Column(found, spacing=0, tight=True, width=width)

    def _loops_told(self, plan: Plan, p: Palette, width: float) -> ft.Control:
        if self._loops is None:
            return loops_said(f"Running {LOOPS} loops …", p, width)
        rows = loop_rows(self._loops, plan.map, self._labels)
        if rows is None:
            return loops_said("There is no question to ask.", p, width)
        return loops_view(rows, p, width)

    def _nothing(self, p: Palette, width: float) -> list[ft.Control]:
        words = (
            "A plan gives each question of an interview the story to tell, and a second one in "
            "case the first was told before. It needs stories: five to seven cover most interviews."
        )
        stories = ("Stories", lambda e: self._window.go("/stories"))
        return [empty("No story to plan with yet.", words, stories, p, width)]

    # ------------------------------------------------------------ gestures
    def _choose(self, source: str) -> None:
        self._source = source
        self._again()

    def _allow(self, slack: int) -> None:
        self._slack = slack
        self._again()

    def _on_find(self, e: ft.Event[ft.TextField]) -> None:
        self._find = (e.control.value or "").strip()
        self._window.redraw()

    def _adder(self, question: Question) -> Callable[[object], None]:
        return lambda e: self._take((*self._present(), question.id))

    def _leave_out(self, id: str) -> None:
        before = self._source, self._ids
        self._take(tuple(one for one in self._present() if one != id))

        def undo(_: object) -> None:
            self._source, self._ids = before
            self._again()

        self._window.notice("The question is left out of this plan", ("Undo", undo))

    def _take(self, ids: tuple[str, ...]) -> None:
        self._source, self._ids = CHOSEN, ids
        self._again()

    def _present(self) -> tuple[str, ...]:
        return tuple(demand.id for demand in self._plan.map.demands) if self._plan else ()

    def _heard(self, id: StoryId) -> None:
        """Whether this employer has heard a story is turned round."""
        self._told_here = self._told_here ^ {id}
        self._again()
