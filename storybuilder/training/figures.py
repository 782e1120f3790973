"""Figures of the model of parts on writers it has not seen, as lines of text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.labelling import decide
from storybuilder.core.parts.presence import Presence
from storybuilder.core.sentence import Sentence
from storybuilder.training.parts import Judged

Confusion = Counter[tuple[str, str]]
"""(true label, label given) -> sentences."""
BINS = 5


def figures(judged: Sequence[Judged], presences: Mapping[str, Presence]) -> list[str]:
    """F1 by part, missing parts, by writer, the confusion table, calibration."""
    given = [(case, _given(case, presences)) for case in judged]
    whole = [(case, labels) for case, labels in given if not case.left_out]
    confusion = _confusion(whole)
    return [
        f"{len(whole)} answers, {sum(confusion.values())} sentences",
        "F1     " + "  ".join(f"{part} {f1(confusion, part):.3f}" for part in LABELS),
        f"macro-F1 of the four parts {macro_f1(confusion):.3f}",
        *_missing(given),
        *_by_source(whole),
        *_table(confusion),
        *_calibration(whole),
    ]


def f1(confusion: Confusion, label: str) -> float:
    """Harmonic mean of precision and recall of one label; 0 when it never occurs."""
    right = confusion[label, label]
    wrong = sum(n for (true, given), n in confusion.items() if (true == label) != (given == label))
    return 2 * right / (2 * right + wrong) if right else 0.0


def macro_f1(confusion: Confusion) -> float:
    """Mean F1 of the four parts."""
    return sum(f1(confusion, part) for part in LABELS[:4]) / 4


def _given(case: Judged, presences: Mapping[str, Presence]) -> list[tuple[str, float]]:
    sentences = [Sentence(text, 0, len(text)) for text in case.texts]
    return [
        (labelled.part.value[0].upper() if labelled.part else "O", labelled.confidence)
        for labelled in decide(sentences, case.table, presences)
    ]


Given = tuple[Judged, list[tuple[str, float]]]


def _confusion(given: Iterable[Given]) -> Confusion:
    return Counter(
        (true, label)
        for case, labels in given
        for true, (label, _) in zip(case.labels, labels, strict=True)
    )


def _missing(given: Sequence[Given]) -> list[str]:
    """How often a part left out is found missing, and one that is told is called missing."""
    lines, scores = [], []
    for part in LABELS[:4]:
        said = [
            (part in case.labels, part in {label for label, _ in labels}) for case, labels in given
        ]
        absent = [found for told, found in said if not told]
        told = [found for told, found in said if told]
        hits, alarms = 1 - sum(absent) / len(absent), 1 - sum(told) / len(told)
        scores.append((hits + 1 - alarms) / 2)
        lines.append(f"missing {part}: found {hits:.2f}, false alarms {alarms:.3f}")
    complete = [labels for case, labels in given if not case.answer.missing and not case.left_out]
    clean = sum(set(LABELS[:4]) <= {label for label, _ in labels} for labels in complete)
    return [
        *lines,
        f"missing: balanced accuracy {sum(scores) / 4:.3f}; "
        f"complete answers passed clean {clean}/{len(complete)}",
    ]


def _by_source(given: Sequence[Given]) -> list[str]:
    sources = sorted({case.answer.source for case, _ in given})
    return [
        f"writer {source}: macro-F1 "
        f"{macro_f1(_confusion(g for g in given if g[0].answer.source == source)):.3f}"
        for source in sources
    ]


def _table(confusion: Confusion) -> list[str]:
    head = "true \\ given" + "".join(f"{label:>7}" for label in LABELS)
    rows = [
        f"{true:>12}" + "".join(f"{confusion[true, label]:>7}" for label in LABELS)
        for true in LABELS
    ]
    return [head, *rows]


def _calibration(given: Sequence[Given]) -> list[str]:
    """How often a confidence is right: 0.8 should be right in 80 of 100 sentences."""
    right: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for case, labels in given:
        for true, (label, confidence) in zip(case.labels, labels, strict=True):
            place = min(BINS - 1, int(confidence * BINS))
            total[place] += 1
            right[place] += true == label
    return [
        f"confidence {place / BINS:.1f} to {(place + 1) / BINS:.1f}: "
        f"right {right[place] / total[place]:.2f} of {total[place]}"
        for place in sorted(total)
    ]
