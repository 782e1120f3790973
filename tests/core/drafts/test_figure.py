import pytest

from storybuilder.core.drafts.figure import Figure, figures_of, is_same, is_variant
from storybuilder.core.quantities.quantity import find_quantities


def figures(text: str) -> list[Figure]:
    (quantity,) = find_quantities(text)
    return list(figures_of(quantity, text[: quantity.start_char]))


def figure(text: str) -> Figure:
    (one,) = figures(text)
    return one


@pytest.mark.parametrize(
    ("drafted", "said"),
    [
        ("15 %", "fifteen percent"),
        ("$2.3 million", "two point three million dollars"),
        ("120 minutes", "two hours"),
        ("by 33 %", "by a third"),
        ("by a third", "33 percent"),
        ("67 %", "two thirds of it"),
        ("50 %", "by half"),
        ("halved", "by half"),
        ("doubled", "twice as many"),
        ("2x", "twofold"),
        ("zero complaints", "no complaints"),
        ("412 tickets", "about four hundred tickets"),
        ("41 warehouses", "forty-one sites"),
    ],
)
def test_the_same_figure_said_otherwise(drafted: str, said: str) -> None:
    assert is_same(figure(drafted), figure(said))


@pytest.mark.parametrize(
    ("drafted", "said"),
    [
        ("15 %", "50 %"),
        ("15 %", "15 people"),
        ("by a third", "by a quarter"),
        ("412 tickets", "four hundred tickets"),
        ("412 tickets", "about four hundred and fifty tickets"),
        ("9 pupils", "nine weeks"),
        ("$2 million", "two million euros"),
    ],
)
def test_another_figure(drafted: str, said: str) -> None:
    assert not is_same(figure(drafted), figure(said))


@pytest.mark.parametrize(("count", "same"), [(9, False), (10, True)])
def test_a_count_of_ten_is_the_same_of_any_noun(count: int, same: bool) -> None:
    drafted, said = figure(f"{count} pupils"), figure(f"{count} kids")
    assert is_same(drafted, said) is same
    assert is_same(drafted, said, in_context=True)


def test_a_change_has_two_figures_the_end_first() -> None:
    assert [(one.value, one.unit) for one in figures("from ten days to three")] == [
        *((3.0, "day"), (10.0, "day"))
    ]


@pytest.mark.parametrize(
    ("drafted", "said", "variant"),
    [
        ("15 %", "50 %", True),
        ("3 weeks", "10 days", True),
        ("by a third", "by a quarter", True),
        ("15 %", "50 people", False),
        ("9 pupils", "10 kids", False),
    ],
)
def test_a_variant_measures_the_same(drafted: str, said: str, variant: bool) -> None:
    assert is_variant(figure(drafted), figure(said)) is variant
