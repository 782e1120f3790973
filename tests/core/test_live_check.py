import pytest

from storybuilder.core.live_check import check_draft
from storybuilder.core.ownership import Ownership
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from tests.builders import story

LIMITS = Thresholds()


def test_an_empty_draft_misses_every_part() -> None:
    check = check_draft(story(), 140, LIMITS)
    assert (check.words, check.seconds) == (0, 0)
    assert {part.verdict for part in check.parts.values()} == {"missing"}


def test_words_are_timed_at_the_set_pace() -> None:
    check = check_draft(story(action="word " * 70), 140, LIMITS)
    assert check.seconds == check.parts[Part.ACTION].seconds == pytest.approx(30)


def test_shares_wait_until_every_part_has_words() -> None:
    alone = check_draft(story(situation="word " * 60), 140, LIMITS)
    assert alone.parts[Part.SITUATION].verdict == "ok"
    full = story(situation="word " * 60, task="word " * 12, action="word " * 50, result="w " * 30)
    assert check_draft(full, 140, LIMITS).parts[Part.SITUATION].verdict == "heavy"


def test_a_short_part_is_thin() -> None:
    check = check_draft(story(result="It worked."), 140, LIMITS)
    assert check.parts[Part.RESULT].verdict == "thin"


def test_figures_belong_to_the_part_they_are_written_in() -> None:
    check = check_draft(story(task="Get under 12 %.", result="It is 8 %."), 140, LIMITS)
    assert [q.text for q in check.parts[Part.TASK].quantities] == ["12 %"]
    assert [q.text for q in check.parts[Part.RESULT].quantities] == ["8 %"]


def test_a_draft_is_not_asked_which_figures_are_outcomes() -> None:
    check = check_draft(story(result="Sales rose by 8 %."), 140, LIMITS)
    assert [q.is_result for q in check.parts[Part.RESULT].quantities] == [False]


def test_only_the_action_shows_who_acted() -> None:
    check = check_draft(story(situation="We were two.", action="I asked. We went."), 140, LIMITS)
    assert check.ownership == Ownership(1, 1)
