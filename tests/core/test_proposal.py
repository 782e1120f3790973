import pytest

from storybuilder.core.proposal import LIKELY, Proposal, open_proposals, proposals_for
from storybuilder.core.suggestion import Suggestion
from tests.builders import story

FOUR = tuple(Proposal(id, ("words",)) for id in ("conflict", "delivery", "teamwork", "influence"))


def suggest(text: str) -> tuple[Suggestion, ...]:
    """The first three words of a text speak for a conflict."""
    spans = ((0, 2), (3, 5), (6, 8))
    return (Suggestion("conflict", LIKELY, spans), Suggestion("delivery", LIKELY - 0.01, spans))


def test_only_what_is_likely_is_proposed_with_its_most_telling_words() -> None:
    found = proposals_for(story(title="AA BB CC"), suggest)
    assert found == (Proposal("conflict", ("AA", "BB")),)


@pytest.mark.parametrize(
    "name", ["title", "headline", "situation", "task", "action", "result", "lesson"]
)
def test_every_text_of_a_story_can_speak(name: str) -> None:
    found = proposals_for(story(**{name: "AA BB CC"}), suggest)
    assert found[0].words == ("AA", "BB")


def test_the_texts_are_told_in_their_order() -> None:
    heard: list[str] = []
    proposals_for(story(lesson="L", title="T", result="R"), lambda text: heard.append(text) or ())  # type: ignore[func-returns-value]
    assert heard == ["T\nR\nL"]


def test_what_is_confirmed_is_not_proposed_again() -> None:
    chosen = story(primary_competency="delivery", secondary_competencies=("influence",))
    assert [one.id for one in open_proposals(FOUR, chosen)] == ["conflict", "teamwork"]


def test_three_are_proposed_at_most() -> None:
    assert open_proposals(FOUR, story()) == FOUR[:3]
