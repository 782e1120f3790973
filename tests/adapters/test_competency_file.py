from storybuilder.adapters.competency_file import load_competencies
from storybuilder.places import assets

CONTRACT = {
    *("leadership", "teamwork", "conflict", "communication", "influence", "problem_solving"),
    *("technical_depth", "ownership", "adaptability", "failure_learning", "customer_focus"),
    *("delivery", "prioritisation", "innovation", "mentoring", "integrity"),
}


def test_the_sixteen_ids_are_a_contract() -> None:
    found = load_competencies(assets() / "competencies.json")
    assert len(found) == 16
    assert {one.id for one in found} == CONTRACT


def test_each_has_words_for_people() -> None:
    assert all(one.label and one.shows for one in load_competencies(assets() / "competencies.json"))
