from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.core.example import is_example
from storybuilder.core.story import Story
from storybuilder.errors import TextUnreadable
from storybuilder.practice.beginning import Beginning
from tests.ui.still_window import practice_in

TEXT = (
    "Two weeks\r\n\r\nSituation: We were late.\r\nTask: Fix it.\r\nAction: I ran.\r\nResult: 5 %."
)


@pytest.fixture
def beginning(tmp_path: Path) -> Beginning:
    return practice_in(tmp_path).beginning


def listed(beginning: Beginning) -> list[str]:
    return [story.title for story in beginning.drafting.listed()]


def own(story: Story) -> Story:
    """The example, adopted."""
    return replace(story, title="Mine now", tags=())


def test_a_prompt_becomes_a_story_with_title_and_competency(beginning: Beginning) -> None:
    prompt = beginning.prompts[0]
    started = beginning.from_prompt(prompt)
    assert beginning.drafting.story(started.id) == started
    assert (started.title, started.primary_competency) == (prompt.title, prompt.competencies[0])


def test_a_competency_has_its_template_and_none_has_none(beginning: Beginning) -> None:
    found = beginning.template("conflict")
    assert found is not None
    assert found.competency == "conflict"
    assert beginning.template(None) is beginning.template("no_such_thing") is None


def test_a_pasted_text_becomes_a_story(beginning: Beginning) -> None:
    kept = beginning.keep(beginning.part(TEXT))
    assert beginning.drafting.listed() == (kept,)
    assert (kept.title, kept.situation, kept.task) == ("Two weeks", "We were late.", "Fix it.")
    assert (kept.action, kept.result) == ("I ran.", "5 %.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "nothing is written here yet"),
        (" \n", "nothing is written here yet"),
        ("- - 12 -", "there are no words in this"),
        ("a b " * 60_000, "this is far longer than one story"),
        ("a " * 20_001, "this is far longer than one story"),
    ],
)
def test_a_text_that_is_no_story_is_refused_in_one_sentence(
    beginning: Beginning, text: str, told: str
) -> None:
    with pytest.raises(TextUnreadable, match=told):
        beginning.part(text)


# ---------------------------------------------------------------- examples
def test_examples_stand_after_the_persons_own_stories(beginning: Beginning) -> None:
    beginning.drafting.start(title="Mine")
    beginning.add_examples()
    titles = [example.title for example in beginning.examples]
    assert listed(beginning) == ["Mine", *titles]
    assert beginning.drafting.listed()[1].created_at == beginning.drafting.listed()[3].created_at


def test_added_twice_they_are_there_once(beginning: Beginning) -> None:
    beginning.add_examples()
    beginning.add_examples()
    assert len(beginning.drafting.listed()) == 3


def test_they_go_at_once_and_come_back_at_once(beginning: Beginning) -> None:
    beginning.drafting.start(title="Mine")
    beginning.add_examples()
    before = beginning.drafting.listed()
    gone = beginning.remove_examples()
    assert (listed(beginning), len(gone)) == (["Mine"], 3)
    beginning.restore_examples(gone)
    assert beginning.drafting.listed() == before


def test_removed_ones_are_added_again(beginning: Beginning) -> None:
    beginning.add_examples()
    beginning.remove_examples()
    beginning.add_examples()
    assert len(beginning.drafting.listed()) == 3
    assert beginning.drafting.deleted() == ()


def test_an_archived_example_is_removed_too(beginning: Beginning) -> None:
    beginning.add_examples()
    beginning.drafting.archive(beginning.examples[0].id)
    assert len(beginning.remove_examples()) == 3


def test_one_that_lost_its_mark_is_the_persons_own(beginning: Beginning) -> None:
    beginning.add_examples()
    first = beginning.drafting.listed()[0]
    beginning.drafting.revise(first, own(first))
    beginning.remove_examples()
    beginning.add_examples()
    assert listed(beginning).count("Mine now") == 1
    assert sum(is_example(story) for story in beginning.drafting.listed()) == 2


def test_without_examples_none_are_removed(beginning: Beginning) -> None:
    beginning.drafting.start(title="Mine", tags=("example",))
    assert beginning.remove_examples() == ()
