"""Probe cards: each gap of a story is asked about, with its words, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.probe_card import MOST_CARDS, ProbeCard, Told, probe_cards
from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part
from tests.outcomes import OUTCOMES

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
        ("action", ["The reminder was moved to the evening."], "Who did that?"),
        ("result", ["The clinic ran much better."], "“The clinic ran much better”. How did you"),
        ("result", ["The clinic was happy."], "How do you know that it worked?"),
        ("result", ["In the end 400 patients came."], "400 patients came”. Where does the number"),
        ("action", ["I decided to call everyone."], "What else did you consider"),
        ("action", ["Decided to call everyone."], "What else did you consider"),
        ("action", ["I asked her for one more week."], "if the answer had been no?"),
        ("action", ["I called everyone."], "Who saw it differently"),
        ("action", ["I called everyone."], "the hardest moment"),
        ("result", ["The clinic was happy."], "Suppose it had not worked."),
        ("result", ["Missed bookings fell from 30 % to 8 %."], "What would you do differently"),
    ],
)
def test_a_gap_is_asked_about(part: str, texts: list[str], asked: str) -> None:
    assert asked in questions(probe_cards(told(**{part: texts})))


@pytest.mark.parametrize(
    ("part", "texts", "never"),
    [
        ("action", ["We met, and I called forty patients."], "What of that"),
        ("action", ["I considered two ways.", "I decided on the second."], "What else"),
        ("action", ["She said “we decided that together” and I left."], "What else"),
        ("action", ["I asked her for a week before she decided."], "What else"),
        ("action", ["I asked each of them which part they wanted."], "been no"),
        ("action", ["I called them, but nobody answered."], "hardest"),
        ("result", ["Missed bookings fell from 30 % to 8 %."], "Where does the number"),
        ("result", ["It took three weeks in all."], "Where does the number"),
        ("result", ["They are not afraid any more."], "before, and what after"),
        ("result", ["The clinic ran much better."], "that it worked"),
        ("result", ["It was more than I deserved."], "before, and what after"),
        ("result", ["Nobody complained."], "Where does the number"),
        ("result", ["I always call first now."], "differently today"),
    ],
)
def test_what_has_its_other_half_is_not_asked_about(
    part: str, texts: list[str], never: str
) -> None:
    assert never not in questions(probe_cards(told(**{part: texts})))


def test_only_figures_that_came_of_the_action_are_asked_about() -> None:
    cards = probe_cards(
        told(result=["Sales grew by 40 units. Monday is 12 December."]), "", OUTCOMES
    )
    assert [card.about for card in cards if "number" in card.asks] == [
        "Sales grew by 40 units. Monday is 12 December."
    ]
    aside = told(result=["It was on the two other wards that I met her."])
    assert "Where does the number" not in questions(probe_cards(aside, "", OUTCOMES))


def test_no_words_are_asked_about_twice() -> None:
    cards = probe_cards(told(action=["We decided to call everyone, and it was done."]))
    about = [card.about for card in cards if card.about]
    assert len(about) == len(set(about)) == 1


def test_the_name_of_a_part_is_not_among_the_words() -> None:
    cards = probe_cards(told(action=["Action: We called everyone."]))
    assert "We called everyone." in [card.about for card in cards]


def test_a_long_sentence_is_shortened_where_it_is_asked_aloud() -> None:
    long = "We called " + "and called " * 30 + "them."
    (card,) = (one for one in probe_cards(told(action=[long])) if one.about)
    assert card.about == long
    assert "…”. What of that" in card.question
    assert len(card.question) < 200


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
