"""What was sent to the coach, one line a step, in a file for the person alone.

Lines are only ever added, and are on the disk before the call they speak of. A line that a crash
cut off is passed over.
"""

import json
import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from storybuilder.adapters.turns import Turns
from storybuilder.adapters.whole_file import delete, unwritable
from storybuilder.core.coaching.sent import Outcome, Sent
from storybuilder.core.plain import Misfit, from_plain, to_plain
from storybuilder.errors import LibraryUnreadable


class SentLogFile:
    """Keeps the promise of `ports.SentLog`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turns = Turns(path.with_name(f".{path.name}.lock"))

    def note(self, sent: Sent) -> None:
        """Write down a call before it is made. Raises LibraryUnwritable or LibraryBusy."""
        self._add({"sent": to_plain(sent)})

    def end(self, id: str, outcome: Outcome) -> None:
        """Write down what became of it. Raises LibraryUnwritable or LibraryBusy."""
        self._add({"id": id, "outcome": to_plain(outcome)})

    def all(self) -> tuple[Sent, ...]:
        """Every call that was written down, newest first. Raises LibraryUnreadable."""
        try:
            lines = self._path.read_bytes().split(b"\n")
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as error:
            raise LibraryUnreadable(
                f"{self._path.name} could not be read ({error.strerror})",
                "allow reading it in the data folder, then look again.",
            ) from error
        found: dict[str, Sent] = {}
        for line in lines:
            _take_in(line, found)
        return tuple(sorted(found.values(), key=_when, reverse=True))

    def clear(self) -> None:
        """Forget all of them. Raises LibraryUnwritable or LibraryBusy."""
        with self._turns.taken():
            delete(self._path)

    def _add(self, step: dict[str, object]) -> None:
        line = json.dumps(step, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            with self._turns.taken():
                number = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                with os.fdopen(number, "wb") as file:
                    # The line begins on its own line, whatever a crash left before it.
                    file.write(b"\n" + line + b"\n")
                    file.flush()
                    os.fsync(file.fileno())
        except OSError as error:
            raise unwritable(self._path.name, self._path.parent, error) from error


def _take_in(line: bytes, found: dict[str, Sent]) -> None:
    """Read one line into what was found; one that is damaged is passed over."""
    try:
        step = json.loads(line) if line.strip() else None
        match step:
            case {"sent": sent}:
                one = from_plain(Sent, sent)
                found[one.id] = one
            case {"id": str(id), "outcome": outcome} if id in found:
                found[id] = replace(found[id], outcome=from_plain(Outcome, outcome))
    except (ValueError, Misfit):
        return


def _when(sent: Sent) -> tuple[datetime, str]:
    return sent.at, sent.id
