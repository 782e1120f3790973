import pytest

from storybuilder.core.drafts.must_land import MustLand, land
from storybuilder.core.drafts.rarity import weights_of
from storybuilder.core.drafts.term import terms_of
from tests.builders import sentences_of

LINE = "I did not train people, I made the mistake hard to make."


def landed(said: str, line: str = LINE) -> MustLand:
    sentences = sentences_of(said)
    told = [terms_of(sentence.text) for sentence in sentences]
    weights, *_ = weights_of([terms_of(line), *told])
    return land(line, weights, said, sentences, terms_of(said))


@pytest.mark.parametrize(
    "said",
    [
        LINE,
        "i didn't train people i made the mistake hard to make",
        "So I did not train people, I just made the mistake hard to make.",
    ],
)
def test_a_line_landed_when_nearly_all_its_words_came_in_order(said: str) -> None:
    assert landed(f"It was late.\n{said}\nThat is all.") == MustLand(LINE, "said", said, 13)


def test_in_other_words_it_was_said_differently() -> None:
    said = "What I changed was how hard it is to make that mistake, training changes nothing."
    assert landed(said) == MustLand(LINE, "differently", said, 0)


@pytest.mark.parametrize("said", ["", "The queue was short again.", "We made bread."])
def test_a_line_that_was_not_said_has_no_words(said: str) -> None:
    assert landed(said) == MustLand(LINE, "not_said")


def test_another_figure_is_other_words() -> None:
    line = "Eight percent fewer errors and nobody hired."
    assert landed(line, line).landing == "said"
    assert landed(line.replace("Eight", "Nine"), line).landing == "differently"


def test_of_a_long_sentence_only_the_words_for_it_are_shown() -> None:
    said = f"so we had bread and {LINE.rstrip('.')} and then the whole queue went home for the day"
    found = landed(f"{said} {said.replace('mistake', 'milk').replace('train', 'pay')}")
    assert len(found.said) < len(LINE) * 2
    assert "mistake" in found.said


@pytest.mark.parametrize(("said", "landing"), [("Well, it was us!", "said"), ("Us.", "not_said")])
def test_a_line_of_small_words_must_be_said_as_it_is(said: str, landing: str) -> None:
    assert landed(said, "It was us.").landing == landing
