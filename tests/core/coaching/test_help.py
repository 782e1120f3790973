"""Every kind of help is offered in words, and has a way without a coach."""

import pytest

from storybuilder.core.coaching.help import HELP_WORDS, Help


@pytest.mark.parametrize("help", Help)
def test_every_help_says_what_it_does_and_what_does_it_without_a_coach(help: Help) -> None:
    words = HELP_WORDS[help]
    assert all((words.name, words.without))
    assert words.does.endswith(".")
