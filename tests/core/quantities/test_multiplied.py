import pytest

from storybuilder.core.quantities.multiplied import multipliers
from storybuilder.core.token import tokens_of


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Sales doubled.", "multiplier", 2),
        ("Costs halved.", "multiplier", 0.5),
        ("a threefold rise", "multiplier", 3),
        ("twice as fast", "multiplier", 2),
        ("double the number", "multiplier", 2),
        ("to double sales", "multiplier", 2),
        ("charged twice", "count", 2),
        ("once a week", "count", 1),
        ("only once", "count", 1),
    ],
)
def test_one_word_multiplies_or_counts(text: str, kind: str, value: float) -> None:
    assert [(m.kind, m.value) for m in multipliers(tokens_of(text))] == [(kind, value)]


@pytest.mark.parametrize("text", ["once I knew", "to double check", "both halves", "a double room"])
def test_their_look_alikes_do_not(text: str) -> None:
    assert list(multipliers(tokens_of(text))) == []
