"""Earlier versions of the stories: one JSON file a story, newest version first."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from storybuilder.adapters.turns import Turns
from storybuilder.adapters.whole_file import (
    beside,
    decoded,
    delete,
    encoded,
    is_plain_name,
    keep_also,
    patiently,
    sweep,
    unwritable,
    write_whole,
)
from storybuilder.core.documents import FORMAT, format_of, version_document, version_from
from storybuilder.core.story import StoryId, Version
from storybuilder.errors import LibraryTooNew, LibraryUnreadable, StoryUnknown

MOST_KEPT = 50
"""Of each story; keeping one more drops the oldest."""


class FolderOfVersions:
    """ports.Versions over a folder of `<story id>.json`, which appears with the first write."""

    def __init__(
        self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._folder, self._now = folder, now
        self._turns = Turns(folder / "versions.lock")
        sweep(folder)

    def versions(self, story: StoryId) -> tuple[Version, ...]:
        """What was kept of a story, newest first. Raises LibraryUnreadable or LibraryTooNew."""
        file = self._file(story)
        try:
            kept = _kept(file)
        except (OSError, ValueError) as error:
            raise LibraryUnreadable(f"the earlier versions in {file} are damaged") from error
        return tuple(version for entry in kept if (version := _version(entry)) is not None)

    def keep(self, version: Version) -> None:
        """Add a version. A damaged file is set aside, so that the new version is safe.

        Raises LibraryUnwritable, LibraryBusy or LibraryTooNew.
        """
        file = self._file(version.story.id)
        with self._turns.taken():
            self._write(file, [version_document(version), *self._rescued(file)])

    def keep_all(self, story: StoryId, versions: Sequence[Version]) -> int:
        """Add those that are not there yet, each in the place of its time; see ports.Versions.

        Raises what `keep` raises.
        """
        file = self._file(story)
        with self._turns.taken():
            kept = self._rescued(file)
            there = {version for entry in kept if (version := _version(entry)) is not None}
            new = [version for version in dict.fromkeys(versions) if version not in there]
            if new:
                self._write(file, sorted([*kept, *map(version_document, new)], key=_age))
            return len(new)

    def forget(self, story: StoryId) -> None:
        """Delete every version of a story; nothing happens if there is none."""
        file = self._file(story)
        if not file.exists():
            return
        with self._turns.taken():
            delete(file)

    def _rescued(self, file: Path) -> list[object]:
        """The entries of a file; a damaged one is set aside and counts as empty."""
        try:
            return _kept(file)
        except ValueError:
            keep_also(file, beside(file, "damaged", self._now()))
            return []
        except OSError as error:
            raise unwritable(file.name, self._folder, error) from error

    @staticmethod
    def _write(file: Path, entries: Sequence[object]) -> None:
        write_whole(file, encoded({"format": FORMAT, "versions": entries[:MOST_KEPT]}))

    def _file(self, story: StoryId) -> Path:
        if not is_plain_name(story):
            raise StoryUnknown("this is not the id of a story")
        return self._folder / f"{story}.json"


def _kept(file: Path) -> list[object]:
    """The entries of a file, readable or not. Raises ValueError when the file is damaged."""
    try:
        document = decoded(patiently(file.read_bytes))
    except (FileNotFoundError, NotADirectoryError):
        return []
    if format_of(document) > FORMAT:
        raise LibraryTooNew(f"{file.name} was written by a later version of storybuilder")
    entries = document.get("versions")
    if not isinstance(entries, list):
        raise ValueError("versions is not a list")
    return entries


def _age(entry: object) -> float:
    """Sorts the newest first, and last what cannot be read."""
    version = _version(entry)
    return -version.kept_at.timestamp() if version else float("inf")


def _version(entry: object) -> Version | None:
    try:
        return version_from(entry)
    except ValueError:
        return None  # stays in the file; the others are shown
