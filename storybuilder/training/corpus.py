"""The labelled corpus: interview answers written for this project, sentence by sentence."""

import json
from dataclasses import dataclass
from pathlib import Path

from storybuilder.core.parts.cues import LABELS
from storybuilder.places import assets

CORPUS = "corpus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer; `labels` has one letter of LABELS for each of `texts`."""

    id: str
    source: str
    """The file it comes from; each file is one writer's."""
    occupation: str
    style: str
    texts: tuple[str, ...]
    labels: str
    outcome_quantities: tuple[str, ...]
    other_quantities: tuple[str, ...]
    question: str = ""
    competencies: tuple[str, ...] = ()
    """Ids of those that the answer shows, the chief one first."""

    @property
    def missing(self) -> frozenset[str]:
        """Letters of the parts that no sentence tells."""
        return frozenset(LABELS[:4]) - set(self.labels)


def load(folder: Path | None = None) -> tuple[Answer, ...]:
    """All answers, in the order of their files. Raises ValueError, naming a line that is wrong."""
    files = sorted((folder or assets() / CORPUS).glob("*.jsonl"))
    return tuple(
        _answer(line, file.stem, number)
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    )


def _answer(line: str, source: str, number: int) -> Answer:
    try:
        row = json.loads(line)
        answer = Answer(
            id=row["id"],
            source=source,
            occupation=row["occupation"],
            style=row["style"],
            texts=tuple(text for text, _ in row["sentences"]),
            labels="".join(label for _, label in row["sentences"]),
            outcome_quantities=tuple(row["outcome_quantities"]),
            other_quantities=tuple(row["other_quantities"]),
            question=row.get("question", ""),
            competencies=tuple(row.get("competencies", ())),
        )
        wrong = set(answer.labels) - set(LABELS) or answer.missing ^ set(row["missing"])
        if wrong or not answer.texts:
            raise ValueError(f"labels and missing parts disagree: {sorted(wrong)}")
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{source}.jsonl, line {number}: {error}") from error
    return answer
