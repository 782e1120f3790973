"""The learned model itself, as the program ships it."""

from itertools import pairwise

from storybuilder.adapters.parser import SpacyParser
from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.hint import Hint
from storybuilder.core.story import Part
from tests.labeller import LABELLER

PARSER = SpacyParser()
TOLD = {
    Part.SITUATION: "Two years ago I was working at a bakery where the orders were often wrong. "
    "The owner was losing customers every week.",
    Part.TASK: "My task was to halve the wrong orders before the holidays.",
    Part.ACTION: "I asked the drivers to photograph every crate. Then I wrote a short list for "
    "the packers and I checked the first ten crates myself every morning.",
    Part.RESULT: "As a result wrong orders fell from 30 to 9 a week. The owner thanked me and "
    "still uses the list.",
}
WHOLE = " ".join(TOLD.values())


def labels(text: str) -> list[Part | None]:
    return [one.part for one in LABELLER.label(PARSER.sentences(text))]


def test_a_whole_answer_is_labelled_in_telling_order() -> None:
    order = [part for part, after in pairwise([*labels(WHOLE), None]) if part is not after]
    assert order == list(Part)


def test_place_alone_does_not_decide() -> None:
    assert labels(" ".join(reversed(TOLD.values())))[0] is Part.RESULT


def test_general_talk_tells_no_part() -> None:
    talk = "I would say I tend to be calm. I usually like to talk about it."
    assert labels(talk) == [None, None]


def test_confidences_are_probabilities() -> None:
    found = LABELLER.label(PARSER.sentences(WHOLE))
    assert all(0 <= one.confidence <= 1 for one in found)


def test_nothing_gives_nothing() -> None:
    assert LABELLER.label(()) == ()


def test_without_a_hint_and_with_none_that_tells_the_labels_are_the_same() -> None:
    sentences = PARSER.sentences(WHOLE)
    plain = [one.part for one in LABELLER.label(sentences)]
    assert [one.part for one in LABELLER.label(sentences, [Hint()] * len(sentences))] == plain


def test_a_hint_beyond_doubt_is_followed() -> None:
    sentences = PARSER.sentences(WHOLE)
    surely = Hint({**dict.fromkeys(LABELS, 1.0), "R": 1e6}, surely="R")
    hints = [surely, *[Hint()] * (len(sentences) - 1)]
    assert LABELLER.label(sentences, hints)[0].part is Part.RESULT
