"""The coach: who answers, what it is told, its key, and the record of what was sent."""

from collections.abc import Callable
from typing import Protocol

from storybuilder.core.coaching.help import Help
from storybuilder.core.coaching.prompt import FoundPrompt
from storybuilder.core.coaching.request import Reply, Request
from storybuilder.core.coaching.sent import Outcome, Sent
from storybuilder.ports.job import Stopped


class Coach(Protocol):
    """A language model somewhere else. What it says is never believed without a check."""

    def address(self) -> str:
        """The host that a call goes to. Quick."""
        ...

    def warm(self) -> None:
        """Load what a call needs, so that the first one begins at once. Nothing is sent. Slow."""
        ...

    def check(self, model: str) -> None:
        """Ask whether key, address and model are right; nothing of the person is sent.

        Raises what `ask` raises.
        """
        ...

    def ask(self, request: Request, heard: Callable[[str], None], stopped: Stopped) -> Reply | None:
        """Send exactly this request; None if `stopped()` said so.

        `heard` is told each piece of the answer as it comes, from the worker's thread. Every wait
        has an end. Raises CoachKeyMissing, CoachKeyRefused, CoachBusy, CoachUnreachable,
        CoachRefused or CoachAnswerUnusable.
        """
        ...


class Prompts(Protocol):
    """What the coach is told, in files."""

    def prompt(self, help: Help) -> FoundPrompt:
        """The prompt in force: the person's own where it is fit, else the one we carry."""
        ...


class SentLog(Protocol):
    """What left this computer and when: the person's record, read and cleared by the person.

    `note`, `end` and `clear` raise LibraryUnwritable or LibraryBusy.
    """

    def note(self, sent: Sent) -> None:
        """Write down a call before it is made; it is on the disk when this returns."""
        ...

    def end(self, id: str, outcome: Outcome) -> None:
        """Write down what became of it."""
        ...

    def all(self) -> tuple[Sent, ...]:
        """Every call that was written down, newest first. Raises LibraryUnreadable."""
        ...

    def clear(self) -> None:
        """Forget all of them."""
        ...


class Keys(Protocol):
    """Where the key of the coach's service is kept. Nothing of it ever reaches a log."""

    def key(self) -> str | None:
        """The key in force; None where there is none. Raises CoachKeyRefused for a damaged one."""
        ...

    def keep(self, key: str, *, in_file: bool = False) -> None:
        """Keep a key in the system's keyring, or, only if `in_file`, in a file for you alone.

        Raises CoachKeyRefused for what cannot be a key, KeyringMissing when there is no keyring
        and `in_file` is not set, LibraryUnwritable.
        """
        ...

    def forget(self) -> None:
        """Remove what was kept; a key in the environment is not ours to remove."""
        ...

    def source(self) -> str:
        """Where the key in force comes from: "environment", "keyring", "file" or ""."""
        ...

    def has_keyring(self) -> bool:
        """Whether this system has a keyring that keeps secrets."""
        ...
