import pytest

from storybuilder.core.quantities.none_at_all import none_at_all, tells_mishap
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.token import tokens_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no complaints at all", "no complaints"),
        ("not a single error", "not a single error"),
        ("without a single failure", "without a single failure"),
        ("not one pupil left", "not one pupil"),
        ("none of the 40", "none of the 40"),
        ("none of them", "none of them"),
        ("Flaky tests: none", "none"),
        ("no lost-time accidents", "no lost-time accidents"),
        ("without any data loss", "without any data loss"),
        ("Nobody left.", "Nobody left"),
        ("nobody was hurt", "nobody was hurt"),
        ("We didn't lose a single booking.", "didn't lose a single booking"),
        ("We did not miss one payroll.", "not miss one payroll"),
        ("He never had a single fall.", "never had a single fall"),
        ("In the end no data was lost.", "no data was lost"),
        ("No one was hurt.", "No one was hurt"),
        ("Of these none was lost.", "none was lost"),
        ("Discrepancies have been zero for a year.", "zero"),
        ("We moved it and lost nothing.", "nothing"),
    ],
)
def test_zero_is_found_in_words(text: str, found: str) -> None:
    tokens = tokens_of(text)
    (zero,) = none_at_all(tokens)
    assert text[tokens[zero.first].start_char : tokens[zero.end - 1].end_char] == found
    assert (zero.kind, zero.value) == ("count", 0)


@pytest.mark.parametrize(
    "text",
    [
        "no idea",
        "no",
        "nobody knew",
        "none of this",
        "not one of us",
        "no, complaints came",
        "No one could say why.",
        "It is not a thing one does.",
        "There was nothing to do.",
        "They would not pass one another the salt.",
        "That isn't true. One Tuesday it rained.",
        "I couldn't put this one through.",
    ],
)
def test_other_denials_count_nothing(text: str) -> None:
    assert list(none_at_all(tokens_of(text))) == []


@pytest.mark.parametrize(("text", "told"), [("one customer complaint", True), ("one day", False)])
def test_a_number_may_count_mishaps(text: str, told: bool) -> None:
    tokens = tokens_of(text)
    assert tells_mishap(tokens, numbers_of(tokens)[0]) is told
