"""A report, drawn: what was measured at the left, what it means at the right."""

import flet as ft

from storybuilder.core.report import Report
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.ui.labels import clock, spoken_clock
from storybuilder.ui.parts.draft_and_take import draft_and_take
from storybuilder.ui.parts.findings import findings, no_fix, one_fix
from storybuilder.ui.parts.frame import Look, gap
from storybuilder.ui.parts.text import heading, text
from storybuilder.ui.parts.time_bar import clock_bar, part_bars
from storybuilder.ui.parts.transcript_text import legend, transcript
from storybuilder.ui.report_rows import (
    finding_rows,
    part_times,
    passages,
    spoken_s,
    standing,
    stretches,
)
from storybuilder.ui.said_rows import panel
from storybuilder.ui.theme import XL, XS, L, M, Palette, S


def report_view(
    report: Report, words: Transcript, next_take: str, thresholds: Thresholds, look: Look
) -> ft.Control:
    """The whole report in two columns; `next_take` names the take that the fix is for."""
    between = 60 if look.wide else 36
    side = min(372.0, look.room * 0.36)
    main = look.room - side - between
    return ft.Row(
        [
            _measured(report, words, thresholds, look.p, main),
            _judged(report, words, next_take, look.p, side),
        ],
        spacing=between,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def length_figure(seconds: float, words: str, p: Palette) -> ft.Control:
    """The length of a take, large, and where it stands."""
    figure = ft.Semantics(
        label=f"Length {spoken_clock(seconds)}",
        exclude_semantics=True,
        content=text(clock(seconds), "clock", p.ink),
    )
    beside = ft.Container(content=text(words, "strong", p.ink), padding=ft.Padding.only(bottom=12))
    return ft.Row([figure, beside], spacing=L, vertical_alignment=ft.CrossAxisAlignment.END)


def _measured(
    report: Report, words: Transcript, thresholds: Thresholds, p: Palette, width: float
) -> ft.Control:
    seconds, target = spoken_s(report), report.length.target
    rows: list[ft.Control] = [
        length_figure(seconds, standing(seconds, target), p),
        gap(S),
        clock_bar(stretches(report), target, p, width),
        gap(L),
        heading("Where the time went", p, "shaded: recommended"),
        gap(S),
        part_bars(part_times(report, thresholds), p, width, chosen=_chosen(report)),
        gap(XL),
        heading("What you said", p),
        gap(XS),
        legend(p, changed=bool(report.drafted and report.drafted.changed)),
        gap(M),
        transcript(passages(report, words), p, width),
    ]
    return ft.Column(rows, spacing=0, tight=True, width=width)


def _judged(
    report: Report, words: Transcript, next_take: str, p: Palette, width: float
) -> ft.Control:
    fix, label = report.fix, f"The one fix for {next_take}"
    rest = tuple(finding for finding in report.findings if finding is not fix)
    rows: list[ft.Control] = [
        one_fix(finding_rows([fix])[0], label, p, width) if fix else no_fix(label, p, width)
    ]
    if rest:
        rows += [
            gap(XL - 4),
            heading("After that", p, "in order of value"),
            gap(M),
            findings(finding_rows(rest), p, width),
        ]
    drafted = panel(report, words)
    if drafted:
        rows += [
            gap(XL),
            heading("Draft and take", p, drafted.note),
            gap(M),
            draft_and_take(drafted, p, width),
        ]
    return ft.Column(rows, spacing=0, tight=True, width=width)


def _chosen(report: Report) -> str:
    """The part that the fix is about, to be marked in the bars."""
    if report.fix is None:
        return ""
    return next((part.value for part in report.parts if part.value in report.fix.code), "")
