from datetime import timedelta

import pytest

from storybuilder.core.story import Story, StoryId
from storybuilder.ui.story_rows import (
    UNTITLED,
    StoryRow,
    advice,
    headline,
    story_row,
    title_of,
)
from tests.builders import NOON, story, take

WRITTEN = {
    "situation": "Two words here now",
    "task": "Ship it",
    "action": "I led the whole team there",
    "result": "It held",
}


def row(of: Story, *takes_s: float) -> StoryRow:
    made = [
        take(f"t{i}", story_id=of.id, duration_s=length_s, recorded_at=NOON + timedelta(hours=i))
        for i, length_s in enumerate(takes_s)
    ]
    return story_row(of, made, 120)


def rows(*complete: bool) -> list[StoryRow]:
    return [row(story(**(WRITTEN if whole else {}))) for whole in complete]


@pytest.mark.parametrize(
    ("complete", "news"),
    [
        ((), "No story yet."),
        ((True,), "One story, all four parts written."),
        ((False,), "One story, still being written."),
        ((True, True), "Two stories, all four parts written."),
        ((False, False), "Two stories, still being written."),
        ((True, False, True), "Three stories, one still being written."),
        ((True,) * 10 + (False,) * 2, "12 stories, two still being written."),
    ],
)
def test_the_title_tells_how_many_stories_are_written(
    complete: tuple[bool, ...], news: str
) -> None:
    assert headline(rows(*complete)) == news


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "Five to seven cover most interviews; four to go."),
        (4, "Five to seven cover most interviews; one to go."),
        (5, "Five to seven cover most interviews."),
        (7, "Five to seven cover most interviews."),
        (8, "More than seven are hard to keep ready; archive those you would not tell."),
    ],
)
def test_five_to_seven_stories_are_enough(number: int, words: str) -> None:
    assert advice(number) == words


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ((), "nothing written yet"),
        (("situation",), "no task, action and result yet"),
        (("situation", "action"), "no task and result yet"),
        (("situation", "task", "action"), "no result yet"),
        (("situation", "task", "action", "result"), ""),
    ],
)
def test_a_row_names_the_parts_that_are_not_written(written: tuple[str, ...], note: str) -> None:
    shown = row(story(**{part: WRITTEN[part] for part in written}))
    assert shown.note == note
    assert shown.complete == (note == "")


def test_spaces_are_no_words() -> None:
    shown = row(story(**{**WRITTEN, "result": " \n"}))
    assert (shown.note, shown.split[3].seconds) == ("no result yet", 0)


@pytest.mark.parametrize(
    ("takes_s", "words"),
    [
        ((), "no take yet"),
        ((84.0,), "1 take, last 1:24"),
        ((84.0, 121.0), "2 takes, last 2:01"),
    ],
)
def test_a_row_tells_the_latest_take(takes_s: tuple[float, ...], words: str) -> None:
    assert row(story(), *takes_s).takes == words


def test_takes_of_another_story_are_not_counted() -> None:
    other = take(story_id=StoryId("s2"), duration_s=60)
    assert story_row(story("s1"), [other, take()], 120).takes == "no take yet"


def test_the_split_is_the_time_to_say_each_part() -> None:
    shown = row(story(**WRITTEN))
    assert [(part.part, part.seconds) for part in shown.split] == [
        ("situation", 2.0),
        ("task", 1.0),
        ("action", 3.0),
        ("result", 1.0),
    ]
    assert shown.seconds == 7.0


def test_what_cannot_be_said_takes_no_time() -> None:
    assert row(story(result="– 8 % … –")).seconds == 0.5


@pytest.mark.parametrize(("title", "shown"), [("", UNTITLED), ("  ", UNTITLED), (" Ward ", "Ward")])
def test_a_story_without_a_title_is_named_all_the_same(title: str, shown: str) -> None:
    assert title_of(story(title=title)) == row(story(title=title)).title == shown


def test_a_row_is_heard_as_one_sentence() -> None:
    half = row(story(title="Ward", action="I led"), 84.0)
    assert half.spoken == "Ward, no situation, task and result yet, 1 take, last 1:24"
    whole = row(story(title="Ward", **WRITTEN))
    assert whole.spoken == "Ward, all four parts written, no take yet"


def test_an_example_says_so_and_is_not_counted_among_the_persons_own() -> None:
    example = row(story("example-queue", tags=("example",), **WRITTEN))
    assert (example.note, example.example) == ("an example", True)
    assert headline([example]) == "No story of your own yet."
    assert headline([example, *rows(True)]) == "One story, all four parts written."
