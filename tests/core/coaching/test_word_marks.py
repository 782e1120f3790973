import pytest

from storybuilder.core.coaching.material import material_of
from storybuilder.core.coaching.passage import passages_of
from storybuilder.core.coaching.word_marks import cause_marks, superlative_marks, word_marks

TOLD = (
    "The supplier missed the deadline twice. I wrote a checklist for the drivers. My manager was "
    "angry. We did not reach the target. The late crates went from 19 to 5. Nobody complained. "
    "It was the fastest line. The rent stayed the same. The town has an old bridge."
)


def marked(draft: str) -> list[tuple[str, str]]:
    material = material_of([TOLD])
    return [
        (draft[slice(*passage.span(mark.first, mark.end))], mark.why)
        for passage in passages_of(draft)
        for find in (word_marks, superlative_marks, cause_marks)
        for mark in find(passage, set(), material)
    ]


@pytest.mark.parametrize(
    "draft",
    [
        "The vendor didn't meet the deadline.",
        "We missed the target.",
        "For the drivers I made a list.",
        "My boss was furious.",
        "Late crates dropped from 19 to 5.",
        "The rent did not rise.",
        "It was clearly the quickest line.",
        "The drivers' checklist was written by me.",
    ],
)
def test_other_words_for_what_was_told_are_free(draft: str) -> None:
    assert marked(draft) == []


@pytest.mark.parametrize(
    ("draft", "clause"),
    [
        ("I wrote a checklist, and I was promoted.", "and I was promoted."),
        ("My manager was delighted.", "My manager was delighted."),
        ("I wrote a checklist and the drivers sent flowers.", "and the drivers sent flowers."),
        ("Late crates rose from 5.", "Late crates rose from 5."),
    ],
)
def test_a_clause_with_a_word_from_nowhere_is_marked(draft: str, clause: str) -> None:
    assert marked(draft) == [(clause, "unknown")]


@pytest.mark.parametrize(
    "draft",
    ["We reached the target.", "I did not write a checklist.", "My manager was not angry."],
)
def test_a_fact_turned_round_is_marked(draft: str) -> None:
    assert [why for _, why in marked(draft)] == ["turned"]


@pytest.mark.parametrize(
    ("draft", "word"), [("It was the oldest bridge.", "oldest"), ("It was the best line.", "best")]
)
def test_a_superlative_nobody_told_is_marked(draft: str, word: str) -> None:
    assert marked(draft) == [(word, "most")]


def test_a_superlative_that_was_told_is_free() -> None:
    assert marked("It was the fastest line.") == []


def test_a_cause_between_what_was_told_far_apart_is_marked() -> None:
    draft = "The supplier missed the deadline because of the old bridge in the town."
    assert [why for _, why in marked(draft)] == ["cause"]


def test_words_told_far_apart_make_no_new_fact() -> None:
    draft = "The supplier wrote the target rent of the bridge."
    assert [why for _, why in marked(draft)] == ["apart"]


def test_tokens_traced_otherwise_are_passed_over() -> None:
    (passage,) = passages_of("I asked Priya.")
    material = material_of(["I asked."])
    assert list(word_marks(passage, {2}, material)) == []
    assert len(list(word_marks(passage, set(), material))) == 1
