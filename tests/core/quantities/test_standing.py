import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.quantities.standing import standings
from storybuilder.core.token import tokens_of


def found(text: str) -> list[str]:
    tokens = tokens_of(text)
    return [
        text[tokens[m.first].start_char : tokens[m.end - 1].end_char] for m in standings(tokens)
    ]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("We were the fastest in the department.", "fastest in the department"),
        ("It had the highest score of the group.", "highest score of the group"),
        ("I graduated top of the class.", "top of the class"),
        ("It was the lowest we ever had.", "lowest we ever"),
        ("Our score is 81, top quartile.", "top quartile"),
        ("We got an A for it.", "an A"),
        ("I received a B+ in the other.", "a B+"),
        ("She earned an A minus in maths.", "an A minus"),
        ("He passed with a distinction.", "a distinction"),
        ("The report got full marks.", "full marks"),
        ("My bread won gold at the show.", "gold"),
        ("We were runners-up twice.", "runners-up"),
        ("In June we became champions.", "champions"),
    ],
)
def test_a_standing_without_a_figure_is_a_rank(text: str, standing: str) -> None:
    assert found(text) == [standing]


@pytest.mark.parametrize(
    "text",
    [
        "It stood at the top of the page.",
        "To the best of my knowledge it works.",
        "Best of all, she stayed.",
        "It was the best approach.",
        "The biggest client of our software left.",
        "We ran an A/B test.",
        "I wrote a C compiler.",
        "A small team met a runner.",
        "They sell gold.",
        "It was in the best interest of the company.",
    ],
)
def test_a_manner_of_speaking_is_no_rank(text: str) -> None:
    assert found(text) == []


@given(st.text())
def test_whatever_is_written_the_places_lie_within_it(text: str) -> None:
    tokens = tokens_of(text)
    assert all(0 <= m.first < m.end <= len(tokens) for m in standings(tokens))
