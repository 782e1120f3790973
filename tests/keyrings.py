"""Where a test keeps a key: a keyring like the system's, or nothing but the hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """A keyring like the system's, until the test ends."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("locked")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]


@contextmanager
def memory_keyring() -> Iterator[MemoryKeyring]:
    """Have the system's keyring be one of the test's own meanwhile."""
    before, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    try:
        yield memory
    finally:
        keyring.set_keyring(before)


@dataclass
class KeyInHand:
    """A key that nobody has to keep."""

    value: str | None = "sk-in-hand"

    def key(self) -> str | None:
        return self.value

    def keep(self, key: str, *, in_file: bool = False) -> None:
        self.value = key

    def forget(self) -> None:
        self.value = None

    def source(self) -> str:
        return "file" if self.value else ""

    def has_keyring(self) -> bool:
        return False
