import json
from pathlib import Path

import pytest

from storybuilder.adapters.part_model import PRESENCES, TAGGER, PartModel
from storybuilder.training.corpus import load
from storybuilder.training.parts import (
    judge_strangers,
    train_presences,
    train_tagger,
    write_presences,
)

FEW = [answer for answer in load() if answer.source in ("g", "h")]


def test_the_same_answers_train_the_same_model(tmp_path: Path) -> None:
    for name in ("one", "other"):
        train_tagger(FEW[:40], tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.slow
def test_a_model_trained_on_few_answers_judges_writers_it_has_not_seen(tmp_path: Path) -> None:
    told: list[str] = []
    judged = judge_strangers(FEW, told.append)
    assert told == ["fold 1: strangers are g", "fold 2: strangers are h"]
    assert {case.answer.id for case in judged} == {answer.id for answer in FEW}
    write_presences(train_presences(judged), tmp_path / PRESENCES)
    train_tagger(FEW, tmp_path / TAGGER)
    assert set(json.loads((tmp_path / PRESENCES).read_text())) == set("STAR")
    answer = next(answer for answer in FEW if not answer.missing)
    table = PartModel(tmp_path).table(answer.texts)
    right = sum(
        max(row, key=lambda key: row[key]) == label
        for row, label in zip(table, answer.labels, strict=True)
    )
    assert right / len(table) > 0.7
