import pytest

from storybuilder.core.duplicate import duplicate_of
from tests.builders import story

QUEUE = story(
    "s1",
    title="The queue",
    situation="We had nine hundred open tickets and nobody had sorted a single one of them.",
    action="I sorted them by cause, wrote answers for three causes, and closed those first.",
)


@pytest.mark.parametrize("title", ["The queue", "  the  QUEUE "])
def test_the_same_story_is_found_under_another_id(title: str) -> None:
    again = story("s9", title=title, situation=QUEUE.situation, action=QUEUE.action)
    assert duplicate_of(again, [story("s2", title="The audit"), QUEUE]) == QUEUE


def test_a_few_corrected_words_make_no_other_story() -> None:
    again = story("s9", title="The queue", situation=QUEUE.situation, action=QUEUE.action + " So.")
    assert duplicate_of(again, [QUEUE]) == QUEUE


@pytest.mark.parametrize(
    ("title", "action"), [("The queues", QUEUE.action), ("The queue", "Something else was done.")]
)
def test_another_title_or_text_is_another_story(title: str, action: str) -> None:
    other = story("s9", title=title, situation=QUEUE.situation, action=action)
    assert duplicate_of(other, [QUEUE]) is None


def test_two_stories_of_one_title_without_any_text_are_the_same() -> None:
    assert duplicate_of(story("s9", title="New"), [story("s1", title="New")]) is not None
    assert duplicate_of(story("s9", title="New"), [QUEUE]) is None


@pytest.mark.parametrize(("kept", "found"), [(17, True), (16, False)])
def test_words_in_common_count_from_the_share_on(kept: int, found: bool) -> None:
    words = [f"word{n}" for n in "abcdefghijklmnopqrst"]
    one = story("s1", task=" ".join(words))
    other = story("s2", task=" ".join(words[:kept] + ["new"] * (20 - kept)))
    assert (duplicate_of(other, [one]) is not None) is found
