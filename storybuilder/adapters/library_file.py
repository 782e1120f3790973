"""The library's file: a TinyDB storage that survives kills, full disks and damage.

TinyDB's own storage overwrites in place. This one writes whole files, keeps the last three saves
and one copy a day, and opens the newest good one when the file itself is damaged.
"""

import math
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from tinydb.storages import Storage

from storybuilder.adapters.turns import Turns
from storybuilder.adapters.whole_file import (
    beside,
    decoded,
    encoded,
    keep_also,
    patiently,
    private_folder,
    unwritable,
    write_whole,
)
from storybuilder.core.documents import UPGRADES, Upgrade, format_of, upgraded
from storybuilder.errors import LibraryTooNew, LibraryUnreadable

LAST_SAVES = 3
DAYS = 7
Tables = dict[str, dict[str, Any]]
Signature = tuple[int, int, int]
"""Time, size and inode: every whole write changes at least one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What happened when a damaged library was opened."""

    set_aside: Path | None
    """Where the damaged file is now; None when there was no file at all."""
    opened: Path
    """The backup that took its place."""
    minutes_old: int
    """How long before now that backup was saved."""

    def sentence(self) -> str:
        """What the person should know."""
        where = f"is kept as {self.set_aside.name}" if self.set_aside else "had disappeared"
        age = f"{self.minutes_old} minute{'' if self.minutes_old == 1 else 's'}"
        return f"The library was damaged and {where}; the copy saved {age} ago is open instead."


@dataclass(frozen=True, slots=True)
class _Loaded:
    signature: Signature
    format: int
    """As it stands in the file, before any upgrade."""
    tables: Tables


class LibraryFile(Storage):
    """`read` and `write` for TinyDB. Making one touches nothing.

    Whoever reads in order to write takes a turn (`turns`) around both.
    """

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        upgrades: Sequence[Upgrade] = UPGRADES,
    ) -> None:
        self.turns = Turns(path.with_suffix(".lock"))
        self.recovered: Recovered | None = None
        self._path, self._now, self._upgrades = path, now, upgrades
        self._newest = 1 + len(upgrades)
        self._loaded: _Loaded | None = None

    def read(self) -> Tables | None:
        """The tables as they are on disk now; None before the first save.

        Raises LibraryUnreadable or LibraryTooNew. The caller may change the tables (not the
        documents in them) without harm to anybody else.
        """
        loaded = self._current()
        if loaded is None:
            return None
        return {name: dict(table) for name, table in loaded.tables.items()}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Save all tables, or nothing. Raises LibraryUnwritable or LibraryBusy."""
        tables = cast("Tables", data)
        content = encoded({"format": self._newest, **tables})
        with self.turns.taken():
            before, self._loaded = self._loaded, None
            write_whole(self._path, content, lambda: self._keep_backups(before))
            self._loaded = _Loaded(_signature(self._path), self._newest, tables)

    def _current(self) -> _Loaded | None:
        try:
            known = self._loaded
            if known is None or known.signature != _signature(self._path):
                self._loaded = known = self._load(self._path)
        except (FileNotFoundError, NotADirectoryError):
            return self._recover() if any(self._backups()) else None
        except ValueError:
            return self._recover()
        except OSError as error:
            raise LibraryUnreadable(f"{self._path} could not be read ({error.strerror})") from error
        return known

    def _load(self, path: Path) -> _Loaded:
        """Raises ValueError when the file is damaged."""
        signature = _signature(path)
        document = decoded(patiently(path.read_bytes))
        found = format_of(document)
        if found > self._newest:
            raise LibraryTooNew(
                f"{path.name} has format {found} and this program knows {self._newest}"
            )
        tables = upgraded(document, self._upgrades)
        del tables["format"]
        if not all(isinstance(table, dict) for table in tables.values()):
            raise ValueError("a table is not an object")
        return _Loaded(signature, found, cast("Tables", tables))

    def _recover(self) -> _Loaded:
        """Put the newest good backup in the place of a damaged file."""
        with self.turns.taken():
            if (repaired := self._good(self._path)) is not None:
                self._loaded = repaired  # another window was quicker
                return repaired
            backup = next((b for b in self._backups() if self._good(b) is not None), None)
            if backup is None:
                raise LibraryUnreadable(f"{self._path.name} is damaged and has no good backup")
            try:
                self.recovered = self._replaced_by(backup)
                self._loaded = loaded = self._load(self._path)
            except OSError as error:
                raise unwritable(self._path.name, self._path.parent, error) from error
            return loaded

    def _replaced_by(self, backup: Path) -> Recovered:
        aside = None
        if self._path.exists():
            aside = beside(self._path, "damaged", self._now())
            keep_also(self._path, aside)
        saved_at = datetime.fromtimestamp(backup.stat().st_mtime, UTC)
        minutes = math.floor((self._now() - saved_at).total_seconds() / 60)
        write_whole(self._path, backup.read_bytes())
        shutil.copystat(backup, self._path)  # it is as old as its content
        return Recovered(set_aside=aside, opened=backup, minutes_old=max(0, minutes))

    def _good(self, path: Path) -> _Loaded | None:
        try:
            return self._load(path)
        except (OSError, ValueError):
            return None

    def _backups(self) -> Iterator[Path]:
        """The copies there are, newest first."""
        saves = (self._last(number) for number in range(1, LAST_SAVES + 1))
        yield from (path for path in saves if path.exists())
        yield from self._daily()

    def _last(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.bak{number}")

    def _daily(self) -> list[Path]:
        copies = (self._path.parent / "backups").glob(f"{self._path.stem}-????-??-??.json")
        return sorted(copies, reverse=True)

    def _keep_backups(self, before: _Loaded | None) -> None:
        """Keep what is about to be replaced, in every way it is still needed."""
        if not self._path.exists():
            return
        if before is not None and before.format < self._newest:
            keep_also(self._path, self._path.with_name(f"{self._path.name}.format-{before.format}"))
        self._keep_last()
        self._keep_today()

    def _keep_last(self) -> None:
        newest = self._last(1)
        if newest.exists() and _signature(newest)[:2] == _signature(self._path)[:2]:
            return  # a save that failed halfway has kept this content already
        for number in range(LAST_SAVES, 1, -1):
            if self._last(number - 1).exists():
                self._last(number - 1).replace(self._last(number))
        keep_also(self._path, newest)

    def _keep_today(self) -> None:
        today = self._path.parent / "backups" / f"{self._path.stem}-{self._now():%Y-%m-%d}.json"
        if today.exists():
            return
        private_folder(today.parent)
        keep_also(self._path, today)
        for old in self._daily()[DAYS:]:
            old.unlink()


def _signature(path: Path) -> Signature:
    status = path.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino
