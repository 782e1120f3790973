"""Vague claims: the clause of a result that says something changed, without saying how much."""

import re
from collections.abc import Iterable

from storybuilder.core.sentence import Sentence

_CHANGE = re.compile(
    r"\b(?:improv\w+|increas\w+|reduc\w+|decreas\w+|grew|grown|rose|fell|dropped|saved|cut|boosted"
    r"|doubled|halved|shrank|faster|better|quicker|fewer|(?<!or )less|more(?! or less)|higher|lower"
    r"|shorter|smoother|easier|cheaper|longer|happier|significantly)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^,;:()–—]+")
_JOINT = re.compile(r"\s+(?:and|but|so|because|which|while)\s+", re.IGNORECASE)


def vague_claim(sentences: Iterable[Sentence]) -> str | None:
    """The first clause that tells a change, of which one could ask by how much; None without."""
    clauses = (clause for sentence in sentences for clause in _clauses(sentence.text))
    return next((clause for clause in clauses if _CHANGE.search(clause)), None)


def _clauses(text: str) -> list[str]:
    return [part.strip() for clause in _CLAUSE.findall(text) for part in _JOINT.split(clause)]
