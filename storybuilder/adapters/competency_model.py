"""The learned model of competencies, in the file that training writes."""

import json
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from storybuilder.core.suggesting.weights import Weights
from storybuilder.core.suggestion import Suggestion

COMPETENCIES = "competencies.json"


class CompetencyModel:
    """Suggests competencies; reads the model from a folder when it is first asked, and once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / COMPETENCIES
        self._weights: Weights | None = None
        self._one = Lock()

    def __call__(self, text: str) -> tuple[Suggestion, ...]:
        """The likely competencies, best first. The file is ours: that it is missing is a bug."""
        return self._read().suggest(text)

    def _read(self) -> Weights:
        with self._one:
            if self._weights is None:
                self._weights = read_weights(self._path)
            return self._weights


def read_weights(path: Path) -> Weights:
    """The model in a file."""
    document = json.loads(path.read_text(encoding="utf-8"))
    ids = tuple(document["bias"])
    return Weights(
        document["bias"],
        {
            name: {ids[at]: weight for at, weight in zip(row[::2], row[1::2], strict=True)}
            for name, row in document["weights"].items()
        },
    )


def write_weights(weights: Weights, path: Path) -> None:
    """Write the model, one feature a line: place of a competency in the list of biases, weight."""
    places = {id: place for place, id in enumerate(weights.bias)}
    lines = (
        f"{json.dumps(name, ensure_ascii=False)}: {_row(weights.by_feature[name], places)}"
        for name in sorted(weights.by_feature)
    )
    bias = json.dumps(dict(weights.bias), indent=0)
    text = f'{{\n"bias": {bias},\n"weights": {{\n' + ",\n".join(lines) + "\n}\n}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def _row(weights: Mapping[str, float], places: Mapping[str, int]) -> str:
    by_place = sorted((places[id], weight) for id, weight in weights.items())
    return json.dumps([one for pair in by_place for one in pair], separators=(",", ":"))
