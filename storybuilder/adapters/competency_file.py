"""The competencies, from the data file that the program carries."""

import json
from pathlib import Path

from storybuilder.core.competency import Competency


def load_competencies(path: Path) -> tuple[Competency, ...]:
    """All competencies in their order. A file that is missing or wrong is a bug of ours."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    return tuple(Competency(entry["id"], entry["label"], entry["shows"]) for entry in entries)
