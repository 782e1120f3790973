"""The coach: what would be sent is shown, a click sends it, and the answer is the person's to use.

One screen for every help that is one call; an interview has a screen of its own.
"""

import flet as ft

from storybuilder.core.band import Band
from storybuilder.core.coaching.answer import NextQuestion, Probes, Review, Suggested
from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.coaching.help import HELP_WORDS, Help
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId
from storybuilder.core.telling import BANDS
from storybuilder.practice.coaching import Coached
from storybuilder.ui.coach_call import CoachCall, Matter, Ways
from storybuilder.ui.coach_choice import Chosen
from storybuilder.ui.coach_matter import NO_STORY, Subject, brief_of, of_story, of_take
from storybuilder.ui.coach_questions import Answering, questions_view
from storybuilder.ui.coach_review import review_view
from storybuilder.ui.coach_revision import RevisionView
from storybuilder.ui.coach_suggestion import CoachSuggestion
from storybuilder.ui.coach_ways import without
from storybuilder.ui.coach_words import used
from storybuilder.ui.labels import clock
from storybuilder.ui.parts.buttons import quiet
from storybuilder.ui.parts.frame import gap, scroll, still
from storybuilder.ui.parts.text import link, text, title
from storybuilder.ui.quotes_heard import QuotesHeard
from storybuilder.ui.screen import Window
from storybuilder.ui.story_rows import title_of
from storybuilder.ui.theme import XL, L, M, Palette, S

TAKE = "The take"
NEWS = {
    Help.PROBE: "What an interviewer may ask next.",
    Help.REVIEW: "A review of this take.",
    Help.NEXT_QUESTION: "The interviewer goes on.",
}
ONE_MINUTE = Band(50, 70)


class CoachScreen:
    """One kind of help for a story or a take."""

    def __init__(
        self,
        window: Window,
        help: Help,
        *,
        story_id: StoryId | None = None,
        take_id: TakeId | None = None,
    ) -> None:
        self._window, self._practice, self._help = window, window.practice, help
        self._story_id, self._take_id = story_id, take_id
        self._subject: Subject | None = None
        self._target = window.practice.setting_up.settings.target
        way = without(help, story_id, take_id)
        beside = (HELP_WORDS[help].without, lambda e: window.go(way))
        self._call = CoachCall(window, Ways(self._answered, self._back, beside))
        self._revision: RevisionView | None = None
        self._coached: Coached | None = None
        self._heard: QuotesHeard | None = None

    @property
    def page(self) -> str:
        """Where the help was asked for."""
        return "Rehearse" if self._take_id else "Stories"

    async def enter(self) -> None:
        """Read the story or take; what would be sent is worked out beside the screen."""
        self._subject = await self._window.work(self._read)
        self._window.start(self._ask)

    async def leave(self) -> None:
        """End what is under way: nobody waits for it any more."""
        self._call.leave()
        if self._revision is not None:
            self._revision.leave()
        if self._heard is not None:
            await self._heard.stop()

    async def press(self, key: ft.KeyboardEvent) -> None:
        """Escape stops what is under way."""
        if key.key == "Escape":
            self._call.stop()

    def _read(self) -> Subject:
        if self._take_id is not None:
            return of_take(self._practice, self._take_id, self._help)
        return of_story(self._practice, StoryId(self._story_id or ""))

    async def _ask(self) -> None:
        subject = self._subject
        if subject is None:
            return
        asked = self._asked(subject)
        brief = brief_of(self._help, subject, self._practice, self._target, asked)
        await self._call.ask(Matter(brief, subject.story))

    def _back(self) -> None:
        self._window.go(self._from)

    @property
    def _from(self) -> str:
        return f"/takes/{self._take_id}" if self._take_id else f"/stories/{self._story_id}"

    # ------------------------------------------------------------ drawing
    def draw(self) -> ft.Control:
        """The call while it is open, then what came of it."""
        look = self._window.look
        p, room = look.p, look.room
        head = self._head(p)
        if self._call.is_open:
            return scroll([head, gap(S), *self._call.draw(self._above(p), p, room)], look)
        if self._revision is not None:
            return still([head, gap(S), *self._revision.draw(p, room)], look)
        return scroll([head, gap(S), *self._result(p, min(room, 760.0))], look)

    def _head(self, p: Palette) -> ft.Control:
        story = self._subject.story if self._subject else None
        name = TAKE if self._take_id or story is None else title_of(story)
        return ft.Row(
            [
                link(name, p, lambda e: self._back()),
                text("·", "small", p.faint),
                text(HELP_WORDS[self._help].name, "small", p.soft),
            ],
            spacing=S,
        )

    def _above(self, p: Palette) -> list[ft.Control]:
        """What comes back; for a shorter draft, how long it shall be."""
        rows: list[ft.Control] = [text(HELP_WORDS[self._help].does, "body", p.soft)]
        if self._help is Help.TIGHTEN:
            rows.append(self._targets(p))
        return [*rows, gap(M)]

    def _targets(self, p: Palette) -> ft.Control:
        usual = self._practice.setting_up.settings.target
        bands = dict.fromkeys((usual, BANDS["short"], ONE_MINUTE, BANDS["long"]))
        choices = [self._target_choice(band, p) for band in bands]
        return ft.Row([text("To", "body", p.soft), *choices], spacing=S, run_spacing=0, wrap=True)

    def _target_choice(self, band: Band, p: Palette) -> ft.Control:
        words = f"{clock(band.low_s)} to {clock(band.high_s)}"
        chosen = band == self._target
        made = quiet(words, p, lambda e: self._aim(band), chosen=chosen)
        return ft.Semantics(content=made, selected=chosen)

    def _aim(self, band: Band) -> None:
        if self._call.can_choose and band != self._target:
            self._target = band
            self._window.start(self._ask)

    def _result(self, p: Palette, width: float) -> list[ft.Control]:
        """Questions or a review; nothing of them goes into a story."""
        coached, subject = self._coached, self._subject
        if coached is None or subject is None:
            return []
        rows: list[ft.Control] = [title(NEWS[self._help], p), gap(L)]
        sifted = coached.sifted
        match sifted.answer:
            case Probes() | NextQuestion() as found:
                rows.append(
                    questions_view(
                        found, self._answering(subject), p, width, dropped=sifted.dropped
                    )
                )
            case Review() as review:
                rows.append(
                    review_view(
                        review, self._heard, subject.report, p, width, dropped=sifted.dropped
                    )
                )
        again = quiet("Ask once more", p, lambda e: self._window.start(self._ask))
        return [*rows, gap(XL), ft.Row([again]), text(f"{used(coached.usage)}.", "tiny", p.faint)]

    def _answering(self, subject: Subject) -> Answering:
        story = None if subject.story.id == NO_STORY else subject.story
        return Answering(self._window, story, subject.take, self._heard, self._asked(subject))

    def _asked(self, subject: Subject) -> tuple[Exchange, ...]:
        """What led to the take's question in this sitting."""
        if subject.take is None:
            return ()
        return self._practice.asked_aloud.before(subject.take.question)

    # ------------------------------------------------------------ the answer
    async def _answered(self, matter: Matter, coached: Coached) -> None:
        self._coached, sifted = coached, coached.sifted
        self._revision = None
        if self._help is Help.TIGHTEN:
            self._revision = RevisionView(
                self._window, matter.story, Chosen(sifted.revisions), coached.usage
            )
        elif isinstance(sifted.answer, Suggested):
            self._revision = self._suggested(matter, coached, sifted.answer)
        elif self._subject is not None and self._subject.take is not None:
            self._heard = QuotesHeard(self._window, self._subject.take)
            await self._heard.look()
        self._window.redraw()

    def _suggested(self, matter: Matter, coached: Coached, answer: Suggested) -> RevisionView:
        shown, dropped = answer.competencies, coached.sifted.dropped
        seen = CoachSuggestion(self._window, matter.story, shown, dropped)
        return RevisionView(
            self._window,
            matter.story,
            Chosen(coached.sifted.revisions),
            coached.usage,
            above=seen.draw,
            seen=seen.news,
        )
