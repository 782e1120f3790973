"""The micro speech model of tests/speech_fixture, and texts that it can understand."""

from pathlib import Path

FIXTURE = Path(__file__).parent / "speech_fixture"
FOLDER = FIXTURE / "whisper-micro"
"""A complete model folder: copy it before changing anything in it."""


def answer(number: int) -> str:
    """One of twelve answers made of sentences that the model was never trained on, from 0."""
    answers = (FIXTURE / "answers_grammar.txt").read_text(encoding="utf-8").split("\n\n")
    return answers[number].strip()


def sentences(number: int, count: int) -> str:
    """The first `count` sentences of an answer."""
    return ". ".join(answer(number).split(". ")[:count]).rstrip(".") + "."
