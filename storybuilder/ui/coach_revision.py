"""A proposal of the coach for a story: taken or left piece by piece, never put in by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from storybuilder.core.coaching.request import Usage
from storybuilder.core.diff import NAMES
from storybuilder.core.story import Part, Story
from storybuilder.core.token import count_words
from storybuilder.errors import StorybuilderError, StoryUnknown
from storybuilder.ui.coach_choice import Chosen
from storybuilder.ui.coach_piece import GUTTER, PieceGestures, PieceRow, Place
from storybuilder.ui.coach_words import used
from storybuilder.ui.labels import clock, count, listed, number_word
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.states import failure_shown
from storybuilder.ui.parts.text import text, title
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, M, Palette, S

KEEP_IT = "Leave the story as it is"
NO_CLICK = "Nothing changes without your click."
AS_IT_WAS = "The story is as it was before."
GONE = "this story was deleted meanwhile"
STAYED = "What was changed elsewhere meanwhile stayed."


@dataclass(frozen=True, slots=True)
class Choosing:
    """Pieces are being taken or left; `failure` is why the last try to put them in did not work."""

    chosen: Chosen
    failure: StorybuilderError | None = None


@dataclass(frozen=True, slots=True)
class PutIn:
    """They are in the story."""

    before: Story
    after: Story
    told: str


Phase = Choosing | PutIn
Above = Callable[[Palette, float], list[ft.Control]]


class RevisionView:
    """What is proposed, and what the person takes of it."""

    def __init__(
        self,
        window: Window,
        base: Story,
        chosen: Chosen,
        usage: Usage,
        *,
        above: Above | None = None,
        seen: str = "",
    ) -> None:
        """`base` is the story that was sent; `above` is drawn before the pieces, with clicks of its
        own, and `seen` is the news of it.
        """
        self._window, self._base, self._usage = window, base, usage
        self._above, self._seen = above, seen
        self._phase: Phase = Choosing(chosen)
        gestures = PieceGestures(self._turn, self._reword)
        self._rows = {
            Place(name, piece.number): PieceRow(
                window, Place(name, piece.number), gestures, first=piece.number == 0
            )
            for name, one in chosen.revisions.items()
            for piece in one.pieces
        }
        self._head, self._row = ft.Container(), ft.Container()
        self._left = False

    def leave(self) -> None:
        """The person looks at something else; an undo then has to lead there."""
        self._left = True

    def draw(self, p: Palette, room: float) -> list[ft.Control]:
        """Head and ways, then the pieces in a column that scrolls by itself."""
        self._head, self._row = ft.Container(width=room), ft.Container(width=room)
        self._fill_head(p)
        self._fill_ways(p)
        body = ft.Column(
            self._body(p, room), scroll=ft.ScrollMode.AUTO, expand=True, spacing=XS, width=room
        )
        return [self._head, gap(M), self._row, gap(M), body]

    # ------------------------------------------------------------ drawing
    def _body(self, p: Palette, room: float) -> list[ft.Control]:
        spent = text(f"{used(self._usage)}.", "tiny", p.faint)
        if isinstance(self._phase, PutIn):
            return [spent]
        rows: list[ft.Control] = self._above(p, room) if self._above else []
        if self._phase.failure is not None:
            rows.append(failure_shown(self._phase.failure, p, min(640.0, room)))
        for place, row in self._rows.items():
            if place.number == 0:
                rows += [gap(S), self._field_head(place.name, p)]
            rows.append(row.draw(self._phase.chosen, p, room - M))
        return [*rows, gap(M), spent]

    @staticmethod
    def _field_head(name: str, p: Palette) -> ft.Control:
        return ft.Container(
            content=text(NAMES[name], "small_strong", p.soft),
            padding=ft.Padding.only(left=GUTTER),
        )

    def _fill_head(self, p: Palette) -> None:
        if isinstance(self._phase, PutIn):
            changes = _changed(self._phase.before, self._phase.after)
            said, more = f"{_in_story(changes)} in your story.", self._phase.told
        else:
            chosen = self._phase.chosen
            said, more = news(chosen, self._seen), self._length(chosen)
        self._head.content = ft.Column(
            [title(said, p), text(more, "body", p.soft)], spacing=XS, tight=True
        )

    def _length(self, chosen: Chosen) -> str:
        """How long the story is, and how long it would be."""
        if not chosen.pieces:
            return "There is no text to take over."
        if not set(chosen.revisions) & set(Part):
            return NO_CLICK
        now, then = (self._s(one) for one in (self._base, chosen.applied(self._base)))
        would = f"; as chosen {clock(then)}" if chosen.count else ""
        return f"The story takes {clock(now)} to tell{would}. {NO_CLICK}"

    def _s(self, story: Story) -> float:
        pace = self._window.practice.setting_up.settings.words_per_minute
        return 60 * count_words(story.spoken_text) / pace

    def _fill_ways(self, p: Palette) -> None:
        ways = self._ways_after(p) if isinstance(self._phase, PutIn) else self._ways(p)
        self._row.content = ft.Row(ways, spacing=S, run_spacing=XS, wrap=True)

    def _ways(self, p: Palette) -> list[ft.Control]:
        if not isinstance(self._phase, Choosing) or not self._phase.chosen.pieces:
            return [primary("Back to the story", p, lambda e: self._to_story())]
        chosen = self._phase.chosen
        own = quiet(f"Accept what is yours ({chosen.left_of_own})", p, lambda e: self._own())
        own.visible = chosen.left_of_own > 0
        return [self._put(chosen.count, p), quiet(KEEP_IT, p, lambda e: self._to_story()), own]

    def _put(self, pieces: int, p: Palette) -> ft.Control:
        """It has its place before there is anything to take: no button moves under a click."""
        words = f"Take over {count(pieces, 'change')}"
        if pieces:
            return primary(words, p, lambda e: self._window.start(self._put_in))
        return quiet(words, p, lambda e: None, chosen=True, disabled=True)

    def _ways_after(self, p: Palette) -> list[ft.Control]:
        return [
            primary("Back to the story", p, lambda e: self._to_story()),
            quiet("Undo", p, lambda e: self._window.start(self._undo)),
        ]

    # ------------------------------------------------------------ choosing
    def _turn(self, place: Place) -> None:
        if isinstance(self._phase, Choosing):
            self._choose(self._phase.chosen.turned(place.name, place.number), [place])

    def _reword(self, place: Place, words: str) -> None:
        if isinstance(self._phase, Choosing):
            self._choose(self._phase.chosen.reworded(place.name, place.number, words), [place])

    def _own(self) -> None:
        if isinstance(self._phase, Choosing):
            self._choose(self._phase.chosen.with_own(), list(self._rows))

    def _choose(self, chosen: Chosen, places: Sequence[Place]) -> None:
        """Show a choice where it changed; the page stays where it was scrolled to."""
        self._phase = Choosing(chosen)
        for place in places:
            self._rows[place].show(chosen)
        p = self._window.look.p
        self._fill_head(p)
        self._fill_ways(p)
        self._window.refresh(self._head, self._row)

    def _to_story(self) -> None:
        self._window.go(f"/stories/{self._base.id}")

    # ------------------------------------------------------------ putting in
    async def _put_in(self) -> None:
        """Put what was taken into the story; a version is kept first."""
        if not isinstance(self._phase, Choosing) or not self._phase.chosen.count:
            return
        chosen = self._phase.chosen
        try:
            before = await self._window.work(_present, self._window, self._base)
            after = await self._window.work(
                self._window.practice.coaching.take_over, self._base, chosen.revisions, chosen.taken
            )
        except StorybuilderError as failure:
            self._phase = Choosing(chosen, failure)
            self._window.redraw()
            return
        self._phase = PutIn(before, after, _told(self._base, before, chosen))
        self._window.redraw()
        said = f"{count(chosen.count, 'change')} taken over."
        self._window.notice(said, ("Undo", lambda e: self._window.start(self._undo)))

    async def _undo(self) -> None:
        """Bring back the texts as they were before; asked twice, it is done once."""
        if not isinstance(self._phase, PutIn):
            return
        done, self._phase = self._phase, Choosing(Chosen({}))
        coaching = self._window.practice.coaching
        try:
            await self._window.work(coaching.undo, done.before, done.after)
        except StorybuilderError:
            self._phase = done
            raise
        self._window.notice(AS_IT_WAS)
        if self._left:
            self._window.go("/stories")
        else:
            self._to_story()


def news(chosen: Chosen, seen: str = "") -> str:
    """What is proposed, as a title; `seen` is what stands above the pieces."""
    if seen:
        return f"{seen} {news(chosen)}" if chosen.pieces else seen
    if not chosen.pieces:
        return "The coach would change nothing."
    head = f"{number_word(chosen.pieces)} {'change' if chosen.pieces == 1 else 'changes'}"
    if not chosen.untraced:
        return f"{head}, all from your own words."
    verb = "says" if chosen.untraced == 1 else "say"
    return f"{head}. {number_word(chosen.untraced)} {verb} what you did not."


def _in_story(changes: list[str]) -> str:
    names = [NAMES[name] for name in changes]
    shown = listed([names[0], *[name.lower() for name in names[1:]]]) if names else "It"
    return f"{shown} {'are' if len(names) > 1 else 'is'} changed"


def _changed(before: Story, after: Story) -> list[str]:
    """The texts that differ, by the names of their fields."""
    return [name for name in NAMES if getattr(before, name) != getattr(after, name)]


def _present(window: Window, base: Story) -> Story:
    """The story as it is on disk now. Raises StoryUnknown where it was deleted meanwhile."""
    try:
        present = window.practice.drafting.story(base.id)
    except StoryUnknown as error:
        raise StoryUnknown(GONE, "copy from here what you want to keep.") from error
    if present.deleted_at is not None:
        raise StoryUnknown(GONE, "restore it under Stories first.")
    return present


def _told(base: Story, before: Story, chosen: Chosen) -> str:
    """What happened, where the story was changed elsewhere since it was sent."""
    kept = "The text before is kept among the earlier versions."
    elsewhere = _changed(base, before)
    both = [NAMES[name].lower() for name in elsewhere if chosen.taken.get(name)]
    if both:
        return (
            f"The {listed(both)} had been changed elsewhere meanwhile: that text gave way and is "
            "kept among the earlier versions."
        )
    return f"{kept} {STAYED}" if elsewhere else kept
