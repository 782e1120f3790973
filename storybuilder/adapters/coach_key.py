"""The key of the coach's service: from the environment, the system's keyring, or a private file.

It is never logged, and no failure tells any of it.
"""

import os
import stat
from pathlib import Path
from typing import Any

from storybuilder.adapters.whole_file import delete, write_whole
from storybuilder.errors import CoachKeyRefused, KeyringMissing

VARIABLE = "ANTHROPIC_API_KEY"
SERVICE, ACCOUNT = "storybuilder", "anthropic"
"""Under these names the keyring keeps it."""
LONGEST = 512
_NOT_SAFE = ("fail", "null", "alt")
"""Backends that keep nothing, or keep it for everybody to read (keyrings.alt)."""


class CoachKey:
    """Keeps the promise of `ports.Keys`. The first of environment, keyring and file counts."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def key(self) -> str | None:
        """The key in force; None where there is none.

        May wait for the person to unlock the keyring. Raises CoachKeyRefused for what is no key,
        or stands in a file that others may read.
        """
        return self._found()[1]

    def source(self) -> str:
        """Where the key in force comes from: "environment", "keyring", "file" or ""."""
        try:
            return self._found()[0]
        except CoachKeyRefused:
            return ""

    def keep(self, key: str, *, in_file: bool = False) -> None:
        """Keep a key. Raises CoachKeyRefused, KeyringMissing or LibraryUnwritable."""
        whole = checked(key)
        if in_file:
            write_whole(self._file, whole.encode())
            return
        if not _kept_in_keyring(whole):
            raise KeyringMissing("this system has no keyring that keeps a secret")
        delete(self._file)  # one place only: an older one could come back later

    def forget(self) -> None:
        """Remove it from keyring and file. Raises LibraryUnwritable or CoachKeyRefused."""
        delete(self._file)
        _forgotten_by_keyring()

    def has_keyring(self) -> bool:
        """Whether the system has a keyring that is safe to use. May take a second."""
        return _safe_keyring() is not None

    def _found(self) -> tuple[str, str | None]:
        if given := os.environ.get(VARIABLE, "").strip():
            return "environment", checked(given)
        if kept := _read_from_keyring():
            return "keyring", checked(kept)
        if written := _read_from_file(self._file):
            return "file", checked(written)
        return "", None


def checked(key: str) -> str:
    """A key without the white space around it. Raises CoachKeyRefused for what cannot be one."""
    whole = key.strip()
    if not whole:
        raise CoachKeyRefused("the key is empty")
    if any(not "!" <= letter <= "~" for letter in whole):
        raise CoachKeyRefused("the key has a space, a line break or a foreign character in it")
    if len(whole) > LONGEST:
        raise CoachKeyRefused(f"this is longer than any key ({len(whole)} characters)")
    return whole


def _read_from_file(file: Path) -> str:
    try:
        mode = file.stat().st_mode
        if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
            raise CoachKeyRefused(
                f"the file {file.name} can be read by others",
                f"make it yours alone with `chmod 600` on {file}, or put the key in anew.",
            )
        return file.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise CoachKeyRefused(f"the file {file.name} cannot be read") from error


def _safe_keyring() -> Any:
    """The keyring library, where its backend keeps secrets; else None."""
    import keyring

    backend = keyring.get_keyring()
    names = type(backend).__module__.split(".")
    return None if any(name in _NOT_SAFE for name in names) else keyring


def _read_from_keyring() -> str:
    keyring = _safe_keyring()
    if keyring is None:
        return ""
    try:
        return str(keyring.get_password(SERVICE, ACCOUNT) or "")
    except keyring.errors.KeyringError:  # locked, and the person did not unlock it
        return ""


def _kept_in_keyring(key: str) -> bool:
    keyring = _safe_keyring()
    if keyring is None:
        return False
    try:
        keyring.set_password(SERVICE, ACCOUNT, key)
        return bool(keyring.get_password(SERVICE, ACCOUNT) == key)
    except keyring.errors.KeyringError:
        return False


def _forgotten_by_keyring() -> None:
    keyring = _safe_keyring()
    if keyring is None or not _read_from_keyring():
        return
    try:
        keyring.delete_password(SERVICE, ACCOUNT)
    except keyring.errors.KeyringError as error:
        raise CoachKeyRefused(
            "the system's keyring would not give the key up", "remove it there by hand."
        ) from error
