"""Labelling: which part of a story each sentence tells.

Cues in the words decide; the place in the answer and the usual order of parts only lean. Both are
weighed together over the whole answer (Viterbi), so that a left-out part does not shift the others.
"""

from collections.abc import Mapping, Sequence
from math import exp

from storybuilder.core.parts.lexicon import (
    ACTION,
    BETWEEN_SUBJECT_AND_VERB,
    NOT_DOING,
    OTHER,
    PAST_OF_DOING,
    RESULT,
    SITUATION,
    TASK,
)
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part
from storybuilder.core.token import tokens_of

Label = Part | None
Scores = Mapping[Label, float]

LABELS: tuple[Label, ...] = (*Part, None)
_CUES = {
    Part.SITUATION: SITUATION,
    Part.TASK: TASK,
    Part.ACTION: ACTION,
    Part.RESULT: RESULT,
    None: OTHER,
}


def _scores(*values: float) -> Scores:
    """One score for each label, in the order of LABELS."""
    return dict(zip(LABELS, values, strict=True))


_START: Scores = {
    Part.SITUATION: 0.25,
    Part.TASK: -0.1,
    Part.ACTION: -0.2,
    Part.RESULT: -0.35,
    None: -0.25,
}
_STEPS: Mapping[Label, Scores] = {
    Part.SITUATION: _scores(0.2, 0.05, -0.05, -0.5, -0.65),
    Part.TASK: _scores(-0.35, 0.1, 0.25, -0.35, -0.75),
    Part.ACTION: _scores(-0.65, -0.5, 0.35, 0.05, -0.65),
    Part.RESULT: _scores(-0.65, -0.65, -0.25, 0.35, -0.5),
    None: _scores(0.1, -0.25, -0.2, -0.2, -0.1),
}
"""How readily one part follows another: in telling order, yet any order can win."""
_DOING = 0.9
"""For a verb of doing after "I" or "we", counted up to two times."""
_FIGURE_IN_RESULT = 0.5
_OUTSIDE = 0.3
"""Talk that tells no part has few cues of its own."""
_SHARPNESS = 0.8
"""Turns differences of score into confidence."""
_LEAST_CONFIDENCE = {Part.SITUATION: 0.37, Part.TASK: 0.34, Part.ACTION: 0.44, Part.RESULT: 0.37}
"""A part that no sentence tells with this confidence is not told: order alone suggested it."""
_RULED_OUT = 100.0


def label(sentences: Sequence[Sentence]) -> tuple[LabelledSentence, ...]:
    """The part that each sentence of one answer tells, with how sure that is."""
    if not sentences:
        return ()
    scores = [_score(sentence, _place(at, len(sentences))) for at, sentence in enumerate(sentences)]
    path, confidences = _decide(scores)
    return tuple(
        LabelledSentence(sentence=sentence, part=part, confidence=confidence)
        for sentence, part, confidence in zip(sentences, path, confidences, strict=True)
    )


def _decide(scores: list[dict[Label, float]]) -> tuple[tuple[Label, ...], list[float]]:
    """The best path in which every part has at least one sentence that tells it clearly."""
    while True:
        path = _best_path(scores)
        confidences = [_confidence(part, at, scores, path) for at, part in enumerate(path)]
        unclear = _unclear(path, confidences)
        if unclear is None:
            return path, confidences
        for score in scores:
            score[unclear] -= _RULED_OUT


def _unclear(path: Sequence[Label], confidences: Sequence[float]) -> Part | None:
    """The part furthest below the confidence it needs; None when all are clear."""
    room: dict[Part, float] = {}
    for part, confidence in zip(path, confidences, strict=True):
        if part is not None:
            room[part] = max(confidence - _LEAST_CONFIDENCE[part], room.get(part, -1.0))
    weakest = min(room, key=lambda part: room[part], default=None)
    return weakest if weakest is not None and room[weakest] < 0 else None


def _place(at: int, count: int) -> float:
    """Where a sentence stands in the answer, 0 to 1; a lone sentence stands in the middle."""
    return at / (count - 1) if count > 1 else 0.5


def _score(sentence: Sentence, place: float) -> dict[Label, float]:
    words = [token.lower for token in tokens_of(sentence.text) if token.is_word]
    padded = f" ^ {' '.join(words)} "
    scores: dict[Label, float] = {
        part: sum(weight for phrase, weight in cues if f" {phrase} " in padded)
        for part, cues in _CUES.items()
    }
    scores[Part.ACTION] += _DOING * min(2, _deeds(words))
    if any(character.isdigit() for character in sentence.text):
        scores[Part.RESULT] += _FIGURE_IN_RESULT
    scores[None] += _OUTSIDE
    return _leaning(scores, place)


def _leaning(scores: dict[Label, float], place: float) -> dict[Label, float]:
    """The place leans less than one ordinary cue."""
    scores[Part.SITUATION] += 0.4 - 0.8 * place
    scores[Part.TASK] += 0.3 - 0.5 * abs(place - 0.25)
    scores[Part.ACTION] += 0.2 - 0.5 * abs(place - 0.55)
    scores[Part.RESULT] += 1.0 * place - 0.55
    return scores


def _deeds(words: Sequence[str]) -> int:
    """Past-tense verbs of doing after "I" or "we"."""
    return sum(
        1 for at, word in enumerate(words) if word in ("i", "we") and _is_deed(words, at + 1)
    )


def _is_deed(words: Sequence[str], at: int) -> bool:
    while at < len(words) and words[at] in BETWEEN_SUBJECT_AND_VERB:
        at += 1
    verb = words[at] if at < len(words) else ""
    regular = verb.endswith("ed") and len(verb) > 3 and verb not in NOT_DOING
    return regular or verb in PAST_OF_DOING


def _best_path(scores: Sequence[Scores]) -> tuple[Label, ...]:
    """The sequence of parts with the highest sum of scores and steps."""
    best: dict[Label, tuple[float, tuple[Label, ...]]] = {
        part: (_START[part] + scores[0][part], (part,)) for part in LABELS
    }
    for here in scores[1:]:
        best = {part: _extended(best, part, here[part]) for part in LABELS}
    return max(best.values(), key=lambda scored: scored[0])[1]


def _extended(
    best: Mapping[Label, tuple[float, tuple[Label, ...]]], part: Label, score: float
) -> tuple[float, tuple[Label, ...]]:
    total, path = max(
        ((total + _STEPS[before][part], path) for before, (total, path) in best.items()),
        key=lambda scored: scored[0],
    )
    return total + score, (*path, part)


def _confidence(part: Label, at: int, scores: Sequence[Scores], path: Sequence[Label]) -> float:
    """Softmax over the labels this sentence could carry, its neighbours as they are."""
    totals = {label: _in_place(label, at, scores, path) for label in LABELS}
    top = max(totals.values())
    spread = {label: exp(_SHARPNESS * (total - top)) for label, total in totals.items()}
    return round(spread[part] / sum(spread.values()), 3)


def _in_place(part: Label, at: int, scores: Sequence[Scores], path: Sequence[Label]) -> float:
    before = _STEPS[path[at - 1]][part] if at else _START[part]
    after = _STEPS[part][path[at + 1]] if at + 1 < len(path) else 0.0
    return scores[at][part] + before + after
