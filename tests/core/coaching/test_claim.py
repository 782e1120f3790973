import pytest

from storybuilder.core.coaching.claim import Claim, Mark


def test_a_claim_and_a_mark_are_values() -> None:
    claim = Claim(
        text="May", start_char=3, end_char=6, kind="date", why="unknown", question="When was it?"
    )
    assert claim == Claim(
        text="May", start_char=3, end_char=6, kind="date", why="unknown", question="When was it?"
    )
    with pytest.raises(AttributeError):
        claim.text = "June"  # type: ignore[misc]


def test_a_mark_is_unknown_unless_it_says_more() -> None:
    assert (Mark(0, 1, "name").why, Mark(0, 1, "name").unit) == ("unknown", "")
