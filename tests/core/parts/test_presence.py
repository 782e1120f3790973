import pytest

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.presence import Presence, cues_of, evidence_of

TEXTS = ["We were late.", "My task was to finish.", "I called."]

TASK = 11
"""Where the evidence of the task begins: eleven figures speak of the situation."""


def table(task: float) -> list[dict[str, float]]:
    rest = (1 - task) / 4
    sure = {label: task if label == "T" else rest for label in LABELS}
    even = dict.fromkeys(LABELS, 0.2)
    return [even, sure, even]


def evidence(rows: list[dict[str, float]], texts: list[str]) -> tuple[float, ...]:
    return evidence_of(rows, texts, cues_of(texts))


def test_the_surer_the_best_sentence_the_stronger_the_evidence() -> None:
    strong, weak = (evidence(table(task), TEXTS) for task in (0.9, 0.3))
    assert strong[TASK] > weak[TASK]
    assert strong[TASK + 1] == 0.9


def test_a_certain_model_gives_bounded_evidence() -> None:
    assert max(evidence(table(1.0), TEXTS)) < 10
    assert min(evidence(table(0.0), TEXTS)) > -10


def test_one_sentence_is_enough_for_evidence() -> None:
    assert len(evidence(table(0.5)[:1], TEXTS[:1])) == len(evidence(table(0.5), TEXTS))


def test_extreme_evidence_is_a_probability() -> None:
    assert Presence(1e9, (), 0.5).probability(()) == pytest.approx(1.0)
    assert Presence(-1e9, (), 0.5).probability(()) == pytest.approx(0.0)
