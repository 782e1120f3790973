from datetime import timedelta
from pathlib import Path

import pytest

from storybuilder.core.story import Part, StoryId
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.transcript import Transcript
from storybuilder.errors import TakeUnknown
from storybuilder.practice import Practice
from storybuilder.ui.compare_pair import Names
from storybuilder.ui.compared import (
    Compared,
    Wordless,
    compare_takes,
    present_take,
    story_of,
    takes_beside,
)
from tests.builders import NOON, spoken, story, take, voiced
from tests.fakes import write_wav
from tests.ui.still_window import practice_in

FIRST = (
    "Last spring our clinic had long queues. My task was to halve the waiting time. "
    "I measured every step and moved the check-in online."
)
SECOND = f"{FIRST} The wait fell from 40 to 15 minutes."
QUEUE = story("s1", title="The queue", must_land="The wait fell from 40 to 15 minutes.")


def kept(practice: Practice, id: str, words: str, at: int, **fields: object) -> Take:
    """A take of the story s1 with its words, and its sound unless `words` are empty."""
    given = {"story_id": StoryId("s1"), "state": TakeState.READY, **fields}
    made = take(id, recorded_at=NOON + timedelta(hours=at), **given)
    heard = spoken(words) if words else Transcript()
    practice.reviewing.files.keep(made.id, voiced(max(1.0, len(words.split()) / 2)), heard)
    write_wav(practice.reviewing.files.audio(made.id), 1.0)
    return practice.rehearsing.takes.change(id, lambda _: made)


def practised(folder: Path) -> tuple[Practice, Take, Take]:
    """The program with two takes of one story: the second one tells its result."""
    practice = practice_in(folder)
    practice.drafting.put(QUEUE)
    return practice, kept(practice, "t1", FIRST, 1), kept(practice, "t2", SECOND, 2)


def compared(practice: Practice, one: Take, other: Take) -> Compared:
    found = compare_takes(practice, one, other, takes_beside(practice, one))
    assert isinstance(found, Compared)
    return found


@pytest.mark.parametrize("turned", [False, True])
def test_the_earlier_take_is_compared_with_the_later_whichever_was_asked_for(
    tmp_path: Path, turned: bool
) -> None:
    practice, first, second = practised(tmp_path)
    found = compared(practice, *((second, first) if turned else (first, second)))
    assert (found.before.take, found.now.take) == (first, second)
    assert found.names == Names("take 1", "take 2")
    assert found.comparison.parts[-1].appeared


def test_each_take_is_held_against_its_own_question_and_story(tmp_path: Path) -> None:
    practice, _, second = practised(tmp_path)
    free = kept(practice, "t3", SECOND, 3, story_id=None)
    found = compared(practice, second, free)
    assert (found.before.story, found.now.story) == (QUEUE, None)
    assert found.before.report.drafted is not None
    assert found.now.report.drafted is None
    assert found.names == Names("the earlier take", "the later take")


@pytest.mark.parametrize(("words", "other"), [("", FIRST), (FIRST, "")])
def test_a_take_without_words_is_named(tmp_path: Path, words: str, other: str) -> None:
    practice = practice_in(tmp_path)
    one, two = kept(practice, "t1", words, 1), kept(practice, "t2", other, 2)
    assert compare_takes(practice, one, two, (one, two)) == Wordless(two if words else one)


def test_a_take_of_which_nothing_was_heard_yet_has_no_words(tmp_path: Path) -> None:
    practice, first, second = practised(tmp_path)
    (tmp_path / "takes" / "t1.words.json").unlink()
    assert compare_takes(practice, first, second, (first, second)) == Wordless(first)


def test_a_take_whose_sound_is_gone_is_compared_and_cannot_be_heard(tmp_path: Path) -> None:
    practice, first, second = practised(tmp_path)
    practice.reviewing.files.audio(first.id).unlink()
    found = compared(practice, first, second)
    assert (found.before.audible, found.now.audible) == (False, True)


def test_what_a_take_told_of_a_part_is_there_with_its_stretch(tmp_path: Path) -> None:
    practice, first, second = practised(tmp_path)
    found = compared(practice, first, second)
    ((place, words),) = found.now.passages(Part.RESULT)
    assert "".join(run.text for run in words.runs) == "The wait fell from 40 to 15 minutes."
    assert place.span is not None
    assert place.span.start_s == words.start_s
    assert found.before.passages(Part.RESULT) == []


def test_the_takes_beside_one_are_those_of_its_story(tmp_path: Path) -> None:
    practice, first, second = practised(tmp_path)
    free = kept(practice, "t3", FIRST, 3, story_id=None)
    assert takes_beside(practice, second) == (first, second)
    assert takes_beside(practice, free) == (free,)


def test_a_deleted_take_is_not_compared(tmp_path: Path) -> None:
    practice, first, _ = practised(tmp_path)
    assert present_take(practice, first.id) == first
    practice.rehearsing.delete(first.id)
    for id in (first.id, TakeId("never")):
        with pytest.raises(TakeUnknown):
            present_take(practice, id)


def test_a_take_outlives_its_story(tmp_path: Path) -> None:
    practice, first, second = practised(tmp_path)
    practice.drafting.purge(QUEUE.id)
    assert story_of(practice, first) is None
    assert compared(practice, first, second).names == Names("take 1", "take 2")
