"""A report, drawn: what was measured at the left, what it means at the right."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.core.follow_up import FollowUp
from storybuilder.core.playback import Playback
from storybuilder.core.report import Report
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.ui.labels import clock, spoken_clock
from storybuilder.ui.language_rows import judged_as_english
from storybuilder.ui.parts.draft_and_take import draft_and_take
from storybuilder.ui.parts.findings import Listen, findings, no_fix, one_fix
from storybuilder.ui.parts.follow_up import follow_up
from storybuilder.ui.parts.frame import Look, gap
from storybuilder.ui.parts.player_bar import Gestures, PlayerBar, gone
from storybuilder.ui.parts.spoken_text import SpokenText
from storybuilder.ui.parts.text import Click, heading, link, text
from storybuilder.ui.parts.time_bar import bar_end_s, clock_bar, part_bars
from storybuilder.ui.parts.transcript_text import legend, transcript
from storybuilder.ui.player import Player
from storybuilder.ui.report_rows import (
    Passage,
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
from storybuilder.ui.server_words import rough_times
from storybuilder.ui.theme import XL, XS, L, M, Palette, S


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One take with its report, and what became of the fix of the take before."""

    report: Report
    words: Transcript
    corrected: Spans = ()
    """Words that the person put right, in characters of the text."""
    follow_up: FollowUp | None = None
    audible: bool = True
    """Whether its sound is there; the words may be kept without it."""


class ReportView:
    """The whole report in two columns, which can follow a change without being drawn anew."""

    def __init__(
        self,
        thresholds: Thresholds,
        next_take: str,
        correct: Click,
        look: Look,
        player: Player | None = None,
    ) -> None:
        """`player` plays the take, where it can be heard."""
        self._thresholds, self._next_take, self._correct = thresholds, next_take, correct
        self._p, between = look.p, 60 if look.wide else 36
        self._side = min(372.0, look.room * 0.36)
        self.main = look.room - self._side - between
        self._measures, self._judgements = ft.Container(), ft.Container(width=self._side)
        self._said, self._asks = ft.Container(), ft.Container(width=self._side)
        self._player = player
        self._spoken: SpokenText | None = None
        self._bar = None if player is None else _bar(player, self._p, self.main)
        left: list[ft.Control] = [self._measures, gap(XL), self._said]
        right: list[ft.Control] = [self._judgements, self._asks]
        self.root = ft.Row(
            [
                ft.Column(left, spacing=0, tight=True, width=self.main),
                ft.Column(right, spacing=XL, tight=True, width=self._side),
            ],
            spacing=between,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )

    def show(self, shown: Reviewed, correcting: ft.Control | None = None) -> list[ft.Control]:
        """Say what was measured; returns the controls that changed.

        While the words are being corrected their rows stand in place of the transcript.
        """
        p, listen = self._p, self._player.play if self._player else None
        clock_line = self._clock_line(shown)
        self._measures.content = _measured(shown.report, self._thresholds, clock_line, p, self.main)
        self._judgements.content = _judged(shown, self._next_take, p, self._side, listen)
        if correcting is None:
            self._said.content = self._transcript(shown)
        elif self._said.content is not correcting:
            self._said.content, self._spoken = correcting, None
        return [self._measures, self._judgements, self._said]

    def offer(self, rows: Callable[[Palette, float], list[ft.Control]]) -> ft.Control:
        """Show what can be asked about the take, below what was measured; returns what changed."""
        self._asks.content = ft.Column(rows(self._p, self._side), spacing=0, tight=True)
        return self._asks

    def follow(self, playback: Playback) -> list[ft.Control]:
        """Show what is being played; returns the controls that changed."""
        still = playback.ended or (playback.paused and not playback.at_s)
        heard = None if still else playback.at_s
        return [
            *(self._bar.show(playback) if self._bar else []),
            *(self._spoken.show(heard) if self._spoken else []),
        ]

    def arrive(self) -> ft.Control | None:
        """Make more of a long take's words ready to be clicked; None once all are."""
        return None if self._spoken is None else self._spoken.arrive()

    def _clock_line(self, shown: Reviewed) -> list[ft.Control]:
        """The take on its clock, and what plays it."""
        p, target, taken = self._p, shown.report.length.target, stretches(shown.report)
        bar = clock_bar(taken, target, p, self.main)
        if self._bar is None:
            return [bar] if shown.audible else [bar, gap(S), gone(p)]
        scale = self.main / bar_end_s(taken[-1].end_s if taken else 0.0, target)
        return [self._bar.over(bar, scale, self.main), gap(S), self._bar.root]

    def _transcript(self, shown: Reviewed) -> ft.Control:
        p, report = self._p, shown.report
        said = passages(report, shown.words, shown.corrected)
        notes = [judged_as_english(shown.words), rough_times(shown.words)]
        changed = bool(report.drafted and report.drafted.changed)
        return ft.Column(
            [
                words_head(
                    p,
                    self.main,
                    [link("Correct", p, self._correct, end=True)],
                    note="click a word to hear it" if self._player else "",
                ),
                gap(XS),
                legend(
                    p,
                    changed=changed,
                    corrected=bool(shown.corrected),
                    possible=bool(report.delivery.possible_fillers),
                ),
                *[ft.Column([gap(XS), text(n, "small", p.soft)], spacing=0) for n in notes if n],
                gap(M),
                self._words(said, shown.words),
            ],
            spacing=0,
            tight=True,
        )

    def _words(self, said: tuple[Passage, ...], words: Transcript) -> ft.Control:
        if self._player is None:
            return transcript(said, self._p, self.main)
        self._spoken = SpokenText(said, words, self._p, self.main, self._player.play)
        self._player.marks = self._spoken.marks
        return self._spoken.root


def words_head(p: Palette, width: float, ways: list[ft.Control], *, note: str = "") -> ft.Control:
    """The head of the words, with what can be done with them at its right."""
    return ft.Row(
        [heading("What you said", p, note), ft.Row(ways, spacing=L, tight=True)],
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


def _bar(player: Player, p: Palette, width: float) -> PlayerBar:
    do = Gestures(toggle=player.toggle, seek=player.seek, choose=player.choose)
    return PlayerBar(player.length_s, do, p, width)


def _measured(
    report: Report,
    thresholds: Thresholds,
    clock_line: list[ft.Control],
    p: Palette,
    width: float,
) -> ft.Control:
    seconds, target = spoken_s(report), report.length.target
    rows: list[ft.Control] = [
        length_figure(seconds, standing(seconds, target), p),
        gap(S),
        *clock_line,
        gap(L),
        heading("Where the time went", p, "shaded: recommended"),
        gap(S),
        part_bars(part_times(report, thresholds), p, width, chosen=_chosen(report)),
    ]
    return ft.Column(rows, spacing=0, tight=True, width=width)


def _judged(
    shown: Reviewed, next_take: str, p: Palette, width: float, listen: Listen | None
) -> ft.Control:
    report, words = shown.report, shown.words
    fix, label = report.fix, f"The one fix for {next_take}"
    rest = tuple(finding for finding in report.findings if finding is not fix)
    rows: list[ft.Control] = []
    if shown.follow_up is not None:
        rows += [follow_up(follow_up_row(shown.follow_up, report), p, width), gap(L)]
    rows += [
        one_fix(finding_rows([fix], words)[0], label, p, width, listen)
        if fix
        else no_fix(label, p, width)
    ]
    if rest:
        rows += [
            gap(XL - 4),
            heading("After that", p, "in order of value"),
            gap(M),
            findings(finding_rows(rest, words), p, width, listen),
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
