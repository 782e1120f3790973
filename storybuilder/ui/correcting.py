"""Correcting: what was said, one row a sentence, to be put right where it was heard wrong."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import flet as ft

from storybuilder.core.correction import Correction, as_heard, told_as
from storybuilder.core.report import Report
from storybuilder.core.rewriting import divided
from storybuilder.core.story import Part
from storybuilder.core.take import Take
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span
from storybuilder.errors import StorybuilderError, TakeUnknown
from storybuilder.ui.correction_rows import correction_rows, sentence_spans, spans_after
from storybuilder.ui.parts.correction_row import Gestures, RowToCorrect
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import link, style, text
from storybuilder.ui.report_view import words_head
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import Palette, S

HOW = (
    "A letter opens the parts, and “As heard”. Write over misheard words; Enter divides a sentence."
)
SAVED, SAVING = "✓ Saved", "Saving …"


class Correcting:
    """The rows. A change is shown at once, kept at once, and measured when it is kept.

    The rows are the sentences as they were when it was opened: measuring anew, which may draw
    other boundaries, moves nothing under the hands.
    """

    def __init__(
        self,
        window: Window,
        take: Take,
        heard: Transcript,
        report: Report,
        *,
        kept: Callable[[Take], Awaitable[None]],
        done: Callable[[], None],
        listen: Callable[[float, float], None] | None = None,
    ) -> None:
        """`listen` plays the take from one second to another, where it can be heard."""
        self._window, self._reviewing = window, window.practice.reviewing
        self._id, self._heard, self._report = take.id, heard, report
        self._corrections = take.corrections
        self._kept, self._done = kept, done
        self._status, self._way_back = ft.Text(), ft.Container()
        self._told, self._asks = SAVED, False
        self._unsaved: list[Callable[[], Take]] = []
        self._saving = asyncio.Lock()
        self._gestures = Gestures(
            typed=self._typed,
            left=self._take_over,
            chosen=self._choose,
            restored=self._restore,
            listen=listen,
        )
        self._rows: list[RowToCorrect] = []
        self._list = ft.Column(spacing=2, tight=True)
        self._width = 0.0
        self._anew = False
        """Whether the rows are to be the sentences of the next report: a division may be gone."""
        self._lay_out(sentence_spans(report))

    def draw(self, p: Palette, width: float) -> ft.Control:
        """The head with the ways out, how it works, and the rows."""
        self._width = width
        self._way_back = ft.Container(
            content=link("Undo", p, lambda e: self.undo(), name="Undo the last correction")
        )
        self._status = text("", "small", p.soft)
        done = link("Done", p, lambda e: self._done(), role="small_strong", color=p.ink, end=True)
        self._tell(self._told, asks=self._asks)
        self._lay_out(self._spans())
        rows = [
            words_head(p, width, [self._status, self._way_back, done]),
            text(HOW, "small", p.faint),
            gap(S),
            self._list,
        ]
        return ft.Column(rows, spacing=0, tight=True)

    def follow(self, report: Report) -> None:
        """Show what was measured anew."""
        self._report = report
        anew = self._anew and not self._writing
        self._lay_out(sentence_spans(report) if anew else self._spans())
        self._anew = self._anew and not anew

    async def close(self) -> StorybuilderError | None:
        """Keep what is typed; says why when that failed, and everything stays as it is."""
        for row in list(self._rows):
            self._take_over(row)
        return await self._save()

    def undo(self) -> None:
        """Take the last correction back; while a row is being written, its field undoes."""
        if not self._corrections.made or self._writing:
            return
        last = self._corrections.made[-1]
        self._corrections = self._corrections.without(last)
        self._anew = True
        self._keep(partial(self._reviewing.take_back, self._id, last))
        self._lay_out(self._spans())

    @property
    def _writing(self) -> bool:
        """Whether something is typed that was not taken over yet."""
        return any(row.edited for row in self._rows)

    # ------------------------------------------------------------ gestures
    def _typed(self, row: RowToCorrect) -> None:
        if "\n" in row.typed:
            self._take_over(row)

    def _choose(self, row: RowToCorrect, part: Part | None) -> None:
        self._take_over(row)
        if part is not row.row.part:
            self._correct(told_as(row.row.span, part))

    def _restore(self, row: RowToCorrect) -> None:
        row.take(row.row.text, row.row.span)
        self._anew = True
        self._correct(as_heard(self._corrections, row.row.span))

    def _take_over(self, row: RowToCorrect) -> None:
        """Correct a row by what is typed in it; a new line divides it."""
        if not row.edited:
            return
        span, lines = row.row.span, [line for line in row.typed.split("\n") if line.strip()]
        correction = divided(self._heard, self._corrections, span, lines, row.row.part)
        if correction is None:
            row.take(row.row.text, span)
            self._window.refresh(row.field)
            return
        spans = spans_after(self._spans(), span, correction)
        pieces = [piece for piece in spans if piece not in self._spans()]
        row.take(" ".join((lines[0] if pieces else row.typed).split()), (pieces or [span])[0])
        self._correct(correction, spans)
        if pieces:
            self._window.focus(self._row_of(pieces[1]).begin())

    def _correct(self, correction: Correction, spans: Sequence[Span] = ()) -> None:
        self._corrections = self._corrections.after(correction)
        self._keep(partial(self._reviewing.correct, self._id, correction))
        self._lay_out(spans or self._spans())

    # ------------------------------------------------------------ keeping
    def _keep(self, change: Callable[[], Take]) -> None:
        self._unsaved.append(change)
        self._tell(SAVING)
        self._window.start(self._save_now)

    async def _save_now(self) -> None:
        await self._save()

    async def _save(self) -> StorybuilderError | None:
        """Put every change on disk, in order; what cannot be kept now waits for the next try."""
        async with self._saving:
            take = None
            while self._unsaved:
                try:
                    take = await self._window.work(self._unsaved[0])
                except TakeUnknown:  # deleted for good elsewhere: there is nothing to keep it with
                    self._unsaved.clear()
                    return None
                except StorybuilderError as failure:
                    self._tell(f"Not saved: {failure.sentence()}", asks=True)
                    return failure
                self._unsaved.pop(0)
            self._tell(SAVED)
        if take is not None:
            self._corrections = take.corrections if not self._unsaved else self._corrections
            await self._kept(take)
        return None

    def _tell(self, words: str, *, asks: bool = False) -> None:
        self._told, self._asks, p = words, asks, self._window.look.p
        self._status.value = words
        self._status.style = style("small", p.signal if asks else p.soft)
        self._window.refresh(self._status)

    # ------------------------------------------------------------ rows
    def _spans(self) -> tuple[Span, ...]:
        return tuple(row.row.span for row in self._rows)

    def _row_of(self, span: Span) -> RowToCorrect:
        return next(row for row in self._rows if row.row.span == span)

    def _lay_out(self, spans: Sequence[Span]) -> None:
        """A row for each stretch; rows that were there keep their fields."""
        p, here = self._window.look.p, {row.row.span: row for row in self._rows}
        self._rows = []
        for value in correction_rows(spans, self._report, self._heard, self._corrections):
            row = here.get(value.span) or RowToCorrect(value, self._gestures, p)
            row.follow(value)
            self._rows.append(row)
        self._list.controls = [
            row.draw(number, p, self._width) for number, row in enumerate(self._rows, 1)
        ]
        self._way_back.visible = bool(self._corrections.made)
        self._window.refresh(self._list, self._way_back)
