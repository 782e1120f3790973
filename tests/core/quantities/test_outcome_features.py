import pytest

from storybuilder.core.quantities.outcome_features import features_of
from storybuilder.core.quantities.quantity import measures_in
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.token import tokens_of
from tests.builders import labelled_as


def shown(text: str, sentence: LabelledSentence | None = None) -> frozenset[str]:
    """Of the last measure of a text."""
    tokens = tokens_of(text)
    return features_of(tokens, measures_in(tokens)[-1], sentence)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sales rose by 12 %.", "kind=percent"),
        ("Sales rose by 12 %.", "b0=by"),
        ("Sales rose by 12 %.", "verb=rose"),
        ("12 % fewer errors", "a0=fewer"),
        ("Result: 12 %", "label=result"),
        ("We had to reach 95 %.", "had-to"),
        ("Churn had risen to 30 %.", "had-done"),
        ("We were losing 8 %.", "was-doing"),
        ("The goal was to save 8 %.", "to-do-need=True"),
        ("It went from 8 to 4 %.", "baseline"),
        ("We had no complaints.", "zero"),
    ],
)
def test_what_the_words_show_has_a_name(text: str, name: str) -> None:
    assert name in shown(text)


def test_other_numbers_are_alike() -> None:
    assert shown("After 3 calls I saved 12 %.") == shown("After nine calls I saved 12 %.")


def test_other_sentences_are_not_looked_at() -> None:
    assert shown("We had a goal. Sales rose by 12 %. Good!") == shown("Sales rose by 12 %.")


def test_a_decimal_point_ends_no_sentence() -> None:
    assert "s=profit" in shown("Profit at 3.5 rose by 12 %.")


@pytest.mark.parametrize(("confidence", "known"), [(0.6, True), (0.59, False)])
def test_a_part_counts_when_it_is_sure_enough(confidence: float, known: bool) -> None:
    (told,) = labelled_as("R It took 12 minutes.")
    sentence = LabelledSentence(sentence=told.sentence, part=told.part, confidence=confidence)
    assert ("part=result" in shown("It took 12 minutes.", sentence)) is known
