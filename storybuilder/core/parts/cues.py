"""How strongly the words of one sentence speak for each part, by the lists of the lexicon."""

from collections.abc import Mapping, Sequence

from storybuilder.core.parts.lexicon import (
    ACTION,
    BETWEEN_SUBJECT_AND_VERB,
    NO_VERBS,
    NOT_DOING,
    OTHER,
    PAST_OF_DOING,
    RESULT,
    SITUATION,
    TASK,
)
from storybuilder.core.parts.words import NUMBER, phrase_of, words_of

LABELS = "STARO"
"""One letter a label: the four parts, and talk that tells none of them."""
_CUES = {
    label: tuple((phrase_of(cue), weight) for cue, weight in cues)
    for label, cues in zip(LABELS, (SITUATION, TASK, ACTION, RESULT, OTHER), strict=True)
}
_DOING = 0.9
"""For a verb of doing after "I" or "we", counted up to two times."""
_FIGURE_IN_RESULT = 0.5
_OUTSIDE = 0.3
"""Talk that tells no part has few cues of its own."""


def cue_scores(text: str) -> Mapping[str, float]:
    """A score for each label; about the logarithm of how much likelier the words make it."""
    words = words_of(text)
    padded = f" ^ {' '.join(words)} "
    scores = {
        label: sum(weight for phrase, weight in cues if f" {phrase} " in padded)
        for label, cues in _CUES.items()
    }
    scores["A"] += _DOING * min(2, _deeds(words))
    if NUMBER in words:
        scores["R"] += _FIGURE_IN_RESULT
    scores["O"] += _OUTSIDE
    return scores


def is_deed(verb: str) -> bool:
    """Whether a past-tense form tells that something was done: "built", not "needed"."""
    regular = verb.endswith("ed") and len(verb) > 3 and verb not in NOT_DOING | NO_VERBS
    return regular or verb in PAST_OF_DOING


def _deeds(words: Sequence[str]) -> int:
    """Past-tense verbs of doing after "I" or "we"."""
    return sum(
        1 for at, word in enumerate(words) if word in ("i", "we") and _follows_deed(words, at + 1)
    )


def _follows_deed(words: Sequence[str], at: int) -> bool:
    while at < len(words) and words[at] in BETWEEN_SUBJECT_AND_VERB:
        at += 1
    return at < len(words) and is_deed(words[at])
