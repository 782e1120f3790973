"""The key in force: where from, how it ends, and nothing else of it."""

from pathlib import Path

import pytest

from storybuilder.adapters.coach_key import VARIABLE, CoachKey
from storybuilder.practice.key_in_force import KeyInForce, key_in_force

KEY = "sk-ant-0123456789abcdef"


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CoachKey:
    monkeypatch.delenv(VARIABLE, raising=False)
    return CoachKey(tmp_path / "coach_key")


def test_without_a_key_there_is_nothing_to_tell(keys: CoachKey) -> None:
    assert key_in_force(keys) == KeyInForce()
    assert not key_in_force(keys).is_there


def test_a_kept_key_can_be_forgotten(keys: CoachKey) -> None:
    keys.keep(KEY, in_file=True)
    found = key_in_force(keys)
    assert (found.source, found.ending, found.can_be_forgotten) == ("file", "…cdef", True)
    assert KEY[:-4] not in repr(found)


def test_a_key_of_the_environment_cannot_be_forgotten_here(
    keys: CoachKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, KEY)
    found = key_in_force(keys)
    assert (found.source, found.is_there, found.can_be_forgotten) == ("environment", True, False)


def test_what_is_no_key_says_why_and_can_be_removed(keys: CoachKey, tmp_path: Path) -> None:
    keys.keep(KEY, in_file=True)
    (tmp_path / "coach_key").write_text("two words")
    found = key_in_force(keys)
    assert "a space" in str(found.failure)
    assert (found.is_there, found.can_be_forgotten) == (False, True)
