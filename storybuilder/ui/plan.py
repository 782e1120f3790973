"""Plan: which story to tell for each question of an interview, and how far the stories reach."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import flet as ft

from storybuilder.core.loop import Loops
from storybuilder.core.plan import Plan
from storybuilder.core.question import Question
from storybuilder.core.story import StoryId
from storybuilder.core.story_map import StoryMap
from storybuilder.errors import FrameworkUnknown, PlanTooLong
from storybuilder.practice.fitting import LOOPS
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.field import boxed, named
from storybuilder.ui.parts.frame import Look, gap, hairline, scroll
from storybuilder.ui.parts.heat_legend import glyph
from storybuilder.ui.parts.menu import menu
from storybuilder.ui.parts.states import Choice, empty
from storybuilder.ui.parts.text import hint, link, text, title
from storybuilder.ui.plan_rows import (
    CHOSEN,
    SLACKS,
    Interview,
    PlanRow,
    Told,
    asked_in,
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
from storybuilder.ui.theme import RADIUS, XL, XS, M, Palette, S

SIDE_WIDE, SIDE_NARROW = 300, 250
BETWEEN = 44
ASKED_HEIGHT, TOLD_HEIGHT = 28, 26


class PlanScreen:
    """A plan made anew whenever its questions change; the loops follow it."""

    page = "Map"

    def __init__(self, window: Window) -> None:
        self._window = window
        self._practice = window.practice
        self._interview = Interview()
        self._find = ""
        self._questions: tuple[Question, ...] = ()
        self._sources: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._plan: Plan | None = None
        self._loops: Loops | None = None
        self._side = ft.Container()

    async def enter(self) -> None:
        """Make the plan; the loops follow while it is shown."""
        try:
            plan = await self._window.work(self._made, self._interview)
        except (FrameworkUnknown, PlanTooLong) as failure:  # it was changed meanwhile
            self._window.notice(failure.sentence())
            self._interview = Interview()
            plan = await self._window.work(self._made, self._interview)
        self._show(self._interview, plan)

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
    def _made(self, interview: Interview) -> Plan:
        fitting = self._practice.fitting
        self._questions = tuple(fitting.questions())
        self._sources = sources(self._questions, (*fitting.frameworks, fitting.in_force()))
        self._labels = {one.id: one.label for one in fitting.named()}
        return fitting.plan(self._asked(interview), interview.slack)

    def _asked(self, interview: Interview) -> StoryMap:
        fitting = self._practice.fitting
        if not interview.by_question:
            return fitting.framework_map(interview.source, interview.told_here)
        asked = asked_in(interview, self._questions)
        return fitting.story_map(asked, interview.told_here)

    def _show(self, interview: Interview, plan: Plan) -> None:
        self._interview, self._plan, self._loops = interview, plan, None
        self._window.start(partial(self._simulate, plan))

    async def _simulate(self, plan: Plan) -> None:
        loops = await self._window.work(self._practice.fitting.simulate, plan.map)
        if self._plan is plan:
            self._loops = loops
            width = float(self._side.width or SIDE_WIDE)
            self._side.content = self._beside(plan, self._window.look.p, width)
            self._window.refresh(self._side)

    def _turn(self, interview: Interview) -> None:
        """Plan another interview; the present plan stays where that cannot be done."""

        async def made() -> None:
            self._show(interview, await self._window.work(self._made, interview))
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
        def turned(**changes: Any) -> Callable[[object], None]:
            return lambda e: self._turn(replace(self._interview, **changes))

        names = dict(self._sources)
        if chosen := self._interview.chosen:
            names[CHOSEN] = f"Your choice ({len(chosen)})"
        source, slack = self._interview.source, SLACKS[self._interview.slack]
        shown = names.get(source, source)
        asked: list[Choice] = [(words, turned(source=id)) for id, words in names.items()]
        shares: list[Choice] = [(words, turned(slack=more)) for more, words in SLACKS.items()]
        return ft.Row(
            [
                menu("Planned from", shown, asked, p, chosen=shown),
                menu("Share", slack, shares, p, chosen=slack),
            ],
            spacing=M,
        )

    def _table(self, plan: Plan, p: Palette, room: float) -> list[ft.Control]:
        drawn: list[ft.Control] = [hairline(p, room)]
        for choice in plan.choices:
            drawn += [self._row(plan_row(plan, choice), p, room), hairline(p, room)]
        return drawn

    def _row(self, row: PlanRow, p: Palette, room: float) -> ft.Control:
        """The question in a line of its own, its two stories below it."""
        bare = row.primary is None
        words = text(
            f"△ {row.question}" if bare else row.question,
            "small_strong",
            p.signal if bare else p.ink,
            max_lines=1,
            no_wrap=True,
            overflow=ft.TextOverflow.ELLIPSIS,
            tooltip=hint(row.question, p),
            semantics_label=row.spoken,
            expand=True,
        )
        asked: list[ft.Control] = [words]
        if self._interview.by_question:
            name = f"Leave out: {row.question}"
            asked.append(
                link("Leave out", p, lambda e: self._leave_out(row.id), name=name, end=True)
            )
        half = (room - M) / 2
        told = [self._teller(row, row.primary, "first", p, half)]
        told.append(self._teller(row, row.backup, "or", p, half))
        return ft.Container(
            content=ft.Column(
                [
                    ft.Row(asked, spacing=M, width=room, height=ASKED_HEIGHT),
                    ft.Row(told, spacing=M, width=room, height=TOLD_HEIGHT),
                ],
                spacing=0,
                tight=True,
            ),
            padding=ft.Padding.symmetric(vertical=XS),
        )

    def _teller(
        self, row: PlanRow, told: Told | None, place: str, p: Palette, width: float
    ) -> ft.Control:
        """A story of the plan; a click rehearses it for this question."""
        if told is None:
            words = "no story" if place == "first" else "no backup"
            return ft.Container(width=width, content=text(words, "small", p.faint))
        asked = f"/question/{row.id}" if self._interview.by_question else ""
        rehearse = f"/rehearse/{told.id}{asked}"

        def clicked(_: object) -> None:
            self._window.go(rehearse)

        name = text(
            told.title,
            "read_small",
            p.ink,
            max_lines=1,
            no_wrap=True,
            overflow=ft.TextOverflow.ELLIPSIS,
            expand=True,
        )
        line: list[ft.Control] = [glyph(told.level, p), name]
        if place == "or":
            line.insert(0, text("or", "small", p.faint))
        return ft.Semantics(
            label=f"Rehearse {told.title}, {told.level}, for {row.question}",
            button=True,
            exclude_semantics=True,
            on_tap=clicked,
            content=ft.Container(
                content=ft.Row(line, spacing=S),
                width=width,
                height=TOLD_HEIGHT,
                border_radius=RADIUS,
                ink=True,
                on_click=clicked,
                tooltip=hint(f"{told.level.capitalize()}. Rehearse it for this question", p),
            ),
        )

    def _adding(self, plan: Plan, p: Palette, room: float) -> list[ft.Control]:
        """Find a question and take it in; an employer's principles are taken as they are."""
        if not self._interview.by_question:
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
        found.append(loads_view(load_rows(plan, self._interview.told_here), self._heard, p, width))
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
    def _on_find(self, e: ft.Event[ft.TextField]) -> None:
        self._find = (e.control.value or "").strip()
        self._window.redraw()

    def _adder(self, question: Question) -> Callable[[object], None]:
        return lambda e: self._take((*self._present(), question.id))

    def _leave_out(self, id: str) -> None:
        before = self._interview
        self._take(tuple(one for one in self._present() if one != id))
        undo: Choice = ("Undo", lambda e: self._turn(before))
        self._window.notice("The question is left out of this plan", undo)

    def _take(self, ids: tuple[str, ...]) -> None:
        self._turn(replace(self._interview, source=CHOSEN, chosen=ids))

    def _present(self) -> tuple[str, ...]:
        return tuple(demand.id for demand in self._plan.map.demands) if self._plan else ()

    def _heard(self, id: StoryId) -> None:
        """Whether this employer has heard a story is turned round."""
        told = self._interview.told_here ^ {id}
        self._turn(replace(self._interview, told_here=told))
