"""Drafting: keeping stories, in order, so that no edit is ever lost."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta

from storybuilder.core.story import Part, Story, StoryId, Version
from storybuilder.errors import StoryUnknown
from storybuilder.ports import Shelf, Versions

KEEP_DELETED = timedelta(days=30)
"""How long a deleted story can be restored."""
TEXTS = (*("title", "headline", "must_land", "lesson"), *(part.value for part in Part))
"""What a version brings back; place, tags and competencies stay as they are."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """The person's stories. Every method reads what is on disk now, so two windows agree."""

    stories: Shelf[Story]
    versions: Versions
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    also_forget: Callable[[StoryId], None] = lambda _: None
    """Forgets what others keep about a story that goes for good."""

    def listed(self) -> tuple[Story, ...]:
        """Stories in use, in the person's order."""
        return self._where(lambda story: not story.archived)

    def archived(self) -> tuple[Story, ...]:
        """Stories put aside."""
        return self._where(lambda story: story.archived)

    def deleted(self) -> tuple[Story, ...]:
        """Stories that can still be restored, last deleted first."""
        gone = [story for story in self.stories.all() if story.deleted_at is not None]
        return tuple(sorted(gone, key=lambda story: str(story.deleted_at), reverse=True))

    def story(self, id: StoryId) -> Story:
        """One story, whatever its state. Raises StoryUnknown."""
        found = next((story for story in self.stories.all() if story.id == id), None)
        if found is None:
            raise StoryUnknown(f"there is no story {id}")
        return found

    def start(self, **written: object) -> Story:
        """A new story at the end of the list, with these texts; empty without any."""
        now, id = self.now(), StoryId(self.new_id())
        last = max((story.position for story in self.stories.all()), default=0.0)
        empty = Story(id=id, created_at=now, changed_at=now, position=last + 1)
        fresh = replace(empty, **written)  # type: ignore[arg-type]  # names are ours
        return self.stories.change(fresh.id, lambda _: fresh)

    def put(self, story: Story) -> Story:
        """Keep a story from elsewhere as it is; one that stood under its id becomes a version."""
        earlier = next((kept for kept in self.stories.all() if kept.id == story.id), None)
        if earlier is not None and earlier != story:
            self._keep(earlier, "replaced by an import")
        return self.stories.change(story.id, lambda _: story)

    def revise(self, before: Story, after: Story) -> Story:
        """Save what changed from `before` to `after`, and only that.

        What another window changed meanwhile stays. Where both changed the same field, the text
        that gives way is kept as a version first.
        """
        edits = {
            field.name: getattr(after, field.name)
            for field in fields(Story)
            if getattr(after, field.name) != getattr(before, field.name)
        }
        if not edits:
            return after

        def merged(present: Story | None) -> Story:
            if present is None:
                return replace(after, changed_at=self.now())
            if any(
                _gives_way(getattr(present, name), getattr(before, name), text)
                for name, text in edits.items()
            ):
                self._keep(present, "changed in another window")
            return replace(present, **{**edits, "changed_at": self.now()})

        return self.stories.change(before.id, merged)

    def keep_version(self, story: Story, reason: str) -> None:
        """Remember a story as it is now, before it is changed at length."""
        if story.spoken_text:
            self._keep(story, reason)

    def restore_version(self, present: Story, version: Version) -> Story:
        """Bring back the texts of an earlier version; the present ones become a version."""
        self.keep_version(present, "before restoring")
        texts = {name: getattr(version.story, name) for name in TEXTS}
        return self.revise(present, replace(present, **texts))

    def move(self, id: StoryId, place: int) -> None:
        """Put a story at a place in the list, counted from 0."""
        others = [story for story in self.listed() if story.id != id]
        place = max(0, min(place, len(others)))
        low = others[place - 1].position if place else None
        high = others[place].position if place < len(others) else None
        self._set(id, position=_between(low, high))

    def archive(self, id: StoryId) -> None:
        """Put a story aside; it keeps its takes."""
        self._set(id, archived=True)

    def unarchive(self, id: StoryId) -> None:
        """Take a story back into use."""
        self._set(id, archived=False)

    def delete(self, id: StoryId) -> None:
        """Delete a story; it can be restored for KEEP_DELETED."""
        self._set(id, deleted_at=self.now())

    def restore(self, id: StoryId) -> None:
        """Undo a deletion."""
        self._set(id, deleted_at=None)

    def purge(self, id: StoryId) -> None:
        """Forget a story and its versions for good."""
        self.stories.remove(id)
        self.versions.forget(id)
        self.also_forget(id)

    def purge_old(self) -> None:
        """Forget stories deleted longer ago than KEEP_DELETED."""
        for story in self.deleted():
            if story.deleted_at is not None and self.now() - story.deleted_at > KEEP_DELETED:
                self.purge(story.id)

    def _where(self, wanted: Callable[[Story], bool]) -> tuple[Story, ...]:
        kept = [s for s in self.stories.all() if s.deleted_at is None and wanted(s)]
        return tuple(sorted(kept, key=lambda story: (story.position, story.created_at, story.id)))

    def _set(self, id: StoryId, **changes: object) -> None:
        def changed(present: Story | None) -> Story:
            if present is None:
                raise StoryUnknown(f"there is no story {id}")
            return replace(present, **changes)  # type: ignore[arg-type]  # names are ours, above

        self.stories.change(id, changed)

    def _keep(self, story: Story, reason: str) -> None:
        self.versions.keep(Version(kept_at=self.now(), reason=reason, story=story))


def _gives_way(present: object, before: object, after: object) -> bool:
    """Whether somebody else's text would be overwritten."""
    return isinstance(present, str) and present not in (before, after, "")


def _between(low: float | None, high: float | None) -> float:
    """A position between two neighbours; None is the end of the list."""
    if low is None and high is None:
        return 0.0
    if low is None:
        return (high or 0.0) - 1
    if high is None:
        return low + 1
    return (low + high) / 2
