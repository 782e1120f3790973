"""The learned model of parts: two linear-chain CRFs, the phrasing one sees, presence of parts.

One CRF sees cues and place alone, the other common phrases as well. The first holds better on
strangers' words, the second knows more; their mean is steadier than either.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from storybuilder.core.parts.courtesy import is_courtesy
from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.features import Features, features_of
from storybuilder.core.parts.hint import Hint
from storybuilder.core.parts.labelling import decide
from storybuilder.core.parts.phrasing import Phrasing
from storybuilder.core.parts.presence import Presence
from storybuilder.core.sentence import LabelledSentence, Sentence

PLAIN, PHRASED = "plain.crfsuite", "phrased.crfsuite"
PHRASING, PRESENCES = "phrasing.json", "presences.json"


class PartModel:
    """ports.Labeller over the files that training writes; loaded when first used."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: tuple[tuple[Any, ...], Phrasing] | None = None
        self._presences: Mapping[str, Presence] = {}
        self._one = Lock()  # each tagger holds one answer at a time

    def label(
        self, sentences: Sequence[Sentence], hints: Sequence[Hint] = ()
    ) -> tuple[LabelledSentence, ...]:
        """The part that each sentence of one answer tells.

        Thanks and hesitations tell none, and the rest is judged as if they were not there.
        """
        telling = [at for at, one in enumerate(sentences) if not is_courtesy(one.text)]
        kept = [sentences[at] for at in telling]
        table = self.table([sentence.text for sentence in kept])
        seen = [hints[at] for at in telling] if hints else ()
        found = dict(zip(telling, decide(kept, table, self._presences, seen), strict=True))
        return tuple(found.get(at, _untold(one)) for at, one in enumerate(sentences))

    def table(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """For each sentence, how likely each label is."""
        with self._one:
            taggers, phrasing = self._loaded()
            features = features_of(texts, phrasing)  # what a tagger has not learned it passes over
            told = [_told(tagger, features) for tagger in taggers]
        return [
            {label: sum(row[label] for row in rows) / len(rows) for label in LABELS}
            for rows in zip(*told, strict=True)
        ]

    def _loaded(self) -> tuple[tuple[Any, ...], Phrasing]:
        if self._model is None:
            self._presences = _presences(self._folder / PRESENCES)
            taggers = tuple(_tagger(self._folder / name) for name in (PLAIN, PHRASED))
            self._model = taggers, _phrasing(self._folder / PHRASING)
        return self._model


def _tagger(path: Path) -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def _told(tagger: Any, features: Sequence[Features]) -> list[dict[str, float]]:
    """For each sentence, how likely one CRF finds each label."""
    tagger.set(features)
    return [{label: tagger.marginal(label, at) for label in LABELS} for at in range(len(features))]


def _untold(sentence: Sentence) -> LabelledSentence:
    return LabelledSentence(sentence=sentence, part=None, confidence=1.0)


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
