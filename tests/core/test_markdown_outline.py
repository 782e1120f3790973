import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.competency import Competency
from storybuilder.core.markdown_outline import outline_of
from storybuilder.core.story import Part, Story
from tests.builders import story

BLANK = story("", position=7.0)


def read(text: str, *, markdown: bool = True) -> tuple[Story, ...]:
    return outline_of(text, BLANK, markdown=markdown).stories


def parts(one: Story) -> list[str]:
    return [one.text_of(part) for part in Part]


LABELLED = [
    "# The queue\n## Situation\nLate.\n## Task\nHalve it.\n## Action\nI sorted.\n## Result\nDown.",
    "# The queue\n**Situation:** Late.\n**Task**: Halve it.\n**Action** – I sorted.\n"
    "__Result__ Down.",
    "The queue\n\nSituation: Late.\nTask: Halve it.\nActions: I sorted.\nResults: Down.",
    "The queue\n\nSITUATION\nLate.\n\nTASK\nHalve it.\n\nACTION\nI sorted.\n\nRESULT\nDown.",
    "The queue\n=========\n\nS: Late.\nT: Halve it.\nA: I sorted.\nR: Down.",
    "Story 1: The queue\n\n- [S] - Late.\n- [T] - Halve it.\n- [A] - I sorted.\n- [R] - Down.",
    "1. The queue\n\n1. Situation: Late.\n2. Task: Halve it.\n3. Action: I sorted.\n"
    "4. Result: Down.",
    "Title: The queue\nSituation: Late.\nTask: Halve it.\nAction: I sorted.\nResult: Down.",
    "## The queue\n### S - Situation\nLate.\n### T (Task)\nHalve it.\n### Action:\nI sorted.\n"
    "### The Result #\nDown.",
    "# The queue\n#### Context\nLate.\n#### My role\nHalve it.\n#### What I did\nI sorted.\n"
    "#### Outcome\nDown.",
    "---\nlayout: post\n---\n# The queue\n## Situation\nLate.\n## Task\nHalve it.\n## Action\n"
    "I sorted.\n## Result\nDown.",
    "# The queue\n## Situation: Late.\n## Task: Halve it.\n## Action: I sorted.\n## Result: Down.",
]


@pytest.mark.parametrize("text", LABELLED, ids=range(len(LABELLED)))
def test_parts_are_found_by_every_common_label(text: str) -> None:
    (one,) = read(text)
    assert one.title == "The queue"
    assert parts(one) == ["Late.", "Halve it.", "I sorted.", "Down."]


SEVERAL = [
    "# Mine\n## One\n### Situation\nA.\n### Result\nB.\n## Two\n### Situation\nC.\n### Result\nD.",
    "## One\n**Situation:** A.\n**Result:** B.\n\n## Two\n**Situation:** C.\n**Result:** D.",
    "One\n\nSituation: A.\nResult: B.\n\nTwo\n\nSituation: C.\nResult: D.",
    "One\n\nSituation: A.\nResult: B.\n\n---\n\nTwo\n\nSituation: C.\nResult: D.",
    "# One\n# Situation\nA.\n# Result\nB.\n\nTwo\n\n# Situation\nC.\n# Result\nD.",
    "Title: One\nSituation: A.\nResult: B.\nTitle: Two\nSituation: C.\nResult: D.",
]


@pytest.mark.parametrize("text", SEVERAL, ids=range(len(SEVERAL)))
def test_several_stories_stand_in_one_file(text: str) -> None:
    stories = read(text)
    assert [one.title for one in stories] == ["One", "Two"]
    assert [(one.situation, one.result) for one in stories] == [("A.", "B."), ("C.", "D.")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Just words.\n\nAnd more.",
        "# A heading\n\nand text",
        "Q: Why?\nA: Because.",
        "Note: this\nGoal: that",
        "Tags: a, b",
        "The result was good.\nMy task here is done.",
    ],
)
def test_a_text_without_a_labelled_part_holds_no_story(text: str) -> None:
    assert read(text) == ()


def test_what_belongs_to_no_story_is_counted() -> None:
    text = "# Mine\n\nFor June.\nAnd July.\n\nAll true.\n\n## One\n### Situation\nA.\n"
    assert outline_of(text, BLANK).left_out == 2
    assert outline_of("# Mine\n## One\n### Situation\nA.\n", BLANK).left_out == 0


def test_dashes_and_further_headings_within_a_story_do_not_end_it() -> None:
    (one,) = read("# One\n## Situation\nA.\n\n---\n\nStill.\n\n---\n\n## Task\nB.\n### Why\nC.")
    assert (one.situation, one.task) == ("A.\n\n\nStill.", "B.\nWhy\nC.")


def test_a_heading_of_its_own_beside_the_parts_stays_with_the_part_before() -> None:
    one, two = read("# One\n## Result\nB.\n## Notes\nN.\n# Two\n## Result\nC.")
    assert (one.result, two.result) == ("B.\nNotes\nN.", "C.")


def test_a_part_that_is_labelled_twice_keeps_both_texts() -> None:
    (one,) = read("Situation: A.\nAction: One.\nAction: Two.")
    assert one.action == "One.\n\nTwo."


def test_a_line_of_tags_does_not_end_the_part_around_it() -> None:
    (one,) = read("Result: Down.\nTags: a\n\nBy half.")
    assert (one.result, one.tags) == ("Down.\n\nBy half.", ("a",))


def test_words_under_the_title_open_the_situation() -> None:
    (one,) = read("# One\nAt the depot.\n## Situation\nLate.")
    assert one.situation == "At the depot.\n\nLate."


def test_everything_else_that_is_labelled_is_taken_in_too() -> None:
    (one,) = read(
        "# One\n**When:** March 2024\n**Summary:** Halved.\n## Result\nDown.\n"
        "## Lessons learned\nSort first.\n## Must-land\n60 %\n## Tags\n- [a]\n- b; c\n"
    )
    assert (one.happened, one.headline, one.lesson) == ("March 2024", "Halved.", "Sort first.")
    assert (one.must_land, one.tags) == ("60 %", ("a", "b", "c"))


def test_competencies_of_ours_are_known_by_name_and_others_become_tags() -> None:
    ours = (
        Competency("problem_solving", "Problem solving", ""),
        Competency("conflict", "Conflict", ""),
    )
    text = "Competencies: Conflict, problem solving, Juggling\nResult: Down.\nTags: late"
    (one,) = outline_of(text, BLANK, ours).stories
    assert (one.primary_competency, one.secondary_competencies) == (
        "conflict",
        ("problem_solving",),
    )
    assert one.tags == ("late", "Juggling")


def test_markdown_is_read_as_text_and_plain_text_as_it_stands() -> None:
    text = "Result: *Down* by 60&nbsp;% \\#1"
    assert read(text)[0].result == "Down by 60\u00a0% #1"
    assert read(text, markdown=False)[0].result == "*Down* by 60&nbsp;% \\#1"


def test_a_story_is_the_blank_one_with_what_was_read() -> None:
    assert read("Result: Down.") == (story("", position=7.0, result="Down."),)


LINES = """#
# A
## Situation
Result: x
S: y
T: z
A: w
---
===
- **Task**
Title: q
Situation
***
words and words
1. Action
Tags: a,,;b
**
"""
line = st.sampled_from(LINES.split("\n"))


@given(st.lists(line, max_size=30))
def test_no_order_of_lines_loses_a_word_of_a_part_or_fails(lines: list[str]) -> None:
    outline = outline_of("\n".join(lines), BLANK)
    told = "\n".join(text for one in outline.stories for text in (one.title, *parts(one)))
    if outline.left_out == 0 and outline.stories:
        assert told.count("words and words") == lines.count("words and words")
