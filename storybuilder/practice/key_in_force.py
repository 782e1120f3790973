"""The key in force: what may be known of it on a screen, and never the key."""

from dataclasses import dataclass

from storybuilder.core.coaching.key_ending import key_ending
from storybuilder.errors import CoachKeyRefused
from storybuilder.ports import Keys


@dataclass(frozen=True, slots=True)
class KeyInForce:
    """Where the coach's key comes from, and how one knows it again."""

    source: str = ""
    """ "environment", "keyring", "file"; "" where there is none."""
    ending: str = ""
    failure: CoachKeyRefused | None = None
    """Why what is there is not used as a key."""

    @property
    def is_there(self) -> bool:
        """Whether the coach can be asked."""
        return self.source != ""

    @property
    def can_be_forgotten(self) -> bool:
        """Whether it lies where we may remove it; what is no key may lie there too."""
        return self.source in ("keyring", "file") or self.failure is not None


def key_in_force(keys: Keys) -> KeyInForce:
    """Look for the key. May wait for the person to unlock the keyring."""
    try:
        key = keys.key()
    except CoachKeyRefused as failure:
        return KeyInForce(failure=failure)
    return KeyInForce(keys.source(), key_ending(key)) if key else KeyInForce()
