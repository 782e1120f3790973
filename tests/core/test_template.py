import pytest

from storybuilder.core.template import Template

TEMPLATE = Template(
    competency="conflict", situation="Who.", task="What.", action="How.", result="So?", lesson="Hm."
)


@pytest.mark.parametrize(("name", "idea"), [("situation", "Who."), ("lesson", "Hm.")])
def test_each_part_has_its_idea(name: str, idea: str) -> None:
    assert TEMPLATE.idea_for(name) == idea


@pytest.mark.parametrize("name", ["title", "headline", "competency"])
def test_what_every_story_writes_alike_has_none(name: str) -> None:
    assert TEMPLATE.idea_for(name) == ""
