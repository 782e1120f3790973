"""The question bank: the questions that the program carries."""

import json
from functools import cached_property
from pathlib import Path

from storybuilder.core.documents import question_from
from storybuilder.core.question import Question


class QuestionBank:
    """Making one reads nothing. A file that is missing or wrong is a bug of ours."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[Question, ...]:
        """Every question of the bank, in its order; the file is read once."""
        return self._questions

    @cached_property
    def _questions(self) -> tuple[Question, ...]:
        entries = json.loads(self._path.read_text(encoding="utf-8"))
        return tuple(question_from(entry) for entry in entries)
