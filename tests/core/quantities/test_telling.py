import pytest

from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.quantities.telling import merely_tells
from storybuilder.core.token import tokens_of


def told(text: str) -> list[bool]:
    tokens = tokens_of(text)
    return [merely_tells(tokens, number) for number in numbers_of(tokens)]


@pytest.mark.parametrize(
    "text",
    [
        "first I asked",
        "in the first place",
        "who came first",
        "the second of two",
        "one of my colleagues",
        "one day it broke",
        "us two, alone",
        "half right",
        "the first half",
        "nine to five",
        "one to one",
        "one-on-one talks",
    ],
)
def test_numbers_of_speech_merely_tell(text: str) -> None:
    assert told(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "came third",
        "4th of 52 teams",
        "joint first of 11 branches",
        "from 7th to 3rd",
        "was second in the region",
        "one week",
        "one day before the deadline",
        "within one day",
        "one in five",
        "one complaint",
        "half of them",
        "two a day",
        "from thirty-one to one",
        "from nine to five percent",
        "half the cost",
        "found that half the scanners failed",
    ],
)
def test_their_look_alikes_measure(text: str) -> None:
    assert not any(told(text))
