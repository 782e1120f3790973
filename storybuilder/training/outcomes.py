"""Training of the model of outcomes, from the labelled answers and from single labelled notes."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from storybuilder.adapters.outcome_model import OUTCOMES, write_outcomes
from storybuilder.core.parts.labelling import PART_OF
from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.quantities.outcome_features import features_of
from storybuilder.core.quantities.quantity import measures_in
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.token import tokens_of
from storybuilder.places import assets
from storybuilder.training.corpus import CORPUS, Answer

NOTES = "quantities.tsv"
LEAST = 0.35
"""Where "does this note tell an outcome?" is answered best on notes not trained on (F1 0.84)."""
STRENGTH = 0.3
"""Inverse of the L2 penalty; from 0.1 to 0.3 F1 on unseen writers changes by 0.01 at most."""
LEAST_SEEN = 2
LEAST_WEIGHT = 0.05
DIGITS = 3
FOLDS = 7
NOTE_WEIGHT = 2.0
"""A quantity of a note counts like two of an answer, as each of those is seen twice."""
BLOCK = 64
"""Neighbouring notes share a hand and a theme, so they are held back together."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence on its own with the quantities that are outcomes; all others are none."""

    text: str
    outcomes: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """What holds of one measure, and whether it is an outcome."""

    source: str
    features: frozenset[str]
    is_outcome: bool
    weight: float


def load_notes(path: Path | None = None) -> tuple[Note, ...]:
    """The labelled notes, in the order of their file."""
    lines = (path or assets() / CORPUS / NOTES).read_text(encoding="utf-8").splitlines()
    columns = [[*line.split("\t"), "", ""][:3] for line in lines]
    return tuple(
        Note(text, _listed(outcomes), _listed(others)) for text, outcomes, others in columns
    )


def train_outcomes(answers: Sequence[Answer], tell: Callable[[str], None] | None = None) -> None:
    """Train on everything, write the model among the assets and tell its figures."""
    notes = load_notes()
    write_outcomes(train(answers, notes), assets() / "models" / OUTCOMES)
    for line in figures(answers, notes):
        (tell or _print)(line)


def train(answers: Sequence[Answer], notes: Sequence[Note]) -> Outcomes:
    """The model; the same answers and notes give the same weights."""
    return _fitted([*_of_answers(answers), *_of_notes(notes)])


def figures(answers: Sequence[Answer], notes: Sequence[Note]) -> list[str]:
    """Precision, recall and F1 on writers and notes not trained on, as lines of text.

    With "part known" a sentence has its true label: with a labeller's labels it is lower.
    """
    examples = [*_of_answers(answers), *_of_notes(notes)]
    judged = _judged_by_strangers(examples)
    parted = [one for one in judged if _knows_part(one[0])]
    plain = [one for one in judged if not _knows_part(one[0]) and not _is_note(one[0])]
    writers = sorted({example.source for example, _ in plain})
    return [
        _line("outcomes in answers, part known", parted),
        _line("outcomes in answers, by words only", plain),
        _line("outcomes in notes", [one for one in judged if _is_note(one[0])]),
        *(
            _line(f"writer {writer}, part known", [o for o in parted if o[0].source == writer])
            for writer in writers
        ),
    ]


Judged = tuple[Example, bool]


def _judged_by_strangers(examples: Sequence[Example]) -> list[Judged]:
    """Each example with what a model says that never saw its writer."""
    sources = sorted({example.source for example in examples})
    judged: list[Judged] = []
    for fold in range(FOLDS):
        held = set(sources[fold::FOLDS])
        model = _fitted([example for example in examples if example.source not in held])
        judged += [
            (example, _says(model, example)) for example in examples if example.source in held
        ]
    return judged


def _says(model: Outcomes, example: Example) -> bool:
    return model.probability_of(example.features) >= model.least


def _line(name: str, judged: Sequence[Judged]) -> str:
    both = sum(example.is_outcome and said for example, said in judged)
    said, true = sum(said for _, said in judged), sum(one.is_outcome for one, _ in judged)
    precision, recall = both / max(1, said), both / max(1, true)
    return (
        f"{name}: precision {precision:.3f}, recall {recall:.3f}, "
        f"F1 {2 * both / max(1, said + true):.3f} of {true} in {len(judged)}"
    )


def _fitted(examples: Sequence[Example]) -> Outcomes:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    columns = CountVectorizer(analyzer=sorted, binary=True, min_df=LEAST_SEEN, dtype=float)
    table = columns.fit_transform([example.features for example in examples])
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0, max_iter=1000)
    model.fit(
        table,
        [example.is_outcome for example in examples],
        [example.weight for example in examples],
    )
    weights = dict(zip(columns.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    kept = {
        str(name): round(weight, DIGITS)
        for name, weight in weights.items()
        if abs(weight) >= LEAST_WEIGHT
    }
    return Outcomes(round(float(model.intercept_[0]), DIGITS), kept, LEAST)


def _of_answers(answers: Iterable[Answer]) -> Iterator[Example]:
    """Every labelled quantity twice: with the part of its sentence, and with the part unknown."""
    for answer in answers:
        text = " ".join(answer.texts)
        for confidence in (1.0, 0.0):
            for features, is_outcome in _judged_in(
                text,
                tuple(_sentences(answer, confidence)),
                answer.outcome_quantities,
                answer.other_quantities,
            ):
                if is_outcome is not None:
                    yield Example(answer.source, features, is_outcome, 1.0)


def _of_notes(notes: Iterable[Note]) -> Iterator[Example]:
    for at, note in enumerate(notes):
        for features, is_outcome in _judged_in(note.text, (), note.outcomes, note.others):
            yield Example(f"note {at // BLOCK % FOLDS}", features, bool(is_outcome), NOTE_WEIGHT)


def _sentences(answer: Answer, confidence: float) -> Iterator[LabelledSentence]:
    start = 0
    for text, label in zip(answer.texts, answer.labels, strict=True):
        sentence = Sentence(text, start, start + len(text))
        yield LabelledSentence(sentence=sentence, part=PART_OF.get(label), confidence=confidence)
        start += len(text) + 1


def _judged_in(
    text: str,
    sentences: Sequence[LabelledSentence],
    outcomes: Iterable[str],
    others: Iterable[str],
) -> Iterator[tuple[frozenset[str], bool | None]]:
    """Each measure of a text with its label; None where nobody labelled it."""
    tokens = tokens_of(text)
    told, untold = list(_places(text, outcomes)), list(_places(text, others))
    for measure in measures_in(tokens):
        start, end = tokens[measure.first].start_char, tokens[measure.end - 1].end_char
        within = next((s for s in sentences if start < s.sentence.end_char), None)
        is_outcome = any(one < end and start < other for one, other in told)
        labelled = is_outcome or any(one < end and start < other for one, other in untold)
        yield features_of(tokens, measure, within), is_outcome if labelled else None


def _places(text: str, quoted: Iterable[str]) -> Iterator[tuple[int, int]]:
    for words in quoted:
        for match in re.finditer(rf"(?<![\w.,]){re.escape(words)}(?!\w)", text):
            yield match.span()


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(words.strip() for words in cell.split(" ; ") if words.strip())


def _knows_part(example: Example) -> bool:
    return any(name.startswith("part=") for name in example.features)


def _is_note(example: Example) -> bool:
    return example.source.startswith("note ")


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
