"""What a sentence looks like to the learned model: cues, subject and verb, place, neighbours.

The words themselves are left out on purpose. A model that sees them learns what the writers of the
corpus talk about, and does worse on strangers; the cues are what strangers share. Case, commas and
the figures themselves tell no part either. The same functions serve training and judging.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from storybuilder.core.parts.cues import LABELS, cue_scores, is_deed, without_fillers
from storybuilder.core.token import word_set

Features = dict[str, float]

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d[\d,.]*|[$£€]")
NUMBER = "#"
_NUMBER_WORDS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million half third quarter double twice percent dozen"
)
_MOST_CUE, _LEAST_CUE = 3.0, -1.0


def words_of(text: str) -> list[str]:
    """The words in lower case, fillers left out; every number is the same word."""
    words: list[str] = []
    for found in _WORD.findall(text):
        word = found.lower().replace("’", "'")
        number = not word[0].isalpha() or word in _NUMBER_WORDS
        if not (number and words[-1:] == [NUMBER]):
            words.append(NUMBER if number else word)
    return without_fillers(words)


def features_of(texts: Sequence[str]) -> list[Features]:
    """One value for each sentence of an answer."""
    words = [words_of(text) for text in texts]
    cues = [_bounded(cue_scores(text)) for text in texts]
    return [
        {
            **_shape(words[at]),
            **_cues(cues[at]),
            **_place(at, len(texts)),
            **_neighbours(at, words, cues),
        }
        for at in range(len(texts))
    ]


def _bounded(scores: Mapping[str, float]) -> Mapping[str, float]:
    return {label: max(-_MOST_CUE, min(_MOST_CUE, score)) for label, score in scores.items()}


def _shape(words: Sequence[str]) -> Features:
    """Length, subject, tense."""
    past = sum(is_deed(word) or word in ("was", "were", "had") for word in words)
    found = {
        "bias": 1.0,
        "length": min(len(words), 40) / 20,
        "i": float("i" in words),
        "we": float("we" in words),
        "starts with i": float(words[:1] == ["i"]),
        "number": float(NUMBER in words),
        "past": min(3, past) / 3,
        "be": float("was" in words or "were" in words),
        "to": float("to" in words),
    }
    for subject, verb in pairwise(words):
        if subject in ("i", "we"):
            found[f"does={verb}"] = 1.0
            found["acts"] = max(found.get("acts", 0.0), float(is_deed(verb)))
    return found


def _cues(cues: Mapping[str, float]) -> Features:
    best = max(LABELS, key=lambda label: cues[label])
    return {**{f"cue {label}": cues[label] / 2 for label in LABELS}, f"best cue={best}": 1.0}


def _place(at: int, count: int) -> Features:
    return {
        "first": float(at == 0),
        "last": float(at == count - 1),
        "place": at / max(1, count - 1),
        f"quarter={4 * at // count}": 1.0,
        f"count={min(count, 4)}": 1.0,
    }


def _neighbours(
    at: int, words: Sequence[Sequence[str]], cues: Sequence[Mapping[str, float]]
) -> Features:
    """How the sentences beside it begin and what they speak for, and what was told before."""
    found: Features = {}
    for side, beside in (("before", at - 1), ("after", at + 1)):
        if 0 <= beside < len(words):
            found |= {f"{side} starts={word}": 0.5 for word in words[beside][:2]}
            found |= {f"{side} {label}": cues[beside][label] / 4 for label in LABELS}
    for label in LABELS[:4] if at else "":
        told = max(max(_LEAST_CUE, before[label]) for before in cues[:at])
        found[f"told {label}"] = told / _MOST_CUE
    return found
