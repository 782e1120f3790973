"""What the coach asks: follow-ups from kind to hard, or the one question that comes next."""

from dataclasses import dataclass, field

import flet as ft

from storybuilder.core.coaching.answer import NextQuestion, Probe, Probes
from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.story import Story
from storybuilder.core.take import Take
from storybuilder.ui.parts.buttons import primary
from storybuilder.ui.parts.frame import gap, hairline
from storybuilder.ui.parts.quotation import quotation
from storybuilder.ui.parts.text import heading, link, text
from storybuilder.ui.probe_words import answer_route, hardness_word, questions_left_out
from storybuilder.ui.quotes_heard import QuotesHeard
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, L, M, Palette, S

RECORD = "Record an answer"
NOTHING_LEFT = "Nothing of this answer can be shown. Ask again, or take the probe cards."
OPINION = "asked by the coach, not by your interviewer"
_HARDNESS_WIDTH = 88


@dataclass(frozen=True, slots=True)
class Answering:
    """Whose questions they are, and what is known of the take they are about."""

    window: Window
    story: Story | None = None
    take: Take | None = None
    heard: QuotesHeard | None = None
    """Plays the quotes, where there is a take to hear."""
    before: tuple[Exchange, ...] = field(default=())
    """What was asked and answered in this sitting before the take."""

    def record(self, question: str) -> None:
        """Go and answer a question aloud; what led to it is remembered for the one after."""
        id = self.window.practice.asked_aloud.keep(question, self._led)
        self.window.go(answer_route(self.story.id if self.story else None, id))

    @property
    def _led(self) -> tuple[Exchange, ...]:
        said = self.heard.text if self.heard else ""
        if self.take is None or not said:
            return self.before
        return (*self.before, Exchange(self.take.question, said))

    def listen(self, quote: str, p: Palette) -> list[ft.Control]:
        """The word that plays a quote, where it can be heard."""
        return self.heard.link(quote, p) if self.heard else []


def questions_view(
    found: Probes | NextQuestion, answering: Answering, p: Palette, width: float, *, dropped: int
) -> ft.Control:
    """The questions that are left of an answer of the coach."""
    match found:
        case Probes(questions):
            rows = _probes(questions, answering, p, width)
        case NextQuestion():
            rows = _next(found, answering, p, width)
    if said := questions_left_out(dropped):
        rows += [gap(L), text(said, "small", p.soft, width=width)]
    return ft.Column(rows, spacing=0, tight=True, width=width)


def _probes(
    questions: tuple[Probe, ...], answering: Answering, p: Palette, width: float
) -> list[ft.Control]:
    if not questions:
        return [text(NOTHING_LEFT, "body", p.ink, width=width)]
    rows: list[ft.Control] = [heading("Kind ones first", p, OPINION), gap(M)]
    for place, one in enumerate(questions):
        rows += [gap(L), hairline(p, width), gap(L)] if place else []
        rows.append(_probe(one, answering, p, width))
    return rows


def _probe(one: Probe, answering: Answering, p: Palette, width: float) -> ft.Control:
    room = width - _HARDNESS_WIDTH
    record = link(
        RECORD, p, lambda e: answering.record(one.text), color=p.ink, name=f"{RECORD}: {one.text}"
    )
    lines: list[ft.Control] = [
        text(one.text, "fix", p.ink, width=room),
        *_evidence(one.quote, one.why, answering, p, room),
        gap(XS),
        record,
    ]
    beside = ft.Container(
        width=_HARDNESS_WIDTH,
        padding=ft.Padding.only(top=5),
        content=text(hardness_word(one.hardness), "small", p.soft),
    )
    return ft.Row(
        [beside, ft.Column(lines, spacing=0, tight=True, width=room)],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _next(one: NextQuestion, answering: Answering, p: Palette, width: float) -> list[ft.Control]:
    if not one.question:
        return [text(NOTHING_LEFT, "body", p.ink, width=width)]
    return [
        heading("The next question", p, OPINION),
        gap(M),
        ft.Semantics(heading_level=2, content=text(one.question, "question", p.ink, width=width)),
        *_evidence(one.quote, one.why, answering, p, width),
        gap(L),
        ft.Row([primary(RECORD, p, lambda e: answering.record(one.question), dot=True)]),
    ]


def _evidence(
    quote: str, why: str, answering: Answering, p: Palette, width: float
) -> list[ft.Control]:
    """The words that make one ask, and what the answer is for."""
    rows: list[ft.Control] = []
    if quote:
        rows += [gap(S), quotation(quote, answering.listen(quote, p), p, width)]
    if why:
        told = f"Why they ask: {why}"
        rows += [gap(S), text(told, "small", p.soft, width=width)]
    return rows
