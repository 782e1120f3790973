from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from storybuilder.adapters.competency_model import (
    COMPETENCIES,
    CompetencyModel,
    read_weights,
    write_weights,
)
from storybuilder.core.suggesting.weights import Weights

MODEL = Weights(
    {"conflict": -1.5, "delivery": -1.0},
    {"bös": {"conflict": 0.25}, "deadlin": {"conflict": -0.5, "delivery": 2.0}},
)


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_weights(MODEL, tmp_path / COMPETENCIES)
    assert read_weights(tmp_path / COMPETENCIES) == MODEL


def test_features_are_written_in_order_one_a_line(tmp_path: Path) -> None:
    write_weights(MODEL, tmp_path / COMPETENCIES)
    lines = (tmp_path / COMPETENCIES).read_text(encoding="utf-8").splitlines()
    assert lines.index('"bös": [0,0.25],') + 1 == lines.index('"deadlin": [0,-0.5,1,2.0]')


def test_the_file_is_read_when_first_asked_for_and_once(tmp_path: Path) -> None:
    model = CompetencyModel(tmp_path)
    write_weights(MODEL, tmp_path / COMPETENCIES)
    first = model("a deadline")
    (tmp_path / COMPETENCIES).unlink()
    assert model("a deadline") == first
    assert first[0].id == "delivery"


def test_several_threads_may_ask_at_once(tmp_path: Path) -> None:
    write_weights(MODEL, tmp_path / COMPETENCIES)
    model = CompetencyModel(tmp_path)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(model, ["a deadline"] * 20))
    assert found == [model("a deadline")] * 20
