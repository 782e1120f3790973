"""Probe cards: one question at a time, made on this computer from a story's or take's own gaps."""

from dataclasses import dataclass

import flet as ft

from storybuilder.core.probe_card import ProbeCard
from storybuilder.core.story import Story, StoryId
from storybuilder.core.take import Take, TakeId
from storybuilder.errors import StoryUnknown
from storybuilder.practice.reviewing import Asked
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.frame import gap, scroll
from storybuilder.ui.parts.marker import marker
from storybuilder.ui.parts.option import option
from storybuilder.ui.parts.quotation import quotation
from storybuilder.ui.parts.states import empty
from storybuilder.ui.parts.text import Click, heading, hint, link, text, title
from storybuilder.ui.probe_words import answer_route, cards_news, hardness_word
from storybuilder.ui.screen import Window
from storybuilder.ui.story_rows import title_of
from storybuilder.ui.theme import XL, L, M, Palette, S

CARD_HEIGHT = 196
"""So that the buttons under a card stay where they are from one card to the next."""
MADE_HERE = "Made by rules from your own words; nothing is sent."
NOTHING = "Write down what you did and what came of it; the questions come from there."


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked about, and the questions."""

    story: Story | None
    take: Take | None
    cards: tuple[ProbeCard, ...]


class ProbeCards:
    """The cards of one story, or of one take."""

    def __init__(
        self, window: Window, *, story_id: StoryId | None = None, take_id: TakeId | None = None
    ) -> None:
        self._window, self._practice = window, window.practice
        self._story_id, self._take_id = story_id, take_id
        self._asking = Asking(None, None, ())
        self._at = 0
        self._card, self._all = ft.Container(), ft.Container()

    @property
    def page(self) -> str:
        """Where the cards were come from."""
        return "Rehearse" if self._take_id else "Stories"

    async def enter(self) -> None:
        """Read what was written or said, and make the cards. Raises StoryUnknown, TakeUnknown."""
        self._asking = await self._window.work(self._read)
        self._at = min(self._at, max(0, len(self._asking.cards) - 1))

    async def leave(self) -> None:
        """Nothing is kept."""

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Arrows turn the cards; Ctrl+R answers the one that is shown."""
        if key.ctrl and key.key == "R":
            self._record()
        elif key.key == "Arrow Right":
            self._turn(self._at + 1)
        elif key.key == "Arrow Left":
            self._turn(self._at - 1)

    def _read(self) -> Asking:
        probing, drafting = self._practice.probing, self._practice.drafting
        if self._take_id is None:
            story = drafting.story(StoryId(self._story_id or ""))
            return Asking(story, None, probing.of_story(story))
        take = self._practice.rehearsing.take(self._take_id)
        asked = Asked(
            question=take.question,
            target=take.target,
            settings=self._practice.setting_up.settings,
        )
        return Asking(self._story_of(take), take, probing.of_take(take, asked))

    def _story_of(self, take: Take) -> Story | None:
        if take.story_id is None:
            return None
        try:
            return self._practice.drafting.story(take.story_id)
        except StoryUnknown:  # deleted for good; its takes stay
            return None

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """The card in turn, and all of them below."""
        look = self._window.look
        p, room = look.p, min(760.0, look.room)
        cards = self._asking.cards
        if not cards:
            write = ("Write the story", lambda e: self._back())
            return scroll(
                [*self._whose(p), gap(L), empty(cards_news(()), NOTHING, write, p, room)], look
            )
        self._card = ft.Container(
            width=room,
            height=CARD_HEIGHT if look.wide else None,
        )
        self._all = ft.Container(width=room)
        self._fill(p, room)
        rows = [
            *self._whose(p),
            title(cards_news(cards), p),
            text(MADE_HERE, "body", p.soft),
            gap(XL),
            self._card,
            gap(M),
            self._ways(p),
            gap(XL + L),
            heading("All of them", p, "kind ones first"),
            gap(S),
            self._all,
        ]
        return scroll(rows, look)

    def _whose(self, p: Palette) -> list[ft.Control]:
        """The way back, and what the questions are about."""
        story, take = self._asking.story, self._asking.take
        name = title_of(story) if story else "This take"
        ways: list[ft.Control] = []
        if take is not None:
            ways += [link("Back to the report", p, lambda e: self._back(), color=p.ink)]
            told = f"· a take of {name}" if story else "· a take without a story"
            ways.append(text(told, "small", p.soft))
        elif story is not None:
            ways.append(link(name, p, lambda e: self._back(), color=p.ink))
        return [ft.Row(ways, spacing=S, wrap=True, run_spacing=0)]

    def _ways(self, p: Palette) -> ft.Control:
        ways: list[ft.Control] = [
            primary(
                "Record an answer",
                p,
                lambda e: self._record(),
                dot=True,
                tooltip=hint("Ctrl+R", p),
            )
        ]
        if len(self._asking.cards) > 1:
            ways += [
                quiet("Previous", p, lambda e: self._turn(self._at - 1), tooltip=hint("←", p)),
                quiet("Next", p, lambda e: self._turn(self._at + 1), tooltip=hint("→", p)),
            ]
        return ft.Row(ways, spacing=S)

    def _fill(self, p: Palette, room: float) -> None:
        card, many = self._asking.cards[self._at], len(self._asking.cards)
        self._card.content = ft.Semantics(
            live_region=True, container=True, content=_card(card, self._at, many, p, room)
        )
        self._all.content = ft.Column(
            [
                option(
                    one.asks,
                    place == self._at,
                    self._turned(place),
                    p,
                    room,
                    role="read_small",
                    chosen_role="read_small",
                )
                for place, one in enumerate(self._asking.cards)
            ],
            spacing=0,
            tight=True,
        )

    # ------------------------------------------------------------ gestures
    def _turned(self, place: int) -> Click:
        return lambda _: self._turn(place)

    def _turn(self, place: int) -> None:
        """Show another card; after the last comes the first."""
        cards = self._asking.cards
        if not cards:
            return
        self._at = place % len(cards)
        look = self._window.look
        self._fill(look.p, min(760.0, look.room))
        self._window.refresh(self._card, self._all)

    def _record(self) -> None:
        """Answer this question aloud, with this story."""
        if self._asking.cards:
            question = self._asking.cards[self._at].question
            id = self._practice.asked_aloud.keep(question)
            story = self._asking.story
            self._window.go(answer_route(story.id if story else None, id))

    def _back(self) -> None:
        back = f"/takes/{self._take_id}" if self._take_id else f"/stories/{self._story_id}"
        self._window.go(back)


def _card(card: ProbeCard, at: int, many: int, p: Palette, width: float) -> ft.Control:
    """The words that make one ask, then the question as it is asked, then what it is for."""
    place: list[ft.Control] = [
        text(f"Question {at + 1} of {many} · {hardness_word(card.hardness)}", "small", p.soft)
    ]
    if card.part is not None:
        place.insert(0, marker(card.part.value, p))
    rows: list[ft.Control] = [ft.Row(place, spacing=S), gap(M)]
    if card.about:
        rows += [quotation(card.about, [], p, width), gap(M)]
    rows += [
        ft.Semantics(heading_level=2, content=text(card.asks, "question", p.ink, width=width)),
        gap(S),
        text(f"Why they ask: {card.why}", "body", p.soft, width=width),
    ]
    return ft.Column(rows, spacing=0, tight=True, width=width)
