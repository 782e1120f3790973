"""Map: which story answers which question, where nothing does, and why."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import flet as ft

from storybuilder.core.fit import Level
from storybuilder.core.framework import NEUTRAL
from storybuilder.core.question import Bank
from storybuilder.core.story_map import StoryMap
from storybuilder.ui.map_rows import (
    MOST_LINES,
    ORDERS,
    QUESTIONS,
    SHOWS,
    GapRow,
    View,
    cell_name,
    chosen_columns,
    framework_names,
    gap_rows,
    headline,
    kind_rows,
    line_of,
    nothing_shown,
    noun_of,
    standing,
)
from storybuilder.ui.map_side import KEY_OF, GapWays, Ways, gaps_view, kinds_view, why_view
from storybuilder.ui.parts.buttons import primary
from storybuilder.ui.parts.field import boxed, named
from storybuilder.ui.parts.frame import Look, gap, scroll, still
from storybuilder.ui.parts.heat_map import SLANT_SIDE, Cell, HeatMap
from storybuilder.ui.parts.heat_tiles import mesh_for
from storybuilder.ui.parts.menu import menu
from storybuilder.ui.parts.states import Choice, empty
from storybuilder.ui.parts.text import text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XL, XS, M, Palette, S
from storybuilder.ui.why_rows import set_words, why_rows

SIDE_WIDE, SIDE_NARROW = 300, 250
ABOVE = 270
"""Height of what stands over the lines, about; the list itself says the rest when it scrolls."""
LEVEL_OF: dict[str, Level | None] = {key: level for level, key in KEY_OF.items()}
LEVEL_OF["A"] = None
ANY = "Any competency"


class StoryMapScreen:
    """The heat map and its side. `kind` says what its lines are: see map_rows.QUESTIONS."""

    page = "Map"

    def __init__(self, window: Window, kind: str = QUESTIONS) -> None:
        self._window = window
        self._practice = window.practice
        self._kind = kind
        self._view = View()
        self._banks: dict[str, Bank] = {}
        self._labels: dict[str, str] = {}
        """Competencies by id, as the framework in force calls them."""
        self._map: StoryMap | None = None
        self._columns: tuple[int, ...] = ()
        self._heat: HeatMap | None = None
        self._chosen: Cell = (0, 0)
        self._explains = False
        self._head, self._side = ft.Container(), ft.Container()

    async def enter(self) -> None:
        """Lay the stories beside the questions. Raises FrameworkUnknown."""
        self._map = await self._window.work(self._read)
        self._arrange(self._map)

    async def leave(self) -> None:
        """Nothing is pending here."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Escape closes the why; the map takes the other keys while it has the keyboard."""
        if key.key == "Escape":
            self._explain(False)

    def draw(self) -> ft.Control:
        """Title, tools, map and side; without a story, which to write first."""
        look, map = self._window.look, self._map
        assert map is not None, "it is drawn after it was entered"
        if not map.offers:
            return scroll(self._nothing(map, look), look)
        beside = SIDE_WIDE if look.wide else SIDE_NARROW
        room = look.room - beside - SLANT_SIDE
        self._head = ft.Container(content=self._headed(map, look))
        drawn = ft.Column(self._drawn(map, look, room), spacing=XS + 2, width=room + SLANT_SIDE)
        self._side = ft.Container(content=self._beside(map, look.p, beside), width=beside)
        body = ft.Row(
            [drawn, self._side],
            spacing=0,
            expand=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        return still([self._head, gap(XS), self._tools(look), gap(XS), body], look)

    # ------------------------------------------------------------ what is shown
    def _read(self) -> StoryMap:
        fitting = self._practice.fitting
        self._labels = {one.id: one.label for one in fitting.named()}
        self._banks = {question.id: question.bank for question in fitting.questions()}
        if self._kind == QUESTIONS:
            return fitting.story_map()
        if self._kind == "competencies":
            return fitting.competency_map()
        return fitting.framework_map(self._kind)

    def _arrange(self, map: StoryMap) -> None:
        """Which lines are shown, in which order; the chosen cell stays within them."""
        self._columns = chosen_columns(map, self._view, self._banks)
        line, story = self._chosen
        lines = min(len(self._columns), MOST_LINES)
        self._chosen = max(0, min(line, lines - 1)), max(0, min(story, len(map.offers) - 1))

    def _headed(self, map: StoryMap, look: Look) -> ft.Control:
        p, noun = look.p, noun_of(self._kind)
        news = title(headline(map, noun), p, "title" if look.wide else "question")
        words = text(standing(map, len(self._columns), noun), "small", p.soft)
        return ft.Row(
            [
                ft.Column([news, words], spacing=2, tight=True, expand=True),
                primary("Plan an interview", p, lambda e: self._window.go("/plan")),
            ],
            spacing=S,
            vertical_alignment=ft.CrossAxisAlignment.START,
            width=look.room,
        )

    def _drawn(self, map: StoryMap, look: Look, room: float) -> list[ft.Control]:
        columns = self._columns[:MOST_LINES]
        if not columns:
            self._heat = None
            return [gap(XL), text(nothing_shown(self._view), "body", look.p.soft)]
        height = look.height - ABOVE
        heat = HeatMap(
            [line_of(map, column) for column in columns],
            [offer.title for offer in map.offers],
            mesh_for(len(map.offers), len(columns), room, height),
            look.p,
            height=height,
            chosen=self._chosen,
            name=lambda line, story: self._name(line, story),
            on_choose=self._choose,
            on_key=self._on_key,
            changed=lambda controls: self._window.refresh(*controls),
        )
        self._heat = heat
        drawn: list[ft.Control] = [heat.heads, ft.Container(content=heat.keys, expand=True)]
        if len(self._columns) > MOST_LINES:
            left = len(self._columns) - MOST_LINES
            drawn.append(text(f"and {left} more; the filters find them", "small", look.p.soft))
        return drawn

    def _tools(self, look: Look) -> ft.Control:
        p, view = look.p, self._view
        fitting = self._practice.fitting
        names = framework_names((*fitting.frameworks, fitting.in_force()), NEUTRAL)
        kinds: list[Choice] = [(name, partial(self._go_to, kind)) for kind, name in names.items()]
        shown = names.get(self._kind, self._kind)
        tools = [menu("Lines", shown, kinds, p, chosen=shown)]
        if self._kind == QUESTIONS:
            labels = {"": ANY} | self._labels
            shows = {words: replace(view, show=to) for to, words in SHOWS.items()}
            tests = {words: replace(view, testing=to) for to, words in labels.items()}
            tools += [
                self._choice("Show", shows, SHOWS[view.show], p),
                self._choice("Testing", tests, labels[view.testing], p),
            ]
        orders = {words: replace(view, order=to) for to, words in ORDERS.items()}
        tools.append(self._choice("Order", orders, ORDERS[view.order], p))
        if self._kind == QUESTIONS:
            find = boxed(view.find, "Find, then Enter", p, width=150, on_submit=self._on_find)
            tools.append(named(find, "Find a question"))
        return ft.Row(tools, spacing=M, width=look.room)

    def _choice(self, name: str, views: Mapping[str, View], chosen: str, p: Palette) -> ft.Control:
        """A menu of views, by the words for what is different in each."""
        choices: list[Choice] = [(words, partial(self._on_view, to)) for words, to in views.items()]
        return menu(name, chosen, choices, p, chosen=chosen)

    def _beside(self, map: StoryMap, p: Palette, width: float) -> ft.Control:
        found: list[ft.Control] = []
        if self._explains and self._heat is not None:
            line, story = self._chosen
            rows = why_rows(map, self._columns[line], story)
            found += [why_view(rows, self._ways(map), p, width), gap(XL)]
        rows_of_gaps, more = gap_rows(map)
        if rows_of_gaps:
            ways = GapWays(self._see, self._do, self._see_gaps)
            found += [gaps_view(rows_of_gaps, more, ways, p, width), gap(XL)]
        if kinds := kind_rows(map, self._labels):
            found.append(kinds_view(kinds, "One more story", p, width))
        return ft.Column(found, spacing=0, scroll=ft.ScrollMode.AUTO, width=width)

    def _nothing(self, map: StoryMap, look: Look) -> list[ft.Control]:
        width = min(560.0, look.room)
        words = (
            f"The map lays your stories beside {len(map.demands)} questions and says which one "
            "answers which, and why. One story is enough to begin."
        )
        write = ("New story", lambda e: self._window.start(partial(self._draft, None)))
        found = [empty("No story yet.", words, write, look.p, width), gap(XL)]
        if kinds := kind_rows(map, self._labels):
            found.append(kinds_view(kinds, "A first story", look.p, width))
        return found

    # ------------------------------------------------------------ gestures
    def _on_key(self, key: str) -> None:
        """A key while the map has the keyboard."""
        heat = self._heat
        if heat is None:
            return
        if key == "Enter":
            self._explain(True)
        elif key in LEVEL_OF:
            self._set(LEVEL_OF[key])
        elif (cell := heat.stepped(key)) is not None:
            self._move(cell)

    def _choose(self, cell: Cell) -> None:
        """A cell was clicked: it is chosen and explained."""
        self._explains = True
        self._move(cell)

    def _move(self, cell: Cell) -> None:
        heat = self._heat
        if heat is None:
            return
        self._chosen = cell
        self._window.refresh(*heat.choose(cell))
        if self._explains:
            self._fill_side()
        self._window.focus(heat.keys)
        target = heat.scroll_target()
        if target is not None and heat.list.parent is not None:
            self._window.start(partial(heat.list.scroll_to, offset=target))

    def _explain(self, shown: bool) -> None:
        if self._heat is not None and self._explains != shown:
            self._explains = shown
            self._fill_side()

    def _fill_side(self) -> None:
        if self._map is not None:
            p, width = self._window.look.p, self._side.width or SIDE_WIDE
            self._side.content = self._beside(self._map, p, float(width))
            self._window.refresh(self._side)

    def _name(self, line: int, story: int) -> str:
        assert self._map is not None, "cells are named once they are drawn"
        return cell_name(self._map, self._columns[line], story)

    def _ways(self, map: StoryMap) -> Ways:
        line, story = self._chosen
        id, asked = map.offers[story].id, map.demands[self._columns[line]].id
        rehearse = partial(self._window.go, f"/rehearse/{id}/question/{asked}")
        return Ways(
            rehearse=rehearse if self._kind == QUESTIONS else None,
            open=partial(self._window.go, f"/stories/{id}"),
            set=self._set,
            close=partial(self._explain, False),
        )

    def _set(self, level: Level | None) -> None:
        """Set the chosen cell by hand, or give it back to what is computed."""
        map, (line, story) = self._map, self._chosen
        if map is None or self._heat is None:
            return
        id, asked = map.offers[story].id, map.demands[self._columns[line]].id
        before = map.overrides.get((id, asked))
        if before == level:
            return

        async def changed(to: Level | None, undo: Level | None) -> None:
            await self._window.work(self._practice.fitting.override, id, asked, to)
            await self._again()
            if self._map is not None:
                fit = self._map.fit(story, self._columns[line])
                back = partial(changed, undo, to)
                way: Choice = ("Undo", lambda e: self._window.start(back))
                self._window.notice(set_words(fit, to), way)

        self._window.start(partial(changed, level, before))

    async def _again(self) -> None:
        """Show what is on disk now, in the same order of lines; other lines are drawn anew."""
        before, heat = self._map, self._heat
        self._map = map = await self._window.work(self._read)
        if before is None or heat is None or before.demands != map.demands:
            self._arrange(map)
            self._window.redraw()
            return
        line = self._chosen[0]
        self._window.refresh(*heat.set_line(line, line_of(map, self._columns[line])))
        self._head.content = self._headed(map, self._window.look)
        self._window.refresh(self._head)
        self._fill_side()

    def _on_view(self, view: View, _: object) -> None:
        self._show(view)

    def _on_find(self, e: ft.Event[ft.TextField]) -> None:
        self._show(replace(self._view, find=(e.control.value or "").strip()))

    def _show(self, view: View) -> None:
        self._view, self._chosen = view, (0, self._chosen[1])
        if self._map is not None:
            self._arrange(self._map)
            self._window.redraw()

    def _go_to(self, kind: str, _: object) -> None:
        self._window.go("/map" if kind == QUESTIONS else f"/map/{kind}")

    def _see(self, row: GapRow) -> None:
        """Lead to a gap's line, wherever it is."""
        if row.column not in self._columns[:MOST_LINES]:
            self._show(View())
        if row.column in self._columns:
            self._move((self._columns.index(row.column), self._chosen[1]))

    def _see_gaps(self) -> None:
        self._show(View(show="open"))

    def _do(self, row: GapRow) -> None:
        """Open the nearest story of a gap, or begin one for it."""
        if row.nearest is not None:
            self._window.go(f"/stories/{row.nearest}")
        elif self._map is not None:
            tested = self._map.demands[row.column].competencies
            self._window.start(partial(self._draft, tested[0] if tested else None))

    async def _draft(self, competency: str | None) -> None:
        drafting = self._practice.drafting
        story = await self._window.work(partial(drafting.start, primary_competency=competency))
        self._window.go(f"/stories/{story.id}/draft")
