"""Probe cards: each gap of a story is asked about, with its words, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.probe_card import MOST_CARDS, ProbeCard, Told, probe_cards
from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part

WHOLE = {
    Part.SITUATION: ["Last spring our clinic lost a third of its bookings."],
    Part.TASK: ["I had to find out why within two weeks."],
    Part.ACTION: [
        "I called forty patients and compared the two likely causes.",
        "My manager disagreed, so I showed her the calls.",
        "I chose to move the reminder to the evening instead of the morning.",
    ],
    Part.RESULT: ["Missed bookings fell from 30 % to 8 %. I learned to ask before I guess."],
}


def told(**changes: list[str]) -> Told:
    parts = {**WHOLE, **{Part(name): texts for name, texts in changes.items()}}
    return {part: [Sentence(text, 0, len(text)) for text in texts] for part, texts in parts.items()}


def questions(cards: tuple[ProbeCard, ...]) -> str:
    return "\n".join(card.question for card in cards)


def test_a_story_without_gaps_is_asked_about_its_limits_alone() -> None:
    (card,) = probe_cards(told())
    assert ("ten times" in card.question, card.hardness) == (True, 5)


def test_a_story_without_words_has_no_cards() -> None:
    assert probe_cards({}) == ()


@pytest.mark.parametrize(
    ("part", "texts", "asked"),
    [
        ("task", [], "What exactly was yours to do?"),
        ("result", [], "How did it end?"),
        ("action", ["We called forty patients."], "“We called forty patients”. What of that did"),
        ("action", ["The reminder was moved to the evening."], "who did that?"),
        ("result", ["The clinic ran much better."], "“The clinic ran much better”: from what"),
        ("result", ["The clinic ran much better."], "How do you know that it worked?"),
        ("result", ["In the end 400 patients came."], "“400 patients”: what was it before"),
        ("action", ["I decided to call everyone."], "what else did you consider"),
        ("action", ["I called everyone."], "Who disagreed with you"),
        ("result", ["Missed bookings fell from 30 % to 8 %."], "What would you do differently"),
    ],
)
def test_a_gap_is_asked_about(part: str, texts: list[str], asked: str) -> None:
    assert asked in questions(probe_cards(told(**{part: texts})))


@pytest.mark.parametrize(
    ("part", "texts", "never"),
    [
        ("action", ["We met, and I called forty patients."], "What of that"),
        ("action", ["I considered two ways.", "I decided on the second."], "what else"),
        ("action", ["She said “we decided that together” and I left."], "what else"),
        ("result", ["Missed bookings fell from 30 % to 8 %."], "what was it before"),
        ("result", ["It took three weeks in all."], "what was it before"),
    ],
)
def test_what_has_its_other_half_is_not_asked_about(
    part: str, texts: list[str], never: str
) -> None:
    assert never not in questions(probe_cards(told(**{part: texts})))


def test_a_lesson_of_its_own_answers_what_was_learned() -> None:
    silent = told(result=["Missed bookings fell from 30 % to 8 %."])
    assert "differently" not in questions(probe_cards(silent, "I ask before I guess."))


def test_cards_go_from_kind_to_hard_and_are_never_too_many() -> None:
    gaps = {
        part.value: ["We decided it. It was done. We chose it. It got better."] for part in Part
    }
    cards = probe_cards(told(**gaps))
    hardness = [card.hardness for card in cards]
    assert hardness == sorted(hardness)
    assert len(cards) <= MOST_CARDS


@given(st.dictionaries(st.sampled_from(Part), st.lists(st.text(min_size=1, max_size=60))))
def test_the_words_asked_about_stand_in_the_story(parts: dict[Part, list[str]]) -> None:
    here = {part: [Sentence(text, 0, len(text)) for text in texts] for part, texts in parts.items()}
    for card in probe_cards(here):
        texts = [text for part, texts in parts.items() for text in texts if part is card.part]
        assert not card.about or any(card.about in text for text in texts)
