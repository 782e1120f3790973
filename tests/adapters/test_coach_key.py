"""The key: where it comes from, where it is kept, and that nobody else gets to see it."""

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as NullKeyring

from storybuilder.adapters.coach_key import LONGEST, VARIABLE, CoachKey, checked
from storybuilder.errors import CoachKeyRefused, KeyringMissing
from tests.keyrings import MemoryKeyring, memory_keyring

KEY = "sk-ant-0123456789abcdef"
OTHER = "sk-ant-another-key-4711"


@pytest.fixture(autouse=True)
def system() -> Iterator[MemoryKeyring]:
    """The system's keyring for this test."""
    with memory_keyring() as memory:
        yield memory


@pytest.fixture(autouse=True)
def no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)


@pytest.fixture
def keys(tmp_path: Path) -> CoachKey:
    return CoachKey(tmp_path / "data" / "coach_key")


def test_at_first_there_is_none(keys: CoachKey) -> None:
    assert (keys.key(), keys.source()) == (None, "")


def test_the_keyring_keeps_it_and_no_file_does(keys: CoachKey, tmp_path: Path) -> None:
    keys.keep(f"  {KEY}\n")
    assert (keys.key(), keys.source()) == (KEY, "keyring")
    assert not (tmp_path / "data").exists() or not (tmp_path / "data" / "coach_key").exists()


def test_the_environment_goes_first(keys: CoachKey, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.keep(KEY)
    monkeypatch.setenv(VARIABLE, OTHER)
    assert (keys.key(), keys.source()) == (OTHER, "environment")


@pytest.mark.parametrize("backend", [NoKeyring, NullKeyring])
def test_without_a_keyring_it_is_kept_in_a_file_only_if_asked(
    keys: CoachKey, backend: type[KeyringBackend]
) -> None:
    keyring.set_keyring(backend())
    assert not keys.has_keyring()
    with pytest.raises(KeyringMissing, match="no keyring"):
        keys.keep(KEY)
    assert keys.key() is None
    keys.keep(KEY, in_file=True)
    assert (keys.key(), keys.source()) == (KEY, "file")


def test_the_file_is_for_its_owner_only(keys: CoachKey, tmp_path: Path) -> None:
    keys.keep(KEY, in_file=True)
    file = tmp_path / "data" / "coach_key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_may_read_is_refused(keys: CoachKey, tmp_path: Path, mode: int) -> None:
    keys.keep(KEY, in_file=True)
    (tmp_path / "data" / "coach_key").chmod(mode)
    with pytest.raises(CoachKeyRefused, match="read by others"):
        keys.key()
    assert keys.source() == ""


def test_a_key_in_the_keyring_takes_the_place_of_the_file(keys: CoachKey, tmp_path: Path) -> None:
    keys.keep(KEY, in_file=True)
    keys.keep(OTHER)
    assert (keys.key(), keys.source()) == (OTHER, "keyring")
    assert not (tmp_path / "data" / "coach_key").exists()


def test_a_forgotten_key_is_nowhere(keys: CoachKey, system: MemoryKeyring, tmp_path: Path) -> None:
    keys.keep(KEY)
    keys.keep(OTHER, in_file=True)
    keys.forget()
    assert (keys.key(), system.kept) == (None, {})
    assert not (tmp_path / "data" / "coach_key").exists()
    keys.forget()


def test_a_locked_keyring_is_as_good_as_none(keys: CoachKey, system: MemoryKeyring) -> None:
    keys.keep(KEY)
    system.locked = True
    assert keys.key() is None
    with pytest.raises(KeyringMissing):
        keys.keep(OTHER)


@pytest.mark.parametrize("key", ["", "  ", "sk-a b", "sk-a\nb", "sk-ä", "k" * (LONGEST + 1)])
def test_what_cannot_be_a_key_is_refused_before_it_is_kept(keys: CoachKey, key: str) -> None:
    with pytest.raises(CoachKeyRefused):
        keys.keep(key)
    assert keys.key() is None


@given(st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), min_size=1))
def test_a_refusal_tells_nothing_of_the_key(key: str) -> None:
    secret = f"Zanzibar{key} {key}"
    with pytest.raises(CoachKeyRefused) as refused:
        checked(secret)
    assert "Zanzibar" not in refused.value.sentence()


def test_nothing_of_it_is_logged(keys: CoachKey, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        keys.keep(KEY)
        keys.keep(KEY, in_file=True)
        assert keys.key() == KEY
        keys.forget()
    assert KEY not in caplog.text
