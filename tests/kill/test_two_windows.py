"""Two programs save into one library at the same time, and none of their changes is lost."""

from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from tests.kill import saving

CHANGES = 200


def run_two(kind: str, folder: Path) -> None:
    programs = [saving.start(kind, folder, name, last=CHANGES) for name in ("one", "two")]
    for program in programs:
        assert saving.finish(program)[-1] == str(CHANGES)


@pytest.mark.slow
def test_two_windows_add_takes_and_none_is_lost(tmp_path: Path) -> None:
    run_two("takes", tmp_path)
    expected = {f"{name}-{n}" for name in ("one", "two") for n in range(1, CHANGES + 1)}
    assert {str(take.id) for take in Library(tmp_path / "library.json").takes.all()} == expected


@pytest.mark.slow
def test_two_windows_change_one_story_and_no_change_is_lost(tmp_path: Path) -> None:
    run_two("count", tmp_path)
    (story,) = Library(tmp_path / "library.json").stories.all()
    assert story.position == 2 * CHANGES
