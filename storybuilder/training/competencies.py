"""Training of the model that suggests competencies, from labelled questions and statements."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from storybuilder.adapters.competency_file import load_competencies
from storybuilder.adapters.competency_model import COMPETENCIES, write_weights
from storybuilder.core.suggesting.features import sentences_heard
from storybuilder.core.suggesting.weights import Weights, hear
from storybuilder.places import assets
from storybuilder.training.corpus import CORPUS, Answer

ROWS = "competencies.tsv"
ACCEPTABLE = 0.4
"""How likely a competency is that a careful coach would also accept; the chief ones are certain."""
STRENGTH = 0.625
"""Inverse of the L2 penalty; from 0.3 to 1.2 the figures below change by 0.01 at most."""
LEAST_SEEN = 2.0
"""A feature that fewer texts show, each counted by its weight, says nothing of a further text."""
LEAST_WEIGHT = 0.08
DIGITS = 2
FOLDS = 5
BLOCK = 32
"""Neighbouring rows share a hand and a theme, so they are held back together."""
WEIGHTS = {"row": 1.0, "bank": 1.0, "asked": 0.6, "told": 0.3}
"""A question of an answer is labelled by what the answer told of, so it counts less than a row;
a whole answer has much in it that speaks for no competency."""
CHIEF_SHARE = 0.4
"""A competency is a chief one of a question if this share of its answers chiefly show it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the competencies it is about."""

    source: str
    """One of WEIGHTS."""
    block: str
    """What is held back together."""
    kind: str
    """Q a question, S a statement."""
    text: str
    chief: tuple[str, ...]
    acceptable: tuple[str, ...]


Judged = tuple[Example, tuple[str, ...]]
"""An example and all competencies, best first, as a model says that did not see its block."""


def load_examples(answers: Sequence[Answer], folder: Path | None = None) -> tuple[Example, ...]:
    """Labelled rows, the bank, and the answers of the corpus with what they were asked."""
    place = folder or assets()
    return (
        *_rows(place / CORPUS / ROWS),
        *_bank(place / "questions.json"),
        *_asked(answers),
        *_told(answers),
    )


def train_competencies(
    answers: Sequence[Answer], tell: Callable[[str], None] | None = None
) -> None:
    """Train on everything, write the model among the assets and tell its figures."""
    examples = load_examples(answers)
    ids = tuple(one.id for one in load_competencies(assets() / "competencies.json"))
    write_weights(train(examples, ids), assets() / "models" / COMPETENCIES)
    if tell is not None:
        for line in figures(judge_strangers(examples, ids), ids):
            tell(line)


def train(examples: Sequence[Example], ids: Sequence[str]) -> Weights:
    """The model; the same examples give the same weights."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    columns = DictVectorizer(dtype=float)
    table = columns.fit_transform(_often(examples))
    names = columns.get_feature_names_out()
    bias, by_feature = {}, dict[str, dict[str, float]]()
    for id in ids:
        places, truths, weights = _lessons(examples, id)
        model = LogisticRegression(C=STRENGTH, solver="lbfgs", max_iter=300, tol=1e-3)
        model.fit(table[places], truths, weights)
        bias[id] = round(float(model.intercept_[0]), DIGITS)
        for name, weight in zip(names, model.coef_[0].tolist(), strict=True):
            if abs(weight) >= LEAST_WEIGHT:
                by_feature.setdefault(str(name), {})[id] = round(weight, DIGITS)
    return Weights(bias, by_feature)


def judge_strangers(examples: Sequence[Example], ids: Sequence[str]) -> list[Judged]:
    """Each example with what a model says that never saw its block."""
    blocks = sorted({example.block for example in examples})
    judged: list[Judged] = []
    for fold in range(FOLDS):
        held = set(blocks[fold::FOLDS])
        model = train([one for one in examples if one.block not in held], ids)
        judged += [(one, _ranked(model, one.text)) for one in examples if one.block in held]
    return judged


def figures(judged: Sequence[Judged], ids: Sequence[str]) -> list[str]:
    """First suggestion right or acceptable, a chief competency among three; also by competency."""
    rows = [one for one in judged if one[0].source == "row"]
    asked = [one for one in judged if one[0].kind == "Q"]
    return [
        _line("questions, written for training", [one for one in rows if one[0].kind == "Q"]),
        _line("statements, written for training", [one for one in rows if one[0].kind == "S"]),
        _line("questions of the bank", [one for one in judged if one[0].source == "bank"]),
        _line("questions of the answers", [one for one in judged if one[0].source == "asked"]),
        _line("whole answers", [one for one in judged if one[0].source == "told"]),
        *(_line(f"questions, {id}", [one for one in asked if id in one[0].chief]) for id in ids),
    ]


def _line(name: str, judged: Sequence[Judged]) -> str:
    first = sum(said[0] in (*one.chief, *one.acceptable) for one, said in judged)
    three = sum(not set(said[:3]).isdisjoint(one.chief) for one, said in judged)
    count = max(1, len(judged))
    return (
        f"competencies of {name}: first right or acceptable {first / count:.3f}, "
        f"a chief one among three {three / count:.3f} of {len(judged)}"
    )


def _ranked(model: Weights, text: str) -> tuple[str, ...]:
    """As `Weights.suggest`, also where no words speak for a competency."""
    scores = model.scores(hear(text))
    return tuple(sorted(scores, key=lambda id: (-scores[id], id)))


def _features(text: str) -> dict[str, float]:
    hearing = hear(text)
    return dict.fromkeys(hearing.shown, hearing.loudness)


def _often(examples: Sequence[Example]) -> list[dict[str, float]]:
    """Features that enough texts show, by text."""
    told = [_features(one.text) for one in examples]
    seen: dict[str, float] = {}
    for one, features in zip(examples, told, strict=True):
        for name in features:
            seen[name] = seen.get(name, 0.0) + WEIGHTS[one.source]
    return [
        {name: value for name, value in features.items() if seen[name] >= LEAST_SEEN}
        for features in told
    ]


def _lessons(examples: Sequence[Example], id: str) -> tuple[list[int], list[bool], list[float]]:
    """Places, truths and weights for one competency; an acceptable one is true and false."""
    lessons: list[tuple[int, bool, float]] = []
    for place, one in enumerate(examples):
        weight = WEIGHTS[one.source]
        if id in one.acceptable:
            lessons.append((place, True, weight * ACCEPTABLE))
            lessons.append((place, False, weight * (1 - ACCEPTABLE)))
        else:
            lessons.append((place, id in one.chief, weight))
    places, truths, weights = zip(*lessons, strict=True)
    return list(places), list(truths), list(weights)


# ---------------------------------------------------------------- where examples come from
def _rows(path: Path) -> Iterator[Example]:
    """Raises ValueError, naming a line that is wrong."""
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        columns = [*line.split("\t"), ""][:4]
        if len(columns) < 4 or columns[0] not in ("Q", "S") or not columns[2]:
            raise ValueError(f"{path.name}, line {at + 1}: kind, text and ids are not all there")
        kind, text, chief, acceptable = columns
        yield Example("row", f"row {at // BLOCK}", kind, text, _ids(chief), _ids(acceptable))


def _ids(listed: str) -> tuple[str, ...]:
    return tuple(id for id in listed.split(",") if id)


def _bank(path: Path) -> Iterator[Example]:
    for at, row in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        chief, *others = row["competencies"]
        yield Example("bank", f"bank {at // BLOCK}", "Q", row["text"], (chief,), tuple(others))


def _asked(answers: Iterable[Answer]) -> Iterator[Example]:
    """Each question once; those that share their words are neighbours."""
    asked: dict[str, list[tuple[str, ...]]] = {}
    for answer in answers:
        asked.setdefault(answer.question.strip(), []).append(answer.competencies)
    for at, text in enumerate(sorted(asked, key=lambda text: (_saying(text), text))):
        first = Counter(ids[0] for ids in asked[text])
        least = min(CHIEF_SHARE * len(asked[text]), max(first.values()))
        chief = tuple(id for id in first if first[id] >= least)
        others = dict.fromkeys(id for ids in asked[text] for id in ids if id not in chief)
        yield Example("asked", f"asked {at // BLOCK}", "Q", text, chief, tuple(others))


def _saying(text: str) -> list[str]:
    return sorted(w.stem for sentence in sentences_heard(text) for w in sentence if w.says)


def _told(answers: Iterable[Answer]) -> Iterator[Example]:
    for one in answers:
        chief, *others = one.competencies
        text = " ".join(one.texts)
        yield Example("told", f"told {one.source}", "S", text, (chief,), tuple(others))
