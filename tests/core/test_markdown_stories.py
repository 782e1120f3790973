from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.markdown_stories import (
    MARK,
    format_of_markdown,
    stories_markdown,
    stories_of_markdown,
)
from storybuilder.core.story import Story
from tests.builders import story
from tests.core.test_markdown import awkward

BLANK = story("", position=7.0)
written = st.builds(
    lambda **fields: replace(BLANK, **fields),
    title=awkward,
    situation=awkward,
    task=awkward,
    action=awkward,
    result=awkward,
    headline=awkward,
    lesson=awkward,
    must_land=awkward,
    happened=awkward,
    primary_competency=st.none() | awkward,
    secondary_competencies=st.lists(awkward, max_size=3).map(tuple),
    tags=st.lists(awkward, max_size=3).map(tuple),
    long_only=st.lists(awkward, max_size=3).map(tuple),
    archived=st.booleans(),
)
QUEUE = replace(
    BLANK,
    title="The queue",
    situation="We had 900 tickets.\n\nNobody sorted them.",
    result="Down by 60 %.",
    primary_competency="ownership",
    secondary_competencies=("delivery",),
    tags=("support", "numbers, many"),
    happened="March 2024",
)
QUEUE_WRITTEN = f"""{MARK}

# The queue

## Situation

We had 900 tickets.

Nobody sorted them.

## Result

Down by 60 %.

## Happened

March 2024

## Competency

ownership

## Other competencies

- delivery

## Tags

- support
- numbers, many
"""


@given(st.lists(written, max_size=4))
def test_any_stories_come_back_as_they_were(stories: list[Story]) -> None:
    assert stories_of_markdown(stories_markdown(stories), BLANK) == tuple(stories)


@given(written)
def test_a_story_survives_editors_that_trim_lines(one: Story) -> None:
    trimmed = "\n".join(line.rstrip() for line in stories_markdown([one]).split("\n"))
    assert stories_of_markdown(trimmed, BLANK) == (one,)


def test_a_person_can_read_what_is_written() -> None:
    assert stories_markdown([QUEUE]) == QUEUE_WRITTEN


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (QUEUE_WRITTEN, 1),
        ("\n<!-- storybuilder stories, format 2 -->\n", 2),
        (f"# Mine\n{MARK}\n", None),
        ("# The queue", None),
        ("", None),
    ],
)
def test_the_mark_says_whose_it_is_and_which_format(text: str, format: int | None) -> None:
    assert format_of_markdown(text) == format


def test_what_somebody_wrote_under_the_title_or_a_heading_of_their_own_stays() -> None:
    text = f"{MARK}\n# One\nFirst.\n## Notes\nMore.\n## Result\nDone.\n## Result\nTwice.\n"
    (read,) = stories_of_markdown(text, BLANK)
    assert read.situation == "First.\n## Notes\nMore."
    assert read.result == "Done.\nTwice."


def test_words_before_the_first_title_become_a_story() -> None:
    first, second = stories_of_markdown(f"{MARK}\nLost?\n# One\n", BLANK)
    assert (first.title, first.situation, second.title) == ("", "Lost?", "One")


def test_no_stories_are_no_stories() -> None:
    assert stories_of_markdown(stories_markdown([]), BLANK) == ()
