from dataclasses import FrozenInstanceError

import pytest

from storybuilder.core.story import Part, Version
from tests.builders import NOON, story


def test_the_parts_are_in_the_order_they_are_told() -> None:
    assert [part.value for part in Part] == ["situation", "task", "action", "result"]


@pytest.mark.parametrize("part", list(Part))
def test_a_part_is_rewritten_and_the_others_stay(part: Part) -> None:
    before = story(situation="S", task="T", action="A", result="R")
    after = before.with_part(part, "New.")
    assert after.text_of(part) == "New."
    assert [after.text_of(one) == before.text_of(one) for one in Part].count(True) == 3
    assert before.text_of(part) != "New."


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, tuple(Part)),
        ({"task": "Ship it."}, (Part.SITUATION, Part.ACTION, Part.RESULT)),
        ({"situation": "S", "task": " \n", "action": "A", "result": "R"}, (Part.TASK,)),
        ({"situation": "S", "task": "T", "action": "A", "result": "R"}, ()),
    ],
)
def test_parts_without_words_are_missing(fields: dict[str, str], missing: tuple[Part, ...]) -> None:
    assert story(**fields).missing_parts == missing


def test_what_would_be_said_is_the_written_parts_in_order() -> None:
    told = story(result=" It held.\n", situation="It broke.", task="  ", lesson="Test.", title="X")
    assert told.spoken_text == "It broke.\nIt held."
    assert story().spoken_text == ""


def test_a_story_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        story().task = "Other."  # type: ignore[misc]


def test_a_version_does_not_print_the_words_of_its_story() -> None:
    kept = Version(kept_at=NOON, reason="before editing", story=story(task="Ada's secret."))
    assert "Ada" not in repr(kept)
