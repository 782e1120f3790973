import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.passage import looks_past, passages_of


def texts(text: str) -> list[str]:
    return [text[slice(*one.span(0, len(one.tokens)))] for one in passages_of(text)]


def clauses(text: str) -> list[str]:
    (passage,) = passages_of(text)
    numbers = sorted(set(passage.clauses))
    return [text[slice(*passage.span(*passage.clause_bounds(one)))] for one in numbers]


def negated(text: str) -> dict[str, bool | None]:
    return {word.lower: word.negated for one in passages_of(text) for word in one.words}


def test_sentences_end_at_signs_and_line_ends() -> None:
    assert texts("I fixed it. It held!\nWe left") == ["I fixed it.", "It held!", "We left"]


def test_abbreviations_and_figures_end_nothing() -> None:
    text = "Mr. Visser paid 2.3 million at St. Brannoc's at 6 a.m. on Monday."
    assert texts(text) == [text]


def test_speech_without_signs_is_cut_where_a_step_begins() -> None:
    told = "i looked at the list and i saw that it was old " * 6
    assert len(passages_of(told)) > 2


def test_clauses_begin_at_signs_and_conjunctions() -> None:
    told = "I rang her, but she slept and I left because it rained."
    assert clauses(told) == ["I rang her,", "but she slept", "and I left", "because it rained."]


def test_a_list_of_things_is_one_clause() -> None:
    assert clauses("I asked Priya and Tomasz.") == ["I asked Priya and Tomasz."]


@pytest.mark.parametrize(
    ("told", "word", "expected"),
    [
        ("We reached it.", "reached", False),
        ("We did not reach it.", "reach", True),
        ("No customer complained.", "complained", True),
        ("We not only reached it.", "reached", False),
        ("We stopped filling it.", "filling", None),
        ("We did not reach the target.", "target", None),
    ],
)
def test_a_negation_turns_the_word_behind_it(told: str, word: str, expected: bool | None) -> None:
    assert negated(told)[word] is expected


def test_past_tenses_are_known_by_their_shape() -> None:
    assert all(map(looks_past, ("called", "wrote", "went")))
    assert not any(map(looks_past, ("call", "red", "table")))


@given(st.text(max_size=300))
def test_passages_hold_every_token_once_and_in_order(text: str) -> None:
    starts = [token.start_char for one in passages_of(text) for token in one.tokens]
    assert starts == sorted(set(starts))
    for one in passages_of(text):
        assert len(one.clauses) == len(one.tokens)
