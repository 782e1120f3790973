from pathlib import Path

from storybuilder.adapters.outcome_model import (
    OUTCOMES,
    OutcomeModel,
    read_outcomes,
    write_outcomes,
)
from storybuilder.core.quantities.outcome import Outcomes

MODEL = Outcomes(-1.5, {"a0=£": 0.25, "b0=by": 2.0}, 0.4)


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_outcomes(MODEL, tmp_path / OUTCOMES)
    assert read_outcomes(tmp_path / OUTCOMES) == MODEL


def test_weights_are_written_in_order_one_a_line(tmp_path: Path) -> None:
    write_outcomes(Outcomes(0.0, {"b": 1.0, "a": 2.0}, 0.5), tmp_path / OUTCOMES)
    lines = (tmp_path / OUTCOMES).read_text(encoding="utf-8").splitlines()
    assert lines.index('"a": 2.0,') + 1 == lines.index('"b": 1.0')


def test_the_file_is_read_when_first_asked_for_and_once(tmp_path: Path) -> None:
    model = OutcomeModel(tmp_path)
    write_outcomes(MODEL, tmp_path / OUTCOMES)
    first = model()
    (tmp_path / OUTCOMES).unlink()
    assert model() is first
