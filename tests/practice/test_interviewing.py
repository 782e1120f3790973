from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.story import Part, StoryId
from storybuilder.practice.interviewing import Interviewing

ID = StoryId("s1")
FIRST, SECOND = Exchange("How many?", "Twelve."), Exchange("By when?", "Friday.")


def reopened(folder: Path) -> Interviewing:
    """As another window, or the program after a crash, finds it."""
    return Interviewing(Library(folder / "library.json").interviews)


@pytest.fixture
def interviewing(tmp_path: Path) -> Interviewing:
    return reopened(tmp_path)


def test_an_answer_is_on_disk_as_soon_as_it_is_given(
    interviewing: Interviewing, tmp_path: Path
) -> None:
    assert interviewing.so_far(ID, Part.TASK) == ()
    interviewing.answered(ID, Part.TASK, FIRST)
    assert reopened(tmp_path).so_far(ID, Part.TASK) == (FIRST,)


def test_answers_of_two_windows_follow_each_other(
    interviewing: Interviewing, tmp_path: Path
) -> None:
    interviewing.answered(ID, Part.TASK, FIRST)
    assert reopened(tmp_path).answered(ID, Part.TASK, SECOND) == (FIRST, SECOND)


def test_each_part_is_asked_and_forgotten_for_itself(interviewing: Interviewing) -> None:
    interviewing.answered(ID, Part.TASK, FIRST)
    interviewing.answered(ID, Part.RESULT, SECOND)
    interviewing.forget(ID, Part.TASK)
    assert [interviewing.so_far(ID, part) for part in (Part.TASK, Part.RESULT)] == [(), (SECOND,)]
    interviewing.forget(ID)
    assert interviewing.so_far(ID, Part.RESULT) == ()
