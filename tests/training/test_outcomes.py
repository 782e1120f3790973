from pathlib import Path

from storybuilder.adapters.outcome_model import OUTCOMES, read_outcomes
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.places import assets
from storybuilder.training.corpus import Answer
from storybuilder.training.outcomes import Note, figures, load_notes, train

TOLD = (
    Note("Sales rose by 12 %.", ("12 %",), ()),
    Note("Errors fell by 30 %.", ("30 %",), ()),
    Note("I called 12 customers.", (), ("12 customers",)),
    Note("I led five people.", (), ()),
) * 5


def answer(source: str) -> Answer:
    return Answer(
        id=f"{source}1",
        source=source,
        occupation="baker",
        style="plain",
        texts=("We were 12 people.", "Waste fell by 30 %."),
        labels="SR",
        outcome_quantities=("30 %",),
        other_quantities=("12 people",),
    )


def test_notes_are_read_with_their_quantities(tmp_path: Path) -> None:
    (tmp_path / "n.tsv").write_text("From 9 I got 4 in 2 days.\t9 ; 4\t2 days\nNone.\n")
    assert load_notes(tmp_path / "n.tsv") == (
        Note("From 9 I got 4 in 2 days.", ("9", "4"), ("2 days",)),
        Note("None.", (), ()),
    )


def test_a_model_learns_what_it_is_shown() -> None:
    model = train([answer("a")], TOLD)
    found = find_quantities("Costs fell by 20 %. I called 20 people.", outcomes=model)
    assert [quantity.is_result for quantity in found] == [True, False]


def test_training_twice_gives_the_same_model() -> None:
    assert train([answer("a")], TOLD) == train([answer("a")], TOLD)


def test_figures_tell_answers_and_notes_apart() -> None:
    lines = figures([answer(source) for source in "abcdefgh"], TOLD)
    assert lines[0].endswith("F1 1.000 of 8 in 16")
    assert lines[2].endswith("of 10 in 20")


def test_the_model_that_is_carried_is_small() -> None:
    model = read_outcomes(assets() / "models" / OUTCOMES)
    assert (assets() / "models" / OUTCOMES).stat().st_size < 500_000
    assert len(model.weights) > 1000
