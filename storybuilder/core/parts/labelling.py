"""Labelling: which part each sentence tells, from what the learned model makes of the answer.

The model gives every sentence a probability for each label; presence decides, for the answer as a
whole, which parts are told at all. A part that is not told labels no sentence; one that is told
labels at least the sentence that is likeliest to tell it.

Where a draft is at hand, its hints weigh the model's probabilities first, and a part that a
sentence surely tells is told whatever presence says.
"""

from collections.abc import Mapping, Sequence

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.hint import Hint, weighed
from storybuilder.core.parts.presence import Presence, Table, cues_of, evidence_of
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part

OUTSIDE = "O"
_LEAST_LIKELY = 0.05
"""A part that no sentence is even this likely to tell is not told, whatever the whole suggests."""
PART_OF: Mapping[str, Part | None] = {part.value[0].upper(): part for part in Part}


def decide(
    sentences: Sequence[Sentence],
    table: Table,
    presences: Mapping[str, Presence],
    hints: Sequence[Hint] = (),
) -> tuple[LabelledSentence, ...]:
    """Label the sentences of one answer; `presences` has one entry for each part's letter.

    `hints` has one for each sentence, or none at all.
    """
    if not sentences:
        return ()
    table = weighed(table, hints)
    sure = {hint.surely for hint in hints}
    texts = [sentence.text for sentence in sentences]
    evidence = evidence_of(table, texts, cues_of(texts))
    told = [
        label
        for label in LABELS
        if label != OUTSIDE
        and max(row[label] for row in table) >= _LEAST_LIKELY
        and (label in sure or presences[label].tells(evidence))
    ]
    return tuple(
        LabelledSentence(
            sentence=sentence, part=PART_OF.get(label), confidence=round(row[label], 3)
        )
        for sentence, label, row in zip(sentences, _labels(table, told), table, strict=True)
    )


def _labels(table: Table, told: Sequence[str]) -> list[str]:
    """The likeliest label of each sentence among the parts that are told, and talk."""
    allowed = [*told, OUTSIDE]
    labels = [max(allowed, key=lambda label: row[label]) for row in table]
    for label in told:
        at = None if label in labels else _best_free(label, table, labels)
        if at is not None:
            labels[at] = label
    return labels


def _best_free(label: str, table: Table, labels: Sequence[str]) -> int | None:
    """The likeliest sentence for a part, without taking another part's only one."""
    free = [at for at, held in enumerate(labels) if held == OUTSIDE or labels.count(held) > 1]
    return max(free, key=lambda at: table[at][label], default=None)
