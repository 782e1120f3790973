from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.competency import next_choice, next_chosen
from tests.builders import story

IDS = ["leadership", "teamwork", "conflict"]


def test_the_first_one_added_is_the_primary() -> None:
    first = next_choice(story(), "teamwork")
    assert first.primary_competency == "teamwork"
    assert next_choice(first, "conflict").secondary_competencies == ("conflict",)


def test_a_click_on_another_makes_it_the_primary() -> None:
    both = story(primary_competency="teamwork", secondary_competencies=("conflict",))
    after = next_choice(both, "conflict")
    assert (after.primary_competency, after.secondary_competencies) == ("conflict", ("teamwork",))


def test_a_click_on_the_primary_takes_it_away_and_the_next_takes_its_place() -> None:
    both = story(primary_competency="teamwork", secondary_competencies=("conflict",))
    after = next_choice(both, "teamwork")
    assert (after.primary_competency, after.secondary_competencies) == ("conflict", ())
    assert next_choice(after, "conflict").primary_competency is None


@given(st.lists(st.sampled_from(IDS), max_size=20))
def test_no_competency_is_there_twice_and_others_need_a_primary(clicks: list[str]) -> None:
    told = story()
    for click in clicks:
        told = next_choice(told, click)
    shown = [told.primary_competency, *told.secondary_competencies]
    assert len(set(shown)) == len(shown)
    assert told.primary_competency is not None or not told.secondary_competencies


def test_clicks_add_then_lead_then_take_away() -> None:
    assert next_chosen((), "teamwork") == ("teamwork",)
    assert next_chosen(("teamwork",), "conflict") == ("teamwork", "conflict")
    assert next_chosen(("teamwork", "conflict"), "conflict") == ("conflict", "teamwork")
    assert next_chosen(("conflict", "teamwork"), "conflict") == ("teamwork",)
