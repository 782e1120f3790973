"""Files that are either wholly written or not at all: the only place that writes one.

A draft in the same folder is flushed to the disk and then takes the file's name in one step, so
that a kill, a full disk or a power cut leaves the old content or the new, never a torso.
"""

import errno
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from storybuilder.core.documents import format_of
from storybuilder.errors import LibraryUnwritable

Done = TypeVar("Done")
DRAFT = ".draft"
STALE_S = 3600.0
"""A draft this old belongs to a program that was killed while writing it."""
TRIES = 6
"""Windows refuses to replace a file that a virus scanner or another window is just reading."""
FULL = "free some space, then save again; what was saved before is intact."
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")


def write_whole(path: Path, content: bytes, before: Callable[[], None] | None = None) -> None:
    """Replace a file's content, durably; `before` runs when the new content is on the disk.

    Raises LibraryUnwritable; the old content is then still there. The file is its owner's only.
    """
    try:
        private_folder(path.parent)
        draft = _drafted(path, content)
        try:
            if before is not None:
                before()
            patiently(lambda: draft.replace(path))
        finally:
            draft.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise unwritable(path.name, path.parent, error) from error


def keep_also(source: Path, target: Path) -> None:
    """Give a file a second name; a copy where the disk knows no such thing.

    The two part ways when either is written whole again. Raises LibraryUnwritable.
    """
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        write_whole(target, source.read_bytes())
        shutil.copystat(source, target)


def delete(path: Path) -> None:
    """Delete a file; nothing happens if there is none. Raises LibraryUnwritable."""
    try:
        patiently(lambda: path.unlink(missing_ok=True))
    except NotADirectoryError:
        return  # no such folder, so no such file
    except OSError as error:
        raise unwritable("the deletion", path.parent, error) from error


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it, for its owner only. One that exists stays as it is."""
    if folder.is_dir():
        return
    for missing in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(exist_ok=True)


def sweep(folder: Path, older_than_s: float = STALE_S) -> None:
    """Delete the drafts that a killed program left behind."""
    for draft in folder.glob(f".*{DRAFT}"):
        with suppress(OSError):  # somebody else was quicker, or the folder is read-only
            if time.time() - draft.stat().st_mtime > older_than_s:
                draft.unlink()


def patiently(step: Callable[[], Done], tries: int = TRIES, pause_s: float = 0.02) -> Done:
    """Do a step again, after longer and longer pauses, while it is refused permission."""
    for attempt in range(tries - 1):
        with suppress(PermissionError):
            return step()
        time.sleep(pause_s * 2**attempt)
    return step()


def beside(path: Path, word: str, at: datetime) -> Path:
    """A name nobody has yet to set a file aside under: `library.json.damaged-20261120-120000`."""
    name = path.with_name(f"{path.name}.{word}-{at:%Y%m%d-%H%M%S}")
    number = 2
    while name.exists():
        name = path.with_name(f"{path.name}.{word}-{at:%Y%m%d-%H%M%S}-{number}")
        number += 1
    return name


def is_plain_name(id: str) -> bool:
    """Whether an id can be a file's name without leaving its folder."""
    return _PLAIN_NAME.fullmatch(id) is not None


def encoded(document: Mapping[str, object], indent: int | None = None) -> bytes:
    """A document as it stands in a file: JSON in UTF-8, on one line unless indented."""
    spaces = (",", ":") if indent is None else (",", ": ")
    try:
        return json.dumps(document, ensure_ascii=False, separators=spaces, indent=indent).encode()
    except UnicodeEncodeError:  # half of a character, as some clipboards deliver
        return json.dumps(document, separators=spaces, indent=indent).encode()


def decoded(content: bytes) -> dict[str, object]:
    """The document in a file. Raises ValueError when it holds none, or one without a format."""
    try:
        document = json.loads(content)
    except RecursionError as error:
        raise ValueError("nested beyond reason") from error
    if not isinstance(document, dict):
        raise ValueError("not an object")
    format_of(document)
    return document


def unwritable(what: str, folder: Path, error: OSError) -> LibraryUnwritable:
    """What the system's refusal means for the person."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return LibraryUnwritable(f"{what} was not saved because the disk is full", FULL)
    hint = "choose a folder you may write to with --data-dir."
    return LibraryUnwritable(f"{what} was not saved because {_reason(folder, error)}", hint)


def _reason(folder: Path, error: OSError) -> str:
    match error.errno:
        case errno.EROFS:
            return f"{folder} is on a read-only disk"
        case errno.EACCES | errno.EPERM:
            return f"you may not write to {folder}"
        case errno.ENOTDIR | errno.EEXIST:
            return f"{folder} is not a folder"
        case errno.EISDIR:
            return f"there is a folder of that name in {folder}"
        case _:
            return f"the system refused it ({error.strerror})"


def _drafted(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=DRAFT, dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return draft


def sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut. Windows has no way to ask for it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:  # some network drives: the content is safe already
            raise
    finally:
        os.close(handle)
