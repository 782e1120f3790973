"""The end of a key: enough to know it again, never enough to use it."""

from storybuilder.core.coaching.key_ending import LEAST, SHOWN, key_ending


def test_the_last_four_characters_are_shown() -> None:
    assert key_ending("sk-ant-0123456789abcdef") == "…cdef"


def test_nothing_is_shown_of_a_short_key() -> None:
    assert key_ending("k" * (LEAST - 1)) == "…"
    assert len(key_ending("k" * LEAST)) == 1 + SHOWN
