import json
from collections import Counter
from pathlib import Path

import pytest

from storybuilder.training.corpus import Answer, load

ANSWERS = load()


def test_the_corpus_is_as_large_and_varied_as_promised() -> None:
    assert len(ANSWERS) >= 1200
    assert len({answer.occupation.lower() for answer in ANSWERS}) >= 30
    assert {answer.style for answer in ANSWERS} == {
        *("plain", "wordy", "terse", "spoken", "non-native")
    }


def test_about_a_third_is_incomplete_in_every_way() -> None:
    incomplete = [answer for answer in ANSWERS if answer.missing]
    assert len(incomplete) / len(ANSWERS) > 0.3
    alone = Counter("".join(sorted(answer.missing)) for answer in incomplete)
    assert min(alone[part] for part in "STAR") >= 15


def test_ids_are_unique_and_answers_differ() -> None:
    assert len({answer.id for answer in ANSWERS}) == len(ANSWERS)
    assert len({" ".join(answer.texts) for answer in ANSWERS}) == len(ANSWERS)


def test_every_answer_knows_what_it_was_asked_and_what_it_shows() -> None:
    assert [answer.id for answer in ANSWERS if not (answer.question and answer.competencies)] == []


def test_every_quantity_occurs_in_its_answer() -> None:
    def absent(answer: Answer) -> bool:
        text = " ".join(answer.texts)
        listed = (*answer.outcome_quantities, *answer.other_quantities)
        return any(quantity not in text for quantity in listed)

    assert [answer.id for answer in ANSWERS if absent(answer)] == []


@pytest.mark.parametrize(
    "change",
    [{"missing": ["S"]}, {"sentences": [["We won.", "X"]]}, {"sentences": []}, {"id": None}],
)
def test_a_wrong_line_is_named(tmp_path: Path, change: dict[str, object]) -> None:
    right = {
        "id": "x1",
        "occupation": "cook",
        "style": "plain",
        "sentences": [["We were late.", "S"], ["I cooked.", "A"]],
        "missing": ["T", "R"],
        "outcome_quantities": [],
        "other_quantities": [],
    }
    wrong = right | change
    if change == {"id": None}:
        del wrong["id"]
    lines = [json.dumps(right), json.dumps(wrong)]
    (tmp_path / "x.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.jsonl, line 2"):
        load(tmp_path)
