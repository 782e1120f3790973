"""The learned model of parts: a linear-chain CRF, the phrasing it sees, the presence of parts."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.features import features_of
from storybuilder.core.parts.hint import Hint
from storybuilder.core.parts.labelling import decide
from storybuilder.core.parts.phrasing import Phrasing
from storybuilder.core.parts.presence import Presence
from storybuilder.core.sentence import LabelledSentence, Sentence

TAGGER, PHRASING, PRESENCES = "parts.crfsuite", "phrasing.json", "presences.json"


class PartModel:
    """ports.Labeller over the three files that training writes; loaded when first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: tuple[Any, Phrasing] | None = None
        self._presences: Mapping[str, Presence] = {}
        self._one = Lock()  # a tagger holds one answer at a time

    def label(
        self, sentences: Sequence[Sentence], hints: Sequence[Hint] = ()
    ) -> tuple[LabelledSentence, ...]:
        """The part that each sentence of one answer tells."""
        table = self.table([sentence.text for sentence in sentences])
        return decide(sentences, table, self._presences, hints)

    def table(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """For each sentence, how likely each label is."""
        with self._one:
            tagger, phrasing = self._loaded()
            tagger.set(features_of(texts, phrasing))
            return [
                {label: tagger.marginal(label, at) for label in LABELS} for at in range(len(texts))
            ]

    def _loaded(self) -> tuple[Any, Phrasing]:
        if self._model is None:
            import pycrfsuite

            self._presences = _presences(self._folder / PRESENCES)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(self._folder / TAGGER))
            self._model = tagger, _phrasing(self._folder / PHRASING)
        return self._model


def write_phrasing(phrasing: Phrasing, path: Path) -> None:
    """Write what was learned as JSON, a phrase a line."""
    rows = {"": phrasing.bias, **dict(sorted(phrasing.weights.items()))}
    lines = (f"{json.dumps(phrase)}: {json.dumps(row)}" for phrase, row in rows.items())
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _phrasing(path: Path) -> Phrasing:
    rows = json.loads(path.read_text(encoding="utf-8"))
    bias = tuple(rows.pop(""))
    return Phrasing(bias, {phrase: tuple(row) for phrase, row in rows.items()})


def _presences(path: Path) -> Mapping[str, Presence]:
    document = json.loads(path.read_text(encoding="utf-8"))
    return {
        label: Presence(entry["bias"], tuple(entry["weights"]), entry["least"])
        for label, entry in document.items()
    }
