from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.sheet import cue, printed_cues, printed_stories, spoken_length
from storybuilder.core.story import Story
from tests.builders import story

LABELS = {"ownership": "Ownership", "delivery": "Delivery"}
QUEUE = story(
    title="The queue & <b>more</b>",
    headline="Nine hundred to none.",
    situation="We had 900 tickets.\n\nNobody sorted them.",
    task="Halve it.",
    action="I sorted them by cause. Then I wrote 3 answers.",
    result="It took a month. Then the queue was down by 60 % and stayed there for a year after.",
    lesson="Sort first.",
    must_land="Sorting beats speed.",
    primary_competency="ownership",
    secondary_competencies=("delivery", "gone"),
    happened="March 2024",
)


class Read(HTMLParser):
    """The words of a page and the addresses it would load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [f"{name}={value}" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        if data.strip() and self.tags[-1] != "style":
            self.words.append(data)


def full(*stories: Story) -> Read:
    return Read(printed_stories(stories, LABELS, 140))


def cues(*stories: Story) -> Read:
    return Read(printed_cues(stories, LABELS, 140))


def test_a_story_is_printed_with_all_that_was_written() -> None:
    words = full(QUEUE).words
    assert words == [
        "Stories",
        "The queue & <b>more</b>",
        "Ownership, Delivery, gone · March 2024 · 0:16 spoken",
        "Nine hundred to none.",
        "Sorting beats speed.",
        "Situation",
        "We had 900 tickets.\n\nNobody sorted them.",
        "Task",
        "Halve it.",
        "Action",
        "I sorted them by cause. Then I wrote 3 answers.",
        "Result",
        QUEUE.result,
        "Lesson",
        "Sort first.",
    ]


def test_the_day_sheet_holds_cues_alone() -> None:
    assert cues(QUEUE).words == [
        "Stories at a glance",
        "Stories at a glance",
        "The queue & <b>more</b>",
        "Ownership, Delivery, gone · 0:16 spoken",
        "Sorting beats speed.",
        "S", "We had 900 tickets.",
        "T", "Halve it.",
        "A", "Then I wrote 3 answers.",
        "R", "Then the queue was down by 60 % and stayed there …",
    ]  # fmt: skip


def test_what_is_not_written_is_shown_as_such() -> None:
    assert full(story()).words.count("not written yet") == 4
    assert "Untitled story" in full(story()).words
    assert cues(story()).words.count("–") == 4


def test_each_story_has_a_page_of_its_own_and_cues_share_one() -> None:
    assert "break-after: page" in printed_stories([QUEUE], {}, 140)
    assert "break-after: page" not in printed_cues([QUEUE], {}, 140)
    assert full(QUEUE, QUEUE).tags.count("article") == cues(QUEUE, QUEUE).tags.count("article") == 2


def test_without_stories_the_sheet_says_so() -> None:
    assert full().words == ["Stories", "No story yet."]


@given(st.text())
def test_no_text_becomes_markup_or_loads_anything(text: str) -> None:
    plain, told = (
        story(),
        story(**dict.fromkeys(("title", "situation", "must_land", "lesson"), text)),
    )
    for drawn in (full, cues):
        assert set(drawn(told).tags) <= {*drawn(plain).tags, "h3", "p"}
        assert drawn(told).loads == []
    printed_stories([told], {}, 140).encode()


HOSTILE = ["<script>alert(1)</script>", "</style><img src=x>", "\"'><svg onload=1>", "&lt;b&gt;"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_was_written(text: str) -> None:
    assert text in full(story(title=text)).words
    assert text in full(story(title="x", primary_competency=text, happened="y")).words[2]


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("", ""),
        ("Halve it.", "Halve it."),
        ("We had time. It took 3 weeks!", "It took 3 weeks!"),
        ("one two three four five six seven eight nine ten eleven", None),
        ("one two three four five six seven eight nine ten eleven twelve",
         "one two three four five six seven eight nine ten eleven …"),
        ("a b c d e f g h i j k l m 9 n o p q", "… f g h i j k l m 9 n o …"),
        ("a b c d e f g h i j k l m 9", "… d e f g h i j k l m 9"),
    ],
)  # fmt: skip
def test_a_cue_is_short_and_holds_the_figure(text: str, brief: str | None) -> None:
    assert cue(text) == (text if brief is None else brief)


@pytest.mark.parametrize(
    ("words", "told"), [(0, "0:00"), (2, "0:01"), (120, "1:00"), (250, "2:05")]
)
def test_length_is_told_in_minutes_and_seconds(words: int, told: str) -> None:
    assert spoken_length("word " * words, 120) == told
