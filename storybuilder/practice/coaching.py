"""Coaching: what would be sent is shown, then sent, then held against the person's own words.

Nothing leaves this computer but a Preview that somebody agreed to, and it is written down before
it leaves. Of an answer, only what could be traced or is marked as untraced comes back from here.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock

from storybuilder.core.coaching.answer import AnswerMisshapen, read_answer, schema_of, with_texts
from storybuilder.core.coaching.brief import MOST_CHARACTERS, Brief
from storybuilder.core.coaching.cost import RoughCost, rough_cost, rough_tokens
from storybuilder.core.coaching.help import Help
from storybuilder.core.coaching.masking import Mask, mask_of
from storybuilder.core.coaching.partial import texts_so_far
from storybuilder.core.coaching.request import Reply, Request, Usage
from storybuilder.core.coaching.revision import Revision
from storybuilder.core.coaching.sent import Outcome, Sent
from storybuilder.core.coaching.sifting import Sifted, sift
from storybuilder.core.settings import Settings
from storybuilder.core.story import Part, Story
from storybuilder.errors import CoachAnswerUnusable, CoachRefused, StorybuilderError
from storybuilder.ports import Coach, Keys, Prompts, SentLog, Stopped
from storybuilder.practice.drafting import Drafting


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Exactly what would leave this computer, and what it would cost."""

    brief: Brief
    request: Request
    mask: Mask
    cost: RoughCost
    address: str
    """The host it would go to."""
    problem: str = ""
    """Why a prompt of the person's own is not used; empty where there is none."""

    @property
    def text(self) -> str:
        """Everything that would be sent, as it would be read there."""
        return f"{self.request.instructions}\n\n{self.request.material}"


@dataclass(frozen=True, slots=True)
class Coached:
    """What came of a call: everything in it may be shown."""

    sifted: Sifted
    usage: Usage
    model: str


Heard = Callable[[tuple[str, ...]], None]
"""Hears the texts of an answer so far, while it comes. From the worker's thread."""


@dataclass(frozen=True, slots=True)
class Coaching:
    """The optional helper. Without a key it only says so."""

    coach: Coach
    keys: Keys
    prompts: Prompts
    log: SentLog
    drafting: Drafting
    settings: Callable[[], Settings]
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    _agreed: set[Help] = field(default_factory=set, repr=False)
    _masks: list[Mask] = field(default_factory=list, repr=False)
    _left: list[bool] = field(default_factory=list, repr=False)
    _one: Lock = field(default_factory=Lock, repr=False)

    def has_key(self) -> bool:
        """Whether the coach can be asked at all. May ask the system's keyring."""
        return self.keys.source() != ""

    def warm(self) -> None:
        """Load what a call needs while the person reads what would be sent. Nothing is."""
        self.coach.warm()

    def check(self) -> None:
        """Ask the service whether key and model are right; nothing of the person is sent.

        Raises what `ports.Coach.check` raises.
        """
        self.coach.check(self.settings().coach_model)

    def agreed(self, help: Help) -> bool:
        """Whether the person need not be asked again for this help until the program ends."""
        return help in self._agreed

    def agree(self, help: Help) -> None:
        """Remember the person's consent to this help until the program ends."""
        self._agreed.add(help)

    def withdraw(self) -> None:
        """Forget every consent: each call is asked for again."""
        self._agreed.clear()

    def leaving(self) -> None:
        """From now on something of the person has left this computer in this sitting."""
        self._left[:] = [True]

    @property
    def has_left(self) -> bool:
        """Whether anything was sent since the program began."""
        return bool(self._left)

    def prepare(self, brief: Brief, mask: Mask | None = None) -> Preview:
        """What would be sent for a brief; nothing is.

        `mask` is the one the person has changed; without it, names and figures are masked, or
        nothing is, as the settings say, with the placeholders used before. Raises CoachRefused for
        nothing to work on, or far too much.
        """
        _check(brief)
        settings, found = self.settings(), self.prompts.prompt(brief.help)
        mask = mask or self._mask(brief)
        prompt = found.prompt
        request = Request(
            help=brief.help,
            model=settings.coach_model,
            instructions=prompt.instructions,
            material=prompt.filled(brief.hidden(mask.hidden)),
            schema=schema_of(brief.help),
            most_tokens=prompt.most_tokens,
            prompt_version=prompt.version,
        )
        sent = rough_tokens(request.instructions, request.material, str(request.schema))
        return Preview(
            brief=brief,
            request=request,
            mask=mask,
            cost=rough_cost(sent, prompt.most_tokens, settings.coach_prices),
            address=self.coach.address(),
            problem=found.problem,
        )

    def send(
        self,
        preview: Preview,
        story: Story,
        heard: Heard,
        stopped: Stopped,
        *,
        part: Part | None = None,
    ) -> Coached | None:
        """Send what was previewed, and sift the answer; None if `stopped()` said so.

        `part` is the one that an interview is about. Raises what `ports.Coach.ask` raises, and
        LibraryUnwritable when the call could not be written down: then nothing is sent.
        """
        sent = self._noted(preview)
        self.leaving()
        try:
            reply = self.coach.ask(preview.request, _Growing(preview.mask, heard), stopped)
        except StorybuilderError as failure:
            self.log.end(sent.id, Outcome(words=str(failure)))
            raise
        self.log.end(sent.id, _outcome(reply))
        if reply is None:
            return None
        with self._one:
            self._masks[:] = [preview.mask]
        return Coached(self._sifted(preview, reply, story, part), reply.usage, reply.model)

    def take_over(
        self, story: Story, revisions: Mapping[str, Revision], taken: Mapping[str, Collection[int]]
    ) -> Story:
        """Put the pieces that were taken into a story, by its fields; a version is kept first."""
        texts = {
            name: one.with_taken(taken[name]) for name, one in revisions.items() if taken.get(name)
        }
        if not texts:
            return story
        self.drafting.keep_version(story, "before the coach's proposal")
        return self.drafting.revise(story, replace(story, **texts))  # type: ignore[arg-type]

    def undo(self, before: Story, after: Story) -> Story:
        """Bring back the texts that a take-over changed, as they were before it."""
        return self.drafting.revise(after, before)

    def sent(self) -> tuple[Sent, ...]:
        """What left this computer, newest first."""
        return self.log.all()

    def clear_sent(self) -> None:
        """Forget what left."""
        self.log.clear()

    def _mask(self, brief: Brief) -> Mask:
        """The mask of this brief, with the placeholders of the sitting."""
        with self._one:
            before = self._masks[0] if self._masks else None
        mask = mask_of(brief.told, before)
        return mask if self.settings().coach_masks else mask.without_any()

    def _noted(self, preview: Preview) -> Sent:
        sent = Sent(
            id=self.new_id(),
            at=self.now(),
            help=preview.brief.help.value,
            model=preview.request.model,
            address=preview.address,
            text=preview.text,
        )
        self.log.note(sent)
        return sent

    def _sifted(self, preview: Preview, reply: Reply, story: Story, part: Part | None) -> Sifted:
        brief = preview.brief
        try:
            answer = read_answer(brief.help, reply.text, preview.request.instructions)
        except AnswerMisshapen as misshapen:
            raise CoachAnswerUnusable(f"the coach's answer is not used, because {misshapen}") from (
                misshapen
            )
        restored = with_texts(answer, preview.mask.restored)
        return sift(restored, story, brief.own, part=part)


class _Growing:
    """An answer while it comes, with the person's words in their places."""

    def __init__(self, mask: Mask, heard: Heard) -> None:
        self._mask, self._heard, self._text = mask, heard, ""

    def __call__(self, piece: str) -> None:
        self._text += piece
        self._heard(tuple(self._mask.restored(one) for one in texts_so_far(self._text)))


def _check(brief: Brief) -> None:
    if brief.is_empty:
        raise CoachRefused("there is nothing to work on yet", "write or say something first.")
    if brief.characters > MOST_CHARACTERS:
        raise CoachRefused(
            f"this is {_grouped(brief.characters)} characters long",
            f"shorten it to {_grouped(MOST_CHARACTERS)}, about an hour of speech.",
        )


def _grouped(number: int) -> str:
    """60001 -> "60 001"."""
    return f"{number:,}".replace(",", " ")


def _outcome(reply: Reply | None) -> Outcome:
    if reply is None:
        return Outcome(words="stopped")
    usage = reply.usage
    return Outcome(words="answered", tokens_sent=usage.sent, tokens_received=usage.received)
