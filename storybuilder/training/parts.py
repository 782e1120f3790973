"""Training the model of parts, and measuring it on writers it has not seen.

Folds are whole files of the corpus: each file is one writer's, so a figure says how the model does
on a stranger of that kind. Presence is learned from the same folds: the tables that it sees in
training come from models which have not seen the answer, as in use.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from storybuilder.adapters.part_model import (
    PHRASED,
    PHRASING,
    PLAIN,
    PRESENCES,
    PartModel,
    write_phrasing,
)
from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.features import features_of
from storybuilder.core.parts.phrasing import Phrasing
from storybuilder.core.parts.presence import Presence, Table, cues_of, evidence_of
from storybuilder.training.corpus import Answer
from storybuilder.training.phrasings import phrasings_of_strangers, train_phrasing
from storybuilder.training.variations import variations, without

SEED = 7
FOLDS = 7
PARAMETERS = {
    "c1": 0.5,
    "c2": 4.0,
    "max_iterations": 100,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}
LEAST = 0.12
"""How sure presence must be. Low: telling somebody that a part is missing which they told costs
more trust than leaving a hole unmentioned."""
STRENGTH = 0.05
"""Inverse regularisation of presence: strong, as strangers differ from the corpus."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An answer, or one with a part left out, and the table of a model that has not seen it."""

    answer: Answer
    left_out: str
    """The letter of the part left out; empty for the answer as it is."""
    texts: tuple[str, ...]
    labels: str
    table: Table


def train_taggers(answers: Sequence[Answer], folder: Path) -> None:
    """Learn phrasing and both CRFs from answers and variations; the same answers, the same files.

    The second CRF sees each answer through a phrasing that has not seen its writer.
    """
    _train(answers, dict.fromkeys(answer.source for answer in answers), folder / PLAIN)
    _train(answers, phrasings_of_strangers(answers), folder / PHRASED)
    write_phrasing(train_phrasing(answers), folder / PHRASING)


def _train(answers: Sequence[Answer], phrasings: Mapping[str, Phrasing | None], path: Path) -> None:
    import pycrfsuite

    chance, trainer = Random(SEED), pycrfsuite.Trainer(verbose=False)
    for answer in answers:
        for texts, labels in variations(answer.texts, answer.labels, chance):
            trainer.append(features_of(texts, phrasings[answer.source]), list(labels))
    trainer.set_params(PARAMETERS)
    trainer.train(str(path))


def judge_strangers(answers: Sequence[Answer], tell: Callable[[str], None]) -> list[Judged]:
    """Every answer through a model that saw neither it nor its writer."""
    sources = sorted({answer.source for answer in answers})
    judged = []
    for fold in range(min(FOLDS, len(sources))):
        held = set(sources[fold::FOLDS])
        tell(f"fold {fold + 1}: strangers are {', '.join(sorted(held))}")
        with TemporaryDirectory() as folder:
            train_taggers([a for a in answers if a.source not in held], Path(folder))
            (Path(folder) / PRESENCES).write_text("{}", encoding="utf-8")
            model = PartModel(Path(folder))
            for answer in answers:
                if answer.source in held:
                    judged += _judged(answer, model)
    return judged


def train_presences(judged: Sequence[Judged]) -> dict[str, Presence]:
    """Learn each part's presence from answers with and without it."""
    evidence = [evidence_of(case.table, case.texts, cues_of(case.texts)) for case in judged]
    return {
        part: _presence([part in case.labels for case in judged], evidence) for part in LABELS[:4]
    }


def write_presences(presences: dict[str, Presence], path: Path) -> None:
    """Write them as readable JSON."""
    document = {
        label: {
            "bias": round(presence.bias, 4),
            "weights": [round(weight, 4) for weight in presence.weights],
            "least": presence.least,
        }
        for label, presence in presences.items()
    }
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def _judged(answer: Answer, model: PartModel) -> list[Judged]:
    told = [("", (answer.texts, answer.labels))]
    if not answer.missing:
        told += [(part, without(part, answer.texts, answer.labels)) for part in LABELS[:4]]
    return [
        Judged(answer, left_out, texts, labels, model.table(texts))
        for left_out, (texts, labels) in told
        if texts
    ]


def _presence(told: Sequence[bool], evidence: Sequence[Sequence[float]]) -> Presence:
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(evidence)
    learned: Any = LogisticRegression(C=STRENGTH, max_iter=3000, class_weight="balanced")
    learned.fit(scaler.transform(evidence), told)
    weights = learned.coef_[0] / scaler.scale_
    bias = learned.intercept_[0] - (weights * scaler.mean_).sum()
    return Presence(float(bias), tuple(float(weight) for weight in weights), LEAST)
