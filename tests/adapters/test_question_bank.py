import json
from collections import Counter
from pathlib import Path

import pytest

from storybuilder.adapters.competency_file import load_competencies
from storybuilder.adapters.question_bank import QuestionBank
from storybuilder.places import assets

FILE = assets() / "questions.json"
BANK = QuestionBank(FILE).all()
IDS = {one.id for one in load_competencies(assets() / "competencies.json")}
REQUIRED = {
    "ml-failed-in-production": ("root cause", "fix", "lesson", "prevention"),
    "ml-stakeholder-disagreed-on-model": ("listen first", "data", "compromise", "outcome"),
    "ml-unclear-requirements": ("clarified", "assumptions", "iteration"),
    "ml-explain-to-non-technical": ("analogy", "level of detail", "understanding"),
    "ml-prioritise-competing-projects": ("criteria", "alignment", "trade-off"),
    "ml-above-and-beyond": ("motive", "impact", "recognition"),
    "ml-challenging-project": ("problem", "data", "model choice", "measurable outcome"),
    "ml-performance-degraded": ("monitoring", "root cause", "mitigation", "prevention"),
    "ml-technical-decision-disagreed": ("facts", "collaboration", "learning"),
    "ml-mentored-juniors": ("sharing", "review", "growth"),
    "ml-with-non-technical-stakeholders": ("simplify", "set expectations", "impact"),
    "ml-tradeoffs-under-constraints": ("constraint", "options", "decision"),
}
"""Questions that the bank must hold, and what their key points must speak of."""


def test_the_bank_holds_the_common_questions_and_those_of_machine_learning() -> None:
    sizes = Counter(one.bank for one in BANK)
    assert sizes["common"] >= 120
    assert sizes["ml"] >= 30
    assert set(sizes) == {"common", "ml"}


@pytest.mark.parametrize("id", REQUIRED)
def test_a_required_question_speaks_of_what_it_must(id: str) -> None:
    found = next(one for one in BANK if one.id == id)
    points = " | ".join(found.key_points).lower()
    assert [word for word in REQUIRED[id] if word not in points] == []


def test_ids_and_texts_are_there_once() -> None:
    assert len({one.id for one in BANK}) == len(BANK)
    assert len({one.text.casefold() for one in BANK}) == len(BANK)


def test_every_question_says_all_that_a_question_can() -> None:
    for one in BANK:
        assert one.text.endswith((".", "?")), one.id
        assert one.assessed.endswith("."), one.id
        assert 1 <= len(one.competencies) <= 3, one.id
        assert set(one.competencies) <= IDS, one.id
        assert 3 <= len(one.key_points) <= 5, one.id
        assert 2 <= len(one.follow_ups) <= 4, one.id
        assert 1 <= one.commonness <= 5, one.id


def test_every_competency_is_chiefly_tested_by_several_common_questions() -> None:
    chief = Counter(one.competencies[0] for one in BANK if one.bank == "common")
    assert {id for id in IDS if chief[id] < 6} == set()


def test_technical_prompts_have_the_other_frame() -> None:
    problems = [one for one in BANK if one.frame == "PROBLEM"]
    assert len(problems) >= 8
    assert all("technical_depth" in one.competencies for one in problems)


def test_the_file_holds_one_question_a_line() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:-1]
    assert [json.loads(line.rstrip(","))["id"] for line in lines] == [one.id for one in BANK]


def test_the_bank_is_read_when_it_is_asked_and_only_once(tmp_path: Path) -> None:
    bank = QuestionBank(tmp_path / "questions.json")
    (tmp_path / "questions.json").write_text('[{"id": "a", "text": "Why?"}]', encoding="utf-8")
    first = bank.all()
    (tmp_path / "questions.json").unlink()
    assert bank.all() is first
