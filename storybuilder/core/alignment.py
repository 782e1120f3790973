"""Alignment: which drafted sentence each spoken one tells.

Both sides are read in order. Sentences that share rare content words and figures are worth
matching; the best way through both, with skips on either side, is found by dynamic programming:
what was made up on the spot matches nothing, what was left out is matched by nothing. A strong
match beside that way still counts, though less, so that a story told from its end is not lost.

The weights below were chosen on half of the tellings in tests/data and measured on the other half.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt

from storybuilder.core.drafts.beat import Beat
from storybuilder.core.drafts.rarity import Weights, weights_of
from storybuilder.core.drafts.stretch import stretch_of
from storybuilder.core.drafts.term import Term, plain_words, terms_of
from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.hint import Hint
from storybuilder.core.parts.labelling import PART_OF
from storybuilder.core.sentence import Sentence

CHANCE = 2.5
"""Shared weight that chance explains: about one rare word."""
IN_ORDER, OUT_OF_ORDER = 1.5, 0.75
"""What one unit of shared weight adds to the logarithm of a part's likelihood."""
MOST = 14.0
"""That logarithm at its most: a sentence read aloud is its part, whatever the model thinks."""
SURELY = 6.0
"""From here on the sentence is beyond doubt, and its part is told."""
WORD_FOR_WORD = MOST / OUT_OF_ORDER
ENOUGH = 0.25
"""A beat is said when this share of its weight was said in one stretch: other words for the same
step often share no more. Low on purpose: of 166 beats in our tellings it finds 17 of the 20 that
were left out, and calls none left out that was said."""
ENOUGH_ALONE = 0.4
"""The same for a single term: a name that comes up again tells no step, a rare figure does."""
FEWEST_PARTS = 2
"""A draft of a single part says nothing of where that part ends."""

_LETTER_OF = {part: letter for letter, part in PART_OF.items()}
Likeness = Mapping[int, float]
"""How much a spoken sentence has in common with each drafted one, by its number."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A take laid beside its draft."""

    hints: tuple[Hint, ...] = ()
    """One for each spoken sentence; none at all where the draft tells nothing of parts."""
    beats: tuple[Beat, ...] = ()
    """The draft's, each with the stretch that says it."""
    drafted: tuple[tuple[Term, ...], ...] = ()
    """The terms of each beat."""
    heard: tuple[tuple[Term, ...], ...] = ()
    """The terms of each spoken sentence."""


def align(beats: Sequence[Beat], text: str, sentences: Sequence[Sentence]) -> Alignment:
    """Lay the sentences of a text beside the beats of a draft."""
    heard = terms_of(text)
    told = _by_sentence(heard, sentences)
    terms = tuple(terms_of(beat.text) for beat in beats)
    weights = weights_of([*terms, *told])
    drafted = weights[: len(beats)]
    aloud = _read_aloud(beats, sentences)
    found = _found(beats, drafted, heard, sentences, aloud)
    if len({beat.part for beat in beats}) < FEWEST_PARTS:
        return Alignment((), found, terms, told)
    likenesses = _likenesses(drafted, weights[len(beats) :], aloud)
    return Alignment(_hints(beats, likenesses), found, terms, told)


def _by_sentence(
    heard: Sequence[Term], sentences: Sequence[Sentence]
) -> tuple[tuple[Term, ...], ...]:
    """The terms of each sentence."""
    told: list[tuple[Term, ...]] = []
    at = 0
    for sentence in sentences:
        first = at
        while at < len(heard) and heard[at].start_char < sentence.end_char:
            at += 1
        told.append(tuple(heard[first:at]))
    return tuple(told)


def _read_aloud(beats: Sequence[Beat], sentences: Sequence[Sentence]) -> Mapping[int, list[int]]:
    """For each sentence that is word for word a drafted one, the numbers of these."""
    drafted = defaultdict(list)
    for at, beat in enumerate(beats):
        drafted[plain_words(beat.text)].append(at)
    return {
        at: drafted[words]
        for at, sentence in enumerate(sentences)
        if (words := plain_words(sentence.text)) and words in drafted
    }


def _likenesses(
    drafted: Sequence[Weights], told: Sequence[Weights], aloud: Mapping[int, list[int]]
) -> list[dict[int, float]]:
    """For each spoken sentence the drafted ones that it is like, beyond chance."""
    holders = defaultdict(list)
    for at, weights in enumerate(drafted):
        for key in weights:
            holders[key].append(at)
    lengths = [_length(weights) for weights in drafted]
    found = []
    for weights in told:
        shared, along = defaultdict[int, float](float), defaultdict[int, float](float)
        for key, weight in weights.items():
            for at in holders.get(key, ()):
                shared[at] += weight
                along[at] += weight * drafted[at][key]
        length = _length(weights)
        found.append(
            {
                at: (common - CHANCE) * (0.5 + along[at] / (length * lengths[at]))
                for at, common in shared.items()
                if common > CHANCE
            }
        )
    for at, same in aloud.items():
        found[at].update(dict.fromkeys(same, WORD_FOR_WORD))
    return found


def _length(weights: Weights) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))


def _hints(beats: Sequence[Beat], likenesses: Sequence[Likeness]) -> tuple[Hint, ...]:
    way = _way(likenesses, len(beats))
    return tuple(_hint(beats, likeness, way[at]) for at, likeness in enumerate(likenesses))


def _hint(beats: Sequence[Beat], likeness: Likeness, in_order: set[int]) -> Hint:
    """What the matches of one sentence say of its part; neutral without any."""
    raised = dict.fromkeys(LABELS, 0.0)
    for at, common in likeness.items():
        letter = _LETTER_OF[beats[at].part]
        value = common * (IN_ORDER if at in in_order else OUT_OF_ORDER)
        raised[letter] = max(raised[letter], min(MOST, value))
    best = max(raised, key=lambda letter: raised[letter])
    return Hint(
        {letter: exp(value) for letter, value in raised.items()},
        surely=best if raised[best] >= SURELY else "",
    )


def _way(likenesses: Sequence[Likeness], beats: int) -> list[set[int]]:
    """For each spoken sentence the drafted ones on the best way through both, in order.

    A sentence may tell several beats, and a beat take several sentences.
    """
    best = [[0.0] * (beats + 1)]
    for likeness in likenesses:
        above, row = best[-1], [0.0]
        for at in range(beats):
            skipped = max(above[at + 1], row[at])
            row.append(skipped + likeness.get(at, 0.0))
        best.append(row)
    return _traced(best, likenesses, beats)


def _traced(
    best: Sequence[Sequence[float]], likenesses: Sequence[Likeness], beats: int
) -> list[set[int]]:
    way: list[set[int]] = [set() for _ in likenesses]
    sentence, beat = len(likenesses), beats
    while sentence and beat:
        if beat - 1 in likenesses[sentence - 1]:
            way[sentence - 1].add(beat - 1)
        if best[sentence - 1][beat] >= best[sentence][beat - 1]:
            sentence -= 1
        else:
            beat -= 1
    return way


def _found(
    beats: Sequence[Beat],
    drafted: Sequence[Weights],
    heard: Sequence[Term],
    sentences: Sequence[Sentence],
    aloud: Mapping[int, list[int]],
) -> tuple[Beat, ...]:
    """The beats with the stretches that say them."""
    read = {beat: sentences[at] for at, same in aloud.items() for beat in same}
    return tuple(
        replace(
            beat,
            span=_span(read[at]) if at in read else _stretch(weights, heard),
            has_content=bool(weights),
        )
        for at, (beat, weights) in enumerate(zip(beats, drafted, strict=True))
    )


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start_char, sentence.end_char


def _stretch(weights: Weights, heard: Sequence[Term]) -> tuple[int, int] | None:
    stretch = stretch_of(weights, heard) if weights else None
    if stretch is None:
        return None
    enough = ENOUGH if stretch.terms > 1 else ENOUGH_ALONE
    return (stretch.start_char, stretch.end_char) if stretch.coverage >= enough else None
