"""What a sentence looks like to the learned model: cues, phrasing, subject and verb, neighbours.

Single words are left out on purpose. A model that sees them learns what the writers of the corpus
talk about, and does worse on strangers; cues and common phrases are what strangers share. Case,
commas and the figures themselves tell no part either. The same functions serve training and
judging.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from storybuilder.core.parts.cues import LABELS, cue_scores, is_deed
from storybuilder.core.parts.phrasing import Phrasing
from storybuilder.core.parts.words import NUMBER, words_of
from storybuilder.core.token import word_set

Features = dict[str, float]

_MOST_CUE, _LEAST_CUE = 3.0, -1.0
_OPENERS = word_set(
    "the a an my our his her their its it this that these those they we i he she you one each "
    "every most some all both no not so then after before when while once as at in on by with "
    "from for to first next finally later now also but and or because since despite although "
    "however instead within during there here what which who how if until about over under even "
    "still again today afterwards eventually overall thanks due rather unfortunately"
)
"""How the sentences beside it may begin; other beginnings are names and topics."""
_MIDDLE = -2.0
"""Scores of phrasing lie between -4 and 0."""


def features_of(texts: Sequence[str], phrasing: Phrasing | None) -> list[Features]:
    """One value for each sentence of an answer; without a phrasing its cues and place alone."""
    words = [words_of(text) for text in texts]
    cues = [_bounded(cue_scores(text)) for text in texts]
    phrased = [phrasing.scores(said) for said in words] if phrasing else []
    return [
        {
            **_shape(words[at]),
            **_cues(cues[at]),
            **_place(at, len(texts)),
            **_neighbours(at, words, cues),
            **_phrased(at, phrased),
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
            opens = [word for word in words[beside][:2] if word in _OPENERS]
            found |= {f"{side} starts={word}": 0.5 for word in opens}
            found |= {f"{side} {label}": cues[beside][label] / 4 for label in LABELS}
    for label in LABELS[:4] if at else "":
        told = max(max(_LEAST_CUE, before[label]) for before in cues[:at])
        found[f"told {label}"] = told / _MOST_CUE
    return found


def _phrased(at: int, scores: Sequence[Sequence[float]]) -> Features:
    """What its phrases and those beside it speak for, around 0."""
    found: Features = {}
    for side, place, scale in (("", at, 2), ("before ", at - 1, 4), ("after ", at + 1, 4)):
        if 0 <= place < len(scores):
            for label, score in zip(LABELS, scores[place], strict=True):
                found[f"{side}phrased {label}"] = (score - _MIDDLE) / scale
    return found
