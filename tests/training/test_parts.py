import json
from pathlib import Path

import pytest

from storybuilder.adapters.part_model import PHRASED, PHRASING, PLAIN, PRESENCES, PartModel
from storybuilder.training.corpus import load
from storybuilder.training.parts import (
    judge_strangers,
    train_presences,
    train_taggers,
    write_presences,
)

FEW = [answer for answer in load() if answer.source in ("g", "h")]


def test_the_same_answers_train_the_same_model(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        train_taggers(FEW[:40], folder)
    for name in (PLAIN, PHRASED, PHRASING):
        assert (one / name).read_bytes() == (other / name).read_bytes()


@pytest.mark.slow
def test_a_model_trained_on_few_answers_judges_writers_it_has_not_seen(tmp_path: Path) -> None:
    told: list[str] = []
    judged = judge_strangers(FEW, told.append)
    assert told == ["fold 1: strangers are g", "fold 2: strangers are h"]
    assert {case.answer.id for case in judged} == {answer.id for answer in FEW}
    write_presences(train_presences(judged), tmp_path / PRESENCES)
    train_taggers(FEW, tmp_path)
    assert set(json.loads((tmp_path / PRESENCES).read_text())) == set("STAR")
    answer = next(answer for answer in FEW if not answer.missing)
    table = PartModel(tmp_path).table(answer.texts)
    right = sum(
        max(row, key=lambda key: row[key]) == label
        for row, label in zip(table, answer.labels, strict=True)
    )
    assert right / len(table) > 0.7
