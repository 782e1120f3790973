"""A report, drawn: what was measured at the left, what it means at the right."""

from dataclasses import dataclass

import flet as ft

from storybuilder.core.follow_up import FollowUp
from storybuilder.core.report import Report
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.ui.labels import clock, spoken_clock
from storybuilder.ui.language_rows import judged_as_english
from storybuilder.ui.parts.draft_and_take import draft_and_take
from storybuilder.ui.parts.findings import findings, no_fix, one_fix
from storybuilder.ui.parts.follow_up import follow_up
from storybuilder.ui.parts.frame import Look, gap
from storybuilder.ui.parts.text import Click, heading, link, text
from storybuilder.ui.parts.time_bar import clock_bar, part_bars
from storybuilder.ui.parts.transcript_text import legend, transcript
from storybuilder.ui.report_rows import (
    Spans,
    finding_rows,
    follow_up_row,
    part_times,
    passages,
    spoken_s,
    standing,
    stretches,
)
from storybuilder.ui.said_rows import panel
from storybuilder.ui.theme import XL, XS, L, M, Palette, S


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One take with its report, and what became of the fix of the take before."""

    report: Report
    words: Transcript
    corrected: Spans = ()
    """Words that the person put right, in characters of the text."""
    follow_up: FollowUp | None = None


class ReportView:
    """The whole report in two columns, which can follow a change without being drawn anew."""

    def __init__(self, thresholds: Thresholds, next_take: str, correct: Click, look: Look) -> None:
        self._thresholds, self._next_take, self._correct = thresholds, next_take, correct
        self._p, between = look.p, 60 if look.wide else 36
        self._side = min(372.0, look.room * 0.36)
        self.main = look.room - self._side - between
        self._measures, self._judgements = ft.Container(), ft.Container(width=self._side)
        self._said = ft.Container()
        left: list[ft.Control] = [self._measures, gap(XL), self._said]
        self.root = ft.Row(
            [ft.Column(left, spacing=0, tight=True, width=self.main), self._judgements],
            spacing=between,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )

    def show(self, shown: Reviewed, correcting: ft.Control | None = None) -> list[ft.Control]:
        """Say what was measured; returns the controls that changed.

        While the words are being corrected their rows stand in place of the transcript.
        """
        p = self._p
        self._measures.content = _measured(shown.report, self._thresholds, p, self.main)
        self._judgements.content = _judged(shown, self._next_take, p, self._side)
        if correcting is None:
            self._said.content = self._transcript(shown)
        elif self._said.content is not correcting:
            self._said.content = correcting
        return [self._measures, self._judgements, self._said]

    def _transcript(self, shown: Reviewed) -> ft.Control:
        p, report = self._p, shown.report
        changed = bool(report.drafted and report.drafted.changed)
        foreign = judged_as_english(shown.words)
        return ft.Column(
            [
                words_head(p, self.main, [link("Correct", p, self._correct, end=True)]),
                gap(XS),
                legend(
                    p,
                    changed=changed,
                    corrected=bool(shown.corrected),
                    possible=bool(report.delivery.possible_fillers),
                ),
                *([gap(XS), text(foreign, "small", p.soft)] if foreign else []),
                gap(M),
                transcript(passages(report, shown.words, shown.corrected), p, self.main),
            ],
            spacing=0,
            tight=True,
        )


def words_head(p: Palette, width: float, ways: list[ft.Control]) -> ft.Control:
    """The head of the words, with what can be done with them at its right."""
    return ft.Row(
        [heading("What you said", p), ft.Row(ways, spacing=L, tight=True)],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        width=width,
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


def _measured(report: Report, thresholds: Thresholds, p: Palette, width: float) -> ft.Control:
    seconds, target = spoken_s(report), report.length.target
    rows: list[ft.Control] = [
        length_figure(seconds, standing(seconds, target), p),
        gap(S),
        clock_bar(stretches(report), target, p, width),
        gap(L),
        heading("Where the time went", p, "shaded: recommended"),
        gap(S),
        part_bars(part_times(report, thresholds), p, width, chosen=_chosen(report)),
    ]
    return ft.Column(rows, spacing=0, tight=True, width=width)


def _judged(shown: Reviewed, next_take: str, p: Palette, width: float) -> ft.Control:
    report = shown.report
    fix, label = report.fix, f"The one fix for {next_take}"
    rest = tuple(finding for finding in report.findings if finding is not fix)
    rows: list[ft.Control] = []
    if shown.follow_up is not None:
        rows += [follow_up(follow_up_row(shown.follow_up, report), p, width), gap(L)]
    rows += [one_fix(finding_rows([fix])[0], label, p, width) if fix else no_fix(label, p, width)]
    if rest:
        rows += [
            gap(XL - 4),
            heading("After that", p, "in order of value"),
            gap(M),
            findings(finding_rows(rest), p, width),
        ]
    drafted = panel(report, shown.words)
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
