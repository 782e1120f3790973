import pytest

from storybuilder.adapters.competency_file import load_competencies
from storybuilder.adapters.drafting_files import load_examples, load_prompts, load_templates
from storybuilder.core.example import is_example
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.live_check import check_draft
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.story import Part, Story
from storybuilder.core.story_prompt import grouped
from storybuilder.core.threshold import Thresholds
from storybuilder.places import assets

PROMPTS = load_prompts(assets() / "story_prompts.json")
TEMPLATES = load_templates(assets() / "templates.json")
EXAMPLES = load_examples(assets() / "examples.json")
IDS = {one.id for one in load_competencies(assets() / "competencies.json")}


def test_forty_prompts_in_groups_of_a_few_bring_every_competency() -> None:
    assert len(PROMPTS) >= 40
    assert len({one.id for one in PROMPTS}) == len({one.text for one in PROMPTS}) == len(PROMPTS)
    assert all(3 <= len(group) <= 6 for group in grouped(PROMPTS).values())
    assert {id for one in PROMPTS for id in one.competencies} == IDS


def test_every_prompt_asks_and_names_what_its_story_could_be_called() -> None:
    assert all(one.text.endswith("?") and one.title and one.competencies for one in PROMPTS)


def test_every_competency_has_one_template_with_an_idea_for_each_part() -> None:
    assert sorted(one.competency for one in TEMPLATES) == sorted(IDS)
    for one in TEMPLATES:
        assert all(one.idea_for(name) for name in (*Part, "lesson"))


def test_the_three_examples_are_marked_and_differ_in_what_they_show() -> None:
    assert len(EXAMPLES) == 3
    assert all(is_example(one) for one in EXAMPLES)
    shown = {one.primary_competency for one in EXAMPLES}
    assert len(shown) == 3
    assert shown <= IDS
    assert {id for one in EXAMPLES for id in one.secondary_competencies} <= IDS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.id)
def test_an_example_lacks_nothing(example: Story) -> None:
    assert not example.missing_parts
    texts = (example.title, example.headline, example.lesson, example.must_land, example.happened)
    assert all(texts)
    assert find_quantities(example.result)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.id)
def test_an_example_takes_two_to_three_minutes_well_shared_out(example: Story) -> None:
    limits = Thresholds()
    check = check_draft(example, 140, limits)
    assert check.seconds in DEFAULT_TARGET
    assert {one.verdict for one in check.parts.values()} == {"ok"}
    for part in Part:
        assert check.parts[part].seconds / check.seconds in limits.share_of(part)
