"""A request is a value: nothing can change between what was shown and what is sent."""

from dataclasses import FrozenInstanceError

import pytest

from storybuilder.core.coaching.help import Help
from storybuilder.core.coaching.request import Request


def test_what_was_previewed_cannot_change_before_it_is_sent() -> None:
    request = Request(
        help=Help.TIGHTEN,
        model="some-model",
        instructions="Shorten.",
        material="I led four people.",
        schema={"type": "object"},
        most_tokens=800,
        prompt_version="1",
    )
    with pytest.raises(FrozenInstanceError):
        request.material = "something else"  # type: ignore[misc]
