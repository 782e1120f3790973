import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.filler import filler_spans
from storybuilder.core.token import word_set

Spans = list[tuple[int, int]]
CONTEXTS = (Path(__file__).parent / "filler_contexts.txt").read_text(encoding="utf-8").splitlines()
"""Our own sentences; what fills stands in brackets."""


def fillers(text: str) -> list[str]:
    return [text[start:end] for start, end in filler_spans(text)]


def unbracketed(line: str) -> tuple[str, Spans]:
    """The sentence without its brackets, and what stood in them."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]*\])", line):
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("[]")
    return text, spans


MISJUDGED = {"I mean the second invoice, not the first.", "I just [like] froze."}
"""What the words around cannot tell; they count in the figures below."""


@pytest.mark.parametrize("line", [line for line in CONTEXTS if line not in MISJUDGED])
def test_what_fills_is_told_from_what_means(line: str) -> None:
    text, spans = unbracketed(line)
    assert list(filler_spans(text)) == spans


def test_ninety_eight_of_a_hundred_are_told_apart_both_ways() -> None:
    told = [(set(filler_spans(text)), set(spans)) for text, spans in map(unbracketed, CONTEXTS)]
    hits = sum(len(found & spans) for found, spans in told)
    assert hits / sum(len(found) for found, _ in told) >= 0.98
    assert hits / sum(len(spans) for _, spans in told) >= 0.98


def test_both_meanings_are_listed_at_length() -> None:
    filled = sum("[" in line for line in CONTEXTS)
    assert min(filled, len(CONTEXTS) - filled) >= 75


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hmm. Umm, uhh.", ["Hmm", "Umm", "uhh"]),
        ("It was, You Know, hard.", ["You Know"]),
        ("it was sort  of broken", ["sort  of"]),
        ("I’m um sure.", ["um"]),
        ("", []),
        ("...", []),
    ],
)
def test_case_and_white_space_make_no_difference(text: str, found: list[str]) -> None:
    assert fillers(text) == found


def test_a_sound_inside_a_phrase_hides_neither() -> None:
    assert fillers("We were, you um know, tired.") == ["you um know", "um"]


def test_a_phrase_ends_with_its_sentence() -> None:
    assert fillers("I will tell you. Know the rules.") == []


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in filler_spans(text))


WORDS = st.sampled_from(
    sorted(
        word_set(
            "so well you know I mean like was sort kind of right? 5 actually the end day, at or "
            "something and stuff. okay ran"
        )
    )
)


@given(st.lists(WORDS, max_size=12), st.data(), st.sampled_from(["um", "Uh,", "erm"]))
def test_one_more_sound_is_one_more_filler_at_least(
    words: list[str], data: st.DataObject, sound: str
) -> None:
    at = data.draw(st.integers(0, len(words)))
    with_sound = " ".join([*words[:at], sound, *words[at:]])
    assert len(fillers(with_sound)) > len(fillers(" ".join(words)))
