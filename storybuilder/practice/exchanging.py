"""Exchanging: stories and all that belongs to them, out into files and in again, nothing lost."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import PurePath
from typing import Generic, Protocol, TypeVar

from storybuilder.core.competency import Competency
from storybuilder.core.duplicate import duplicate_of
from storybuilder.core.fit import Override
from storybuilder.core.markdown_outline import outline_of
from storybuilder.core.markdown_stories import (
    format_of_markdown,
    stories_markdown,
    stories_of_markdown,
)
from storybuilder.core.parcel import Heard, Parcel, parcel_document, portable
from storybuilder.core.question import Question
from storybuilder.core.settings import Settings
from storybuilder.core.sheet import printed_cues, printed_stories
from storybuilder.core.story import Story, StoryId, Version
from storybuilder.core.take import Take, TakeState
from storybuilder.errors import StoriesUnreadable
from storybuilder.ports import Shelf, StoryFiles
from storybuilder.practice.drafting import Drafting
from storybuilder.practice.rehearsing import Rehearsing
from storybuilder.practice.setting_up import SettingUp

PLAIN_TEXT = (".txt", ".text")
REPLACED = "replaced by an import"
_HERE_ALONE = {"id", "position", "archived", "deleted_at", "created_at", "changed_at"}
"""What differs in these alone is the same text: there is nothing to keep a version of."""
_FINISHED = (TakeState.READY, TakeState.SILENT)
"""Without its recording a take that waits for its words would wait for ever."""


class _Keyed(Protocol):
    @property
    def id(self) -> str: ...


Value = TypeVar("Value", bound=_Keyed)


@dataclass(frozen=True, slots=True)
class Merged(Generic[Value]):
    """What became of values that came in."""

    new: tuple[Value, ...] = ()
    replaced: tuple[tuple[Value, Value], ...] = ()
    """What was there, and what is there now."""
    same: int = 0
    """As many were there already."""
    kept_out: int = 0
    """As many differ from those there, which stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameIn:
    """What an import did; `take_back` undoes it."""

    stories: Merged[Story] = Merged()
    alike: tuple[Story, ...] = ()
    """Left out, because they are nearly the same as one that is there."""
    left_out: int = 0
    """Paragraphs that belong to no story."""
    versions: int = 0
    takes: Merged[Take] = Merged()
    questions: Merged[Question] = Merged()
    overrides: Merged[Override] = Merged()
    settings_before: Settings | None = None
    """Set when settings came in."""

    @property
    def changed(self) -> bool:
        """Whether anything is different now."""
        merged = (self.stories, self.takes, self.questions, self.overrides)
        return (
            any(one.new or one.replaced for one in merged)
            or bool(self.versions)
            or self.settings_before is not None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A file to be written, with what is in it."""

    content: bytes
    parcel: Parcel
    left_behind: int = 0
    """Takes that still wait for their words, which only this computer can write down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanging:
    """Export and import. Everything here reads or writes the disk."""

    drafting: Drafting
    rehearsing: Rehearsing
    questions: Shelf[Question]
    overrides: Shelf[Override]
    setting_up: SettingUp
    competencies: tuple[Competency, ...]
    files: StoryFiles

    # ------------------------------------------------------------ out
    def everything(self) -> Outgoing:
        """All there is, without recordings, secrets and what belongs to this computer alone."""
        takes = self.rehearsing.listed()
        heard = tuple(one for take in takes if (one := self._heard(take)) is not None)
        stories = self.drafting.stories.all()
        parcel = Parcel(
            stories=stories,
            versions=tuple(v for s in stories for v in self.drafting.versions.versions(s.id)),
            questions=self.questions.all(),
            overrides=self.overrides.all(),
            heard=heard,
        )
        document = {
            "program": "storybuilder",
            **parcel_document(parcel, self.setting_up.settings),
        }
        return Outgoing(
            content=self.files.packed(document),
            parcel=parcel,
            left_behind=len(takes) - len(heard),
        )

    def markdown(self) -> Outgoing:
        """The stories, archived ones included, as Markdown."""
        stories = self._stories()
        content = stories_markdown(stories).encode()
        return Outgoing(content=content, parcel=Parcel(stories=stories))

    def sheet(self, *, cues: bool) -> Outgoing:
        """The stories in use as HTML to be printed: in full, or the cues alone."""
        stories, drawn = self.drafting.listed(), printed_cues if cues else printed_stories
        labels = {one.id: one.label for one in self.competencies}
        page = drawn(stories, labels, self.setting_up.settings.words_per_minute)
        return Outgoing(content=page.encode(), parcel=Parcel(stories=stories))

    # ------------------------------------------------------------ in
    def bring_in(
        self,
        content: bytes,
        name: str,
        *,
        stories_only: bool = False,
        keep_duplicates: bool = False,
    ) -> CameIn:
        """Take in the content of a file; `name` is what it is called.

        The same id and the same content change nothing. A story of the same id replaces what was
        there, which becomes a version. Of anything else, what is there stays. Stories in words
        have no ids: what is the same as one that is there changes nothing, and what is nearly the
        same stays out, unless it is wanted.

        Raises StoriesUnreadable; nothing is changed then.
        """
        opened = self.files.opened(content, name)
        if isinstance(opened, str):
            return self._bring_in_text(opened, name, keep_duplicates)
        parcel, settings = opened
        if stories_only:
            return CameIn(stories=self._merge_stories(parcel.stories))
        return self._bring_in_parcel(parcel, settings)

    def take_back(self, came: CameIn) -> None:
        """Undo an import; what was changed since then stays as it is."""
        self._undo(self.drafting.stories, came.stories)
        there = {story.id for story in self.drafting.stories.all()}
        for story in came.stories.new:
            if story.id not in there:
                self.drafting.versions.forget(story.id)
        self._undo(self.questions, came.questions)
        self._undo(self.overrides, came.overrides)
        self._undo(self.rehearsing.takes, came.takes)
        kept = {take.id for take in self.rehearsing.takes.all()}
        for take in came.takes.new:
            if take.id not in kept:
                self.rehearsing.files.discard(take.id)
        if came.settings_before is not None:
            self._choose(came.settings_before)

    # ------------------------------------------------------------ how
    def _stories(self) -> tuple[Story, ...]:
        return (*self.drafting.listed(), *self.drafting.archived())

    def _heard(self, take: Take) -> Heard | None:
        """A take that is complete without its recording."""
        heard = self.rehearsing.files.heard(take.id)
        if take.state not in _FINISHED or heard is None:
            return None
        return Heard(take, *heard)

    def _bring_in_text(self, text: str, name: str, keep_duplicates: bool) -> CameIn:
        now = self.drafting.now()
        blank = Story(id=StoryId(""), created_at=now, changed_at=now)
        if format_of_markdown(text) is not None:
            told, left_out = stories_of_markdown(text, blank), 0
        else:
            markdown = PurePath(name).suffix.lower() not in PLAIN_TEXT
            outline = outline_of(text, blank, self.competencies, markdown=markdown)
            told, left_out = outline.stories, outline.left_out
        if not told:
            raise StoriesUnreadable(
                f"{name} has no part that is marked",
                "mark the parts of a story in it, for example with a line that says Situation.",
            )
        there = self._stories()
        known = {_content(story) for story in there}
        fresh = [story for story in told if _content(story) not in known]
        alike = () if keep_duplicates else tuple(s for s in fresh if duplicate_of(s, there))
        new = [story for story in fresh if story not in alike]
        merged = self._merge_stories([self._placed(story, at) for at, story in enumerate(new, 1)])
        same = len(told) - len(fresh)
        return CameIn(stories=replace(merged, same=same), alike=alike, left_out=left_out)

    def _placed(self, story: Story, at: int) -> Story:
        """A story that is new here: with an id, behind those that are there."""
        last = max((kept.position for kept in self.drafting.stories.all()), default=0.0)
        return replace(story, id=StoryId(self.drafting.new_id()), position=last + at)

    def _bring_in_parcel(self, parcel: Parcel, settings: Settings) -> CameIn:
        stories = self._merge_stories(parcel.stories)
        versions: defaultdict[StoryId, list[Version]] = defaultdict(list)
        for version in parcel.versions:
            versions[version.story.id].append(version)
        return CameIn(
            stories=stories,
            versions=sum(self.drafting.versions.keep_all(id, v) for id, v in versions.items()),
            takes=self._merge_takes(parcel.heard),
            questions=self._merge(self.questions, parcel.questions),
            overrides=self._merge(self.overrides, parcel.overrides),
            settings_before=self._bring_in_settings(settings),
        )

    def _merge_stories(self, incoming: Sequence[Story]) -> Merged[Story]:
        before = {story.id: story for story in self.drafting.stories.all()}
        by_id: dict[str, list[Story]] = {}
        for story in incoming:
            by_id.setdefault(story.id, []).append(story)
        self.drafting.stories.change_all({id: self._after(own) for id, own in by_id.items()})
        after = {story.id: story for story in self.drafting.stories.all()}
        pairs = [(before.get(StoryId(id)), after[StoryId(id)]) for id in by_id]
        return Merged(
            new=tuple(now for was, now in pairs if was is None),
            replaced=tuple((was, now) for was, now in pairs if was is not None and was != now),
            same=sum(was == now for was, now in pairs),
        )

    def _after(self, incoming: Sequence[Story]) -> Callable[[Story | None], Story]:
        """What stands under an id after these came in, one after the other."""

        def changed(present: Story | None) -> Story:
            for story in incoming:
                present = story if present is None else self._succeeded(present, story)
            assert present is not None, "a story came in"
            return present

        return changed

    def _succeeded(self, present: Story, incoming: Story) -> Story:
        """The one that stands; the other one's text, if it is another, becomes a version."""
        gone = incoming.deleted_at is not None and present.deleted_at is None
        stays, goes = (present, incoming) if gone else (incoming, present)
        if _content(stays) != _content(goes):
            kept = Version(kept_at=self.drafting.now(), reason=REPLACED, story=goes)
            self.drafting.versions.keep(kept)
        return stays

    def _merge_takes(self, incoming: Iterable[Heard]) -> Merged[Take]:
        heard = {one.take.id: one for one in incoming if one.take.state in _FINISHED}
        there = {take.id for take in self.rehearsing.takes.all()}
        for id, one in heard.items():
            if id not in there:
                self.rehearsing.files.keep(id, one.voice, one.transcript)
        return self._merge(self.rehearsing.takes, [one.take for one in heard.values()])

    def _merge(self, shelf: Shelf[Value], incoming: Iterable[Value]) -> Merged[Value]:
        values = {value.id: value for value in incoming}
        there = {value.id: value for value in shelf.all() if value.id in values}
        new = tuple(value for id, value in values.items() if id not in there)
        shelf.keep_all(new)
        same = sum(values[id] == value for id, value in there.items())
        return Merged(new=new, same=same, kept_out=len(there) - same)

    def _bring_in_settings(self, incoming: Settings) -> Settings | None:
        """Take settings over where the person has chosen none; returns those before."""
        present = self.setting_up.settings
        if portable(present) != Settings() or incoming == Settings():
            return None
        self._choose(incoming)
        return present

    def _choose(self, settings: Settings) -> None:
        """Put these settings in force, except for what belongs to this computer."""
        present, chosen = portable(self.setting_up.settings), portable(settings)
        names = [field.name for field in fields(Settings)]
        changes = {name: getattr(chosen, name) for name in names}
        self.setting_up.choose(
            **{name: to for name, to in changes.items() if to != getattr(present, name)}
        )

    @staticmethod
    def _undo(shelf: Shelf[Value], merged: Merged[Value]) -> None:
        def back(was: Value | None, now: Value) -> Callable[[Value | None], Value | None]:
            return lambda present: was if present == now else present

        pairs = [*((None, now) for now in merged.new), *merged.replaced]
        shelf.change_all({now.id: back(was, now) for was, now in pairs})


def _content(story: Story) -> tuple[object, ...]:
    """What a story says, wherever and whenever it is kept."""
    names = (field.name for field in fields(Story) if field.name not in _HERE_ALONE)
    return tuple(getattr(story, name) for name in names)
