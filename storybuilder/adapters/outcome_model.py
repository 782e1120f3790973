"""The learned model of outcomes, in the file that training writes."""

import json
from pathlib import Path
from threading import Lock

from storybuilder.core.quantities.outcome import Outcomes

OUTCOMES = "outcomes.json"


class OutcomeModel:
    """Reads the model from a folder when it is first asked for, and once."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / OUTCOMES
        self._outcomes: Outcomes | None = None
        self._one = Lock()

    def __call__(self) -> Outcomes:
        """The model. The file is the program's own: that it is missing is a bug."""
        with self._one:
            if self._outcomes is None:
                self._outcomes = read_outcomes(self._path)
            return self._outcomes


def read_outcomes(path: Path) -> Outcomes:
    """The model in a file."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return Outcomes(document["bias"], document["weights"], document["least"])


def write_outcomes(outcomes: Outcomes, path: Path) -> None:
    """Write the model, one weight a line, so that a change of it can be read."""
    document = {
        "bias": outcomes.bias,
        "least": outcomes.least,
        "weights": dict(sorted(outcomes.weights.items())),
    }
    text = json.dumps(document, indent=0, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
