"""Two takes, drawn: their clocks and parts, what changed, then part against part."""

import flet as ft

from storybuilder.core.story import Part
from storybuilder.core.voice import Span
from storybuilder.ui.compare_rows import (
    LandingRow,
    delivery_rows,
    figure_rows,
    finding_groups,
    fix_row,
    landing_row,
    not_told,
    paired_parts,
    sentence,
    stretch_words,
)
from storybuilder.ui.compared import Compared, Side
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.findings import findings
from storybuilder.ui.parts.follow_up import follow_up
from storybuilder.ui.parts.frame import Look, gap
from storybuilder.ui.parts.side_by_side import Said, column_width, heads, part_said
from storybuilder.ui.parts.text import Click, heading, link, text
from storybuilder.ui.parts.time_bar import bar_end_s, clock_bar
from storybuilder.ui.parts.transcript_text import legend as marks
from storybuilder.ui.parts.two_takes import legend, measures, paired_bars
from storybuilder.ui.report_rows import standing, stretches
from storybuilder.ui.stretch_player import Stretch, StretchPlayer
from storybuilder.ui.theme import XL, XS, M, Palette, S

NOT_AUDIBLE = "recording deleted, words kept"
HEAD_HEIGHT = 28
TABLE = 440
"""Wider than this a line of the table is hard to follow."""
_SIGN_WIDTH = 22


class CompareView:
    """The two takes in two columns of measures, then in two columns of words."""

    def __init__(self, found: Compared, player: StretchPlayer, opened: tuple[Click, Click]) -> None:
        """`opened` are the ways to the two reports."""
        self._found, self._player, self._opened = found, player, opened
        self._names = (found.names.before, found.names.now)
        self._spoken = (sentence(found.names.before), sentence(found.names.now))

    def draw(self, look: Look) -> ft.Control:
        """The whole comparison."""
        p, between = look.p, 60 if look.wide else 36
        side = min(372.0, look.room * 0.36)
        main = look.room - side - between
        above = ft.Row(
            [_read_whole(self._measured(p, main)), _read_whole(self._changed(p, side))],
            spacing=between,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        rows = [above, gap(XL + M), *self._said(p, look.room)]
        return ft.Column(rows, spacing=0, tight=True, width=look.room)

    # ------------------------------------------------------------ the measures
    def _measured(self, p: Palette, width: float) -> ft.Control:
        found = self._found
        sides = (found.before, found.now)
        end_s = max(
            bar_end_s(line[-1].end_s if line else 0.0, side.take.target)
            for side in sides
            for line in [stretches(side.report)]
        )
        rows: list[ft.Control] = []
        for side, opened in zip(sides, self._opened, strict=True):
            rows += [self._clock(side, opened, p, width), gap(XS)]
            bar = stretches(side.report)
            rows += [clock_bar(bar, side.take.target, p, width, at_least_s=end_s), gap(M)]
        rows += [
            gap(S),
            heading("Where the time went", p),
            gap(XS),
            legend(self._spoken, p),
            gap(M),
            paired_bars(paired_parts(self._found.comparison.parts), self._names, p, width),
            *self._beside(p, width),
        ]
        return ft.Column(rows, spacing=0, tight=True, width=width)

    def _beside(self, p: Palette, width: float) -> list[ft.Control]:
        """How both were said, and what only one of them said."""
        found, names = self._found.comparison, self._found.names
        rows: list[ft.Control] = []
        delivered = delivery_rows(found)
        if delivered:
            table = measures(delivered, self._spoken, p, min(TABLE, width))
            rows += [gap(XL), heading("How it was said", p), gap(XS), table]
        figures = figure_rows(found, names)
        if figures:
            rows += [gap(XL), heading("Figures", p), gap(S), *_figures(figures, p, width)]
        landed = landing_row(found, self._line(), names)
        if landed:
            rows += [gap(XL), heading("Must-land line", p), gap(S), _landed(landed, p, width)]
        return rows

    def _clock(self, side: Side, opened: Click, p: Palette, width: float) -> ft.Control:
        seconds = side.report.length.seconds
        return ft.Row(
            [
                ft.Text(value=clock(seconds), style=_clock_face(p)),
                text(sentence(side.name), "strong", p.ink),
                text(standing(seconds, side.take.target), "small", p.soft, expand=True),
                link("Report", p, opened, name=f"Report of {side.name}", end=True),
            ],
            spacing=M,
            width=width,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )

    # ------------------------------------------------------------ what changed
    def _changed(self, p: Palette, width: float) -> ft.Control:
        found, names = self._found.comparison, self._found.names
        blocks: list[list[ft.Control]] = []
        if found.fix is not None:
            blocks.append([follow_up(fix_row(found.fix, names), p, width)])
        blocks += [
            [heading(group.name, p), gap(M), findings(group.rows, p, width)]
            for group in finding_groups(found, names)
        ]
        rows = [control for block in blocks for control in (*block, gap(XL - 4))]
        return ft.Column(rows[:-1], spacing=0, tight=True, width=width)

    def _line(self) -> str:
        """The must-land line as it is drafted now."""
        drafted = (side.report.drafted for side in (self._found.now, self._found.before))
        lines = (one.must_land.drafted for one in drafted if one and one.must_land)
        return next(lines, "")

    # ------------------------------------------------------------ part against part
    def _said(self, p: Palette, width: float) -> list[ft.Control]:
        before, now = self._found.before, self._found.now
        changed = any(one.report.drafted and one.report.drafted.changed for one in (before, now))
        put_right = bool(before.corrected or now.corrected)
        wide = column_width(width)
        rows: list[ft.Control] = [
            heading("Part against part", p),
            gap(XS),
            marks(p, changed=bool(changed), corrected=put_right),
            gap(M),
            heads(_head(before, p, wide), _head(now, p, wide), width),
        ]
        for part in (*Part, None):
            told = [self._passages(side, part, p) for side in (before, now)]
            if part is None and not any(told):
                continue
            said = [
                one or not_told(part, side.name)
                for one, side in zip(told, (before, now), strict=True)
            ]
            name = part.value if part else "other"
            rows += [gap(S), part_said(name, said[0], said[1], p, width)]
        return rows

    def _passages(self, side: Side, part: Part | None, p: Palette) -> list[Said]:
        return [
            (self._passage_head(side, words.part, place.span, p), words.runs)
            for place, words in side.passages(part)
        ]

    def _passage_head(self, side: Side, part: str, span: Span | None, p: Palette) -> ft.Control:
        if span is None:
            return gap()
        when = text(f"{clock(span.start_s)}–{clock(span.end_s)}", "tiny", p.faint)
        if not side.audible:
            return ft.Container(
                content=when, height=HEAD_HEIGHT, alignment=ft.Alignment.CENTER_LEFT
            )
        words = stretch_words(side.name, part, span.start_s, span.end_s)
        listen = self._player.link(Stretch(side.take, span, words), p)
        return ft.Row([when, listen], spacing=M, height=HEAD_HEIGHT)


def _clock_face(p: Palette) -> ft.TextStyle:
    """A clock is a measurement, and so in the program's voice."""
    return ft.TextStyle(font_family="Sans Light", size=34, height=1.1, color=p.ink)


def _read_whole(column: ft.Control) -> ft.Control:
    """A screen reader reads it to its end before what stands beside it."""
    return ft.Semantics(content=column, container=True)


def _head(side: Side, p: Palette, width: float) -> ft.Control:
    return ft.Container(
        content=heading(sentence(side.name), p, "" if side.audible else NOT_AUDIBLE),
        width=width,
    )


def _landed(row: LandingRow, p: Palette, width: float) -> ft.Control:
    sign = text("✓" if row.landed else "○", "strong", p.good if row.landed else p.soft)
    words: list[ft.Control] = [
        text(row.line, "read_small", p.ink if row.landed else p.soft),
        text(row.words, "small", p.soft),
    ]
    return ft.Row(
        [
            ft.Container(width=_SIGN_WIDTH, content=sign),
            ft.Column(words, spacing=1, tight=True, width=width - _SIGN_WIDTH),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _figures(
    rows: tuple[tuple[str, tuple[str, ...]], ...], p: Palette, width: float
) -> list[ft.Control]:
    return [
        ft.Column(
            [text(name, "small", p.soft), text(" · ".join(figures), "read_small", p.ink)],
            spacing=1,
            tight=True,
            width=width,
        )
        for name, figures in rows
    ]
