"""Whatever was reported as saved survives a kill at any moment, and everything stays readable."""

import random
import time
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.take_files import FolderOfTakes
from storybuilder.adapters.version_files import FolderOfVersions
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId
from tests.kill import saving
from tests.kill.saver import WORDS_EACH

FOREVER = 10**6
ROUNDS = range(14)


def save_until_killed(kind: str, folder: Path, name: str, after_s: float) -> int:
    """The last number that was reported as saved."""
    program = saving.start(kind, folder, name, last=FOREVER)
    assert program.stdout is not None
    program.stdout.readline()
    time.sleep(after_s)
    program.kill()
    rest = [line for line in saving.finish(program) if line.isdigit()]
    return int(rest[-1]) if rest else 1


def moments(seed: int) -> list[float]:
    chance = random.Random(seed)
    return [chance.uniform(0.0, 0.15) for _ in ROUNDS]


@pytest.mark.slow
def test_no_saved_story_is_lost_to_a_kill(tmp_path: Path) -> None:
    saved: set[str] = set()
    for number, after_s in enumerate(moments(1)):
        last = save_until_killed("stories", tmp_path, f"run{number}", after_s)
        saved |= {f"run{number}-{n}" for n in range(1, last + 1)}
        library = Library(tmp_path / "library.json")
        assert saved <= {str(story.id) for story in library.stories.all()}
        assert (library.unreadable, library.recovered) == (0, None)


@pytest.mark.slow
def test_no_word_that_was_kept_is_lost_to_a_kill(tmp_path: Path) -> None:
    for number, after_s in enumerate(moments(2)):
        last = save_until_killed("words", tmp_path, f"t{number}", after_s)
        heard = FolderOfTakes(tmp_path / "takes").heard(TakeId(f"t{number}"))
        assert heard is not None
        voice, transcript = heard
        assert voice.duration_s >= last
        assert transcript is not None
        assert len(transcript.words) == WORDS_EACH * voice.duration_s


@pytest.mark.slow
def test_no_earlier_version_is_lost_to_a_kill(tmp_path: Path) -> None:
    for number, after_s in enumerate(moments(3)):
        last = save_until_killed("versions", tmp_path, f"s{number}", after_s)
        kept = FolderOfVersions(tmp_path / "versions").versions(StoryId(f"s{number}"))
        assert int(kept[0].reason) >= last
        assert len(kept) == min(50, int(kept[0].reason))
