import json

from storybuilder.adapters.competency_file import load_competencies, load_frameworks
from storybuilder.core.framework import NEUTRAL, framework_label
from storybuilder.places import assets

CONTRACT = {
    *("leadership", "teamwork", "conflict", "communication", "influence", "problem_solving"),
    *("technical_depth", "ownership", "adaptability", "failure_learning", "customer_focus"),
    *("delivery", "prioritisation", "innovation", "mentoring", "integrity"),
}
COMPETENCIES = load_competencies(assets() / "competencies.json")
FRAMEWORKS = load_frameworks(assets() / "frameworks.json", COMPETENCIES)


def test_the_sixteen_ids_are_a_contract() -> None:
    assert len(COMPETENCIES) == 16
    assert {one.id for one in COMPETENCIES} == CONTRACT


def test_each_has_words_for_people_indicators_and_cues() -> None:
    for one in COMPETENCIES:
        assert one.label
        assert one.shows
        assert one.definition.endswith(".")
        assert len(one.indicators) >= 4
        assert len(set(one.cues)) == len(one.cues) >= 10
        assert all(cue == cue.lower() for cue in one.cues)


def test_the_file_holds_one_competency_a_line() -> None:
    lines = (assets() / "competencies.json").read_text(encoding="utf-8").splitlines()[1:-1]
    assert [json.loads(line.rstrip(","))["id"] for line in lines] == [
        one.id for one in COMPETENCIES
    ]


def test_the_employers_of_the_design_are_there_with_all_their_items() -> None:
    assert {one.id: len(one.items) for one in FRAMEWORKS} == {
        NEUTRAL: 16,
        "amazon": 16,
        "google": 4,
        "meta": 6,
        "microsoft": 13,
        "nace": 8,
        "civil_service": 9,
    }
    assert FRAMEWORKS[0].id == NEUTRAL


def test_every_framework_says_where_its_names_were_read() -> None:
    assert all(one.source and one.name for one in FRAMEWORKS)


def test_every_item_names_competencies_that_there_are_and_each_once() -> None:
    for framework in FRAMEWORKS:
        ids = [item.id for item in framework.items]
        assert len(set(ids)) == len(ids)
        for item in framework.items:
            assert item.label
            assert item.meaning.endswith(".")
            assert item.competencies
            assert set(item.competencies) <= CONTRACT
            assert len(set(item.competencies)) == len(item.competencies)


def test_no_framework_gives_two_competencies_one_label() -> None:
    for framework in FRAMEWORKS:
        labels = {framework_label(framework, one) for one in COMPETENCIES}
        assert len(labels) == 16, framework.id


def test_amazon_delivers_results() -> None:
    amazon = next(one for one in FRAMEWORKS if one.id == "amazon")
    delivery = next(one for one in COMPETENCIES if one.id == "delivery")
    assert framework_label(amazon, delivery) == "Deliver Results"
