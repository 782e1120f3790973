from pathlib import Path

import pytest

from storybuilder.adapters.competency_file import load_competencies
from storybuilder.adapters.competency_model import COMPETENCIES, read_weights
from storybuilder.core.suggestion import evidence_words
from storybuilder.places import assets
from storybuilder.training.competencies import (
    Example,
    figures,
    judge_strangers,
    load_examples,
    train,
)
from storybuilder.training.corpus import load

IDS = ("conflict", "delivery")
EXAMPLES = tuple(
    Example("row", f"row {block}", "Q", text, chief, acceptable)
    for block in range(6)
    for text, chief, acceptable in (
        ("We argued over it.", ("conflict",), ()),
        ("It shipped by the deadline.", ("delivery",), ()),
        ("We argued over the deadline.", ("conflict",), ("delivery",)),
    )
)
LOADED = load_examples(load())


def test_a_model_learns_what_it_is_shown() -> None:
    model, text = train(EXAMPLES, IDS), "They argued."
    assert model.suggest(text)[0].id == "conflict"
    assert evidence_words(text, model.suggest(text)[0]) == ("argued",)


def test_training_twice_gives_the_same_model() -> None:
    assert train(EXAMPLES, IDS) == train(EXAMPLES, IDS)


def test_what_is_acceptable_is_likelier_than_what_is_wrong() -> None:
    wrong = tuple(
        Example(one.source, one.block, one.kind, one.text, one.chief, ()) for one in EXAMPLES
    )
    text = "We argued over the deadline."
    scores = [
        next(s.score for s in train(known, IDS).suggest(text) if s.id == "delivery")
        for known in (EXAMPLES, wrong)
    ]
    assert scores[0] > scores[1]


def test_figures_count_strangers() -> None:
    lines = figures(judge_strangers(EXAMPLES, IDS), IDS)
    assert lines[0].endswith("first right or acceptable 1.000, a chief one among three 1.000 of 18")
    assert lines[-1].startswith("competencies of questions, delivery: ")


@pytest.mark.parametrize("row", ["X\tText\tconflict\t", "Q\tText", "Q\tText\t\tconflict"])
def test_a_wrong_row_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "questions.json").write_text("[]")
    (tmp_path / "corpus" / "competencies.tsv").write_text(f"S\tText\tconflict\t\n{row}\n")
    with pytest.raises(ValueError, match=r"competencies\.tsv, line 2"):
        load_examples((), tmp_path)


def test_at_least_1200_texts_were_written_over_all_competencies() -> None:
    rows = [one for one in LOADED if one.source == "row"]
    known = {one.id for one in load_competencies(assets() / "competencies.json")}
    assert len({one.text for one in rows}) == len(rows) >= 1200
    assert all(sum(id in one.chief for one in rows) >= 80 for id in known)
    assert {id for one in rows for id in (*one.chief, *one.acceptable)} == known


def test_no_competency_is_chief_and_acceptable_at_once() -> None:
    assert [one.text for one in LOADED if set(one.chief) & set(one.acceptable)] == []


def test_the_model_that_is_carried_is_small_and_knows_all_competencies() -> None:
    model = read_weights(assets() / "models" / COMPETENCIES)
    assert (assets() / "models" / COMPETENCIES).stat().st_size < 500_000
    assert set(model.bias) == {one.id for one in load_competencies(assets() / "competencies.json")}
