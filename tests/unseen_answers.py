"""The answers of tests/data/unseen_answers.txt, which no model was trained on."""

from pathlib import Path

from storybuilder.training.corpus import Answer

PATH = Path(__file__).parent / "data" / "unseen_answers.txt"


def unseen_answers() -> tuple[Answer, ...]:
    """All of them, in the order of the file."""
    _, *blocks = PATH.read_text(encoding="utf-8").split("\n== ")
    return tuple(_answer(block) for block in blocks)


def _answer(block: str) -> Answer:
    head, *lines = block.strip().split("\n")
    name, _, style = head.partition(", ")
    return Answer(
        id=name,
        source=PATH.stem,
        occupation=name,
        style=style,
        texts=tuple(line[2:] for line in lines),
        labels="".join(line[0] for line in lines),
        outcome_quantities=(),
        other_quantities=(),
    )
