import pytest

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.hint import Hint, weighed

ROW = {"S": 0.5, "T": 0.1, "A": 0.2, "R": 0.1, "O": 0.1}


def hint(**weights: float) -> Hint:
    return Hint({**dict.fromkeys(LABELS, 1.0), **weights})


def test_without_hints_the_table_is_what_it_was() -> None:
    table = [ROW]
    assert weighed(table, ()) is table


def test_a_hint_that_says_nothing_changes_nothing() -> None:
    assert weighed([ROW], [Hint()])[0] == pytest.approx(ROW)


def test_a_part_that_is_likelier_takes_from_all_others() -> None:
    (row,) = weighed([ROW], [hint(A=6.0)])
    assert row == pytest.approx({"S": 0.25, "T": 0.05, "A": 0.6, "R": 0.05, "O": 0.05})


def test_what_the_model_rules_out_stays_out() -> None:
    (row,) = weighed([{**ROW, "T": 0.0}], [hint(T=1e6)])
    assert row["T"] == 0


def test_a_row_that_sums_to_nothing_is_left_alone() -> None:
    nothing = dict.fromkeys(LABELS, 0.0)
    assert weighed([nothing], [hint(A=2.0)]) == [nothing]


def test_every_sentence_needs_its_hint() -> None:
    with pytest.raises(ValueError, match="zip"):
        weighed([ROW, ROW], [Hint()])
