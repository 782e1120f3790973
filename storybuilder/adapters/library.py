"""The library: stories, takes, questions, hand-set levels, interviews, in one shared file."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from tinydb.table import Document as Row
from tinydb.table import Table

from storybuilder.adapters.library_file import LibraryFile, Recovered
from storybuilder.adapters.whole_file import sweep
from storybuilder.core.coaching.interview import Interview
from storybuilder.core.documents import (
    interview_document,
    interview_from,
    override_document,
    override_from,
    question_document,
    question_from,
    story_document,
    story_from,
    take_document,
    take_from,
)
from storybuilder.core.fit import Override
from storybuilder.core.plain import Document
from storybuilder.core.question import Question
from storybuilder.core.story import Story
from storybuilder.core.take import Take
from storybuilder.errors import LibraryUnreadable


class _Keyed(Protocol):
    @property
    def id(self) -> str: ...


Value = TypeVar("Value", bound=_Keyed)


class Library:
    """Opening one writes nothing; the data folder appears with the first save."""

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        sweep(path.parent)
        self._file = LibraryFile(path, now=now)
        self.stories: LibraryShelf[Story] = LibraryShelf(
            "stories", self._file, story_document, story_from
        )
        self.takes: LibraryShelf[Take] = LibraryShelf("takes", self._file, take_document, take_from)
        self.questions: LibraryShelf[Question] = LibraryShelf(
            "questions", self._file, question_document, question_from
        )
        self.overrides: LibraryShelf[Override] = LibraryShelf(
            "overrides", self._file, override_document, override_from
        )
        self.interviews: LibraryShelf[Interview] = LibraryShelf(
            "interviews", self._file, interview_document, interview_from
        )

    @property
    def recovered(self) -> Recovered | None:
        """Set once a damaged file had to be replaced by a backup."""
        return self._file.recovered

    @property
    def unreadable(self) -> int:
        """How many entries nothing of ours could be made of; they stay in the file untouched."""
        shelves = (self.stories, self.takes, self.questions, self.overrides, self.interviews)
        return sum(shelf.unreadable for shelf in shelves)


class LibraryShelf(Generic[Value]):
    """ports.Shelf over one table of the library's file."""

    def __init__(
        self,
        name: str,
        file: LibraryFile,
        to_document: Callable[[Value], Document],
        from_document: Callable[[object], Value],
    ) -> None:
        self._table, self._file = _Table(file, name), file
        self._to_document, self._from_document = to_document, from_document
        self._seen: dict[str, tuple[Row, Value | None]] = {}

    def all(self) -> tuple[Value, ...]:
        """Every value that can be read, in no particular order."""
        found = (self._value(row) for row in self._table)
        return tuple(value for value in found if value is not None)

    @property
    def unreadable(self) -> int:
        """How many entries no value could be made of."""
        return sum(self._value(row) is None for row in self._table)

    def change(self, id: str, change: Callable[[Value | None], Value]) -> Value:
        """Replace the value under `id` by `change(present)`; see ports.Shelf.

        Keys of the entry that this version of the program does not know are kept.
        """
        with self._file.turns.taken():
            row = self._table.row(id)
            value = change(None if row is None else self._present(row))
            if (entry := self._entry(id, row, value)) != row:
                self._table.put({id: entry})
            return value

    def keep_all(self, values: Iterable[Value]) -> None:
        """Store values in one write; see ports.Shelf."""
        self.change_all({value.id: _to(value) for value in values})

    def change_all(self, changes: Mapping[str, Callable[[Value | None], Value | None]]) -> None:
        """Change many values in one write; see ports.Shelf."""
        with self._file.turns.taken():
            entries: dict[str, Document | None] = {}
            for id, change in changes.items():
                row = self._table.row(id)
                value = change(None if row is None else self._present(row))
                entry = None if value is None else self._entry(id, row, value)
                if entry != row:
                    entries[id] = entry
            if entries:
                self._table.put(entries)

    def remove(self, id: str) -> None:
        """Forget the value under `id`; nothing happens if there is none."""
        with self._file.turns.taken():
            if self._table.row(id) is not None:
                self._table.drop(id)

    def _entry(self, id: str, row: Row | None, value: Value) -> Document:
        if value.id != id:
            raise ValueError(f"the value for {id} calls itself {value.id}")
        return {**(row or {}), **self._to_document(value)}

    def _present(self, row: Row) -> Value:
        value = self._value(row)
        if value is None:  # written over, it would be lost
            raise LibraryUnreadable(f"entry {row.doc_id} of the library is damaged")
        return value

    def _value(self, row: Row) -> Value | None:
        """The value of an entry, made again only when the entry is another one."""
        id = str(row.doc_id)
        seen = self._seen.get(id)
        if seen is None or seen[0] != row:
            self._seen[id] = seen = (row, self._made(id, row))
        return seen[1]

    def _made(self, id: str, row: Row) -> Value | None:
        try:
            value = self._from_document(row)
        except ValueError:
            return None
        return value if value.id == id else None


def _to(value: Value) -> Callable[[Value | None], Value]:
    return lambda _: value


class _Row(Row):
    """An entry; one that is not even an object counts as empty, and so as unreadable."""

    def __init__(self, value: Any, doc_id: Any) -> None:
        super().__init__(value if isinstance(value, dict) else {}, doc_id)


class _Table(Table):
    """A table with our own ids, which are texts. TinyDB's are numbers it gives out itself."""

    document_id_class = str  # type: ignore[assignment]  # see above
    document_class = _Row

    def row(self, id: str) -> Row | None:
        return self.get(doc_id=id)  # type: ignore[call-overload,no-any-return]  # see above

    def put(self, entries: Mapping[str, Document | None]) -> None:
        """One write, and no document changed in place: TinyDB's upsert does both otherwise.

        None drops the entry.
        """

        def changed(table: dict[Any, Any]) -> None:
            for id, entry in entries.items():
                if entry is None:
                    table.pop(id, None)
                else:
                    table[id] = entry

        self._update_table(changed)

    def drop(self, id: str) -> None:
        self._update_table(lambda table: table.__delitem__(id))  # type: ignore[arg-type]
