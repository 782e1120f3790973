from pathlib import Path

import pytest

from storybuilder.core.story import Part, StoryId
from storybuilder.errors import StoryUnknown
from storybuilder.practice.shortening import Shortening
from tests.ui.still_window import practice_in


@pytest.fixture
def shortening(tmp_path: Path) -> Shortening:
    return practice_in(tmp_path).shortening


def test_a_choice_is_on_disk_and_can_be_taken_back(shortening: Shortening) -> None:
    id = shortening.drafting.start(action="I ran. I sat.", task="Fix it.").id
    found = shortening.mark(id, "I sat.", True)
    assert found.sentences[Part.ACTION] == ("I ran.", "I sat.")
    assert (found.short.action, found.short.task) == ("I ran.", "Fix it.")
    assert shortening.drafting.story(id).long_only == ("I sat.",)
    assert shortening.mark(id, "I sat.", False).short.action == "I ran. I sat."
    assert shortening.drafting.story(id).long_only == ()


def test_choosing_changes_no_word_of_the_draft(shortening: Shortening) -> None:
    before = shortening.drafting.start(action="I ran. I sat.")
    shortening.mark(before.id, "I sat.", True)
    assert shortening.lengths(before.id).story.action == before.action


def test_a_story_that_is_gone_is_told(shortening: Shortening) -> None:
    with pytest.raises(StoryUnknown):
        shortening.lengths(StoryId("gone"))
