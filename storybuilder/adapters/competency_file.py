"""The competencies and the frameworks, from the data files that the program carries."""

import json
from pathlib import Path

from storybuilder.core.competency import Competency
from storybuilder.core.framework import Framework, neutral
from storybuilder.core.plain import from_plain


def load_competencies(path: Path) -> tuple[Competency, ...]:
    """All competencies in their order. A file that is missing or wrong is a bug of ours."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    return tuple(from_plain(Competency, entry) for entry in entries)


def load_frameworks(path: Path, competencies: tuple[Competency, ...]) -> tuple[Framework, ...]:
    """All frameworks, the neutral one first. A file that is missing or wrong is a bug of ours."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    return (neutral(competencies), *(from_plain(Framework, entry) for entry in entries))
