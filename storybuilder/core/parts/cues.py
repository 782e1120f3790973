"""How strongly the words of one sentence speak for each part, by the lists of the lexicon."""

from collections.abc import Mapping, Sequence

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
from storybuilder.core.token import tokens_of, word_set

LABELS = "STARO"
"""One letter a label: the four parts, and talk that tells none of them."""
_CUES = dict(zip(LABELS, (SITUATION, TASK, ACTION, RESULT, OTHER), strict=True))
_DOING = 0.9
"""For a verb of doing after "I" or "we", counted up to two times."""
_FIGURE_IN_RESULT = 0.5
_SOUNDS = word_set("um uh er erm hmm uhm")
_STARTERS = word_set("so well okay ok and but right basically actually now")
_LEAST_WORDS = 3
"""Shorter sentences keep their start: "So yeah" is all they say."""
_OUTSIDE = 0.3
"""Talk that tells no part has few cues of its own."""


def cue_scores(text: str) -> Mapping[str, float]:
    """A score for each label; about the logarithm of how much likelier the words make it."""
    words = without_fillers([token.lower for token in tokens_of(text) if token.is_word])
    padded = f" ^ {' '.join(words)} "
    scores = {
        label: sum(weight for phrase, weight in cues if f" {phrase} " in padded)
        for label, cues in _CUES.items()
    }
    scores["A"] += _DOING * min(2, _deeds(words))
    if any(character.isdigit() for character in text):
        scores["R"] += _FIGURE_IN_RESULT
    scores["O"] += _OUTSIDE
    return scores


def without_fillers(words: Sequence[str]) -> list[str]:
    """The words without um and uh, and without what a voice begins with before it says anything."""
    kept = [word for word in words if word not in _SOUNDS]
    while len(kept) > _LEAST_WORDS and kept[0] in _STARTERS:
        kept = kept[1:]
    return kept


def is_deed(verb: str) -> bool:
    """Whether a past-tense form tells that something was done: "built", not "needed"."""
    regular = verb.endswith("ed") and len(verb) > 3 and verb not in NOT_DOING
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
