import pytest

from storybuilder.core.parts.part_measure import PartVerdict, judge_part, measure_parts
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from tests.builders import labelled_as

LIMITS = Thresholds()


@pytest.mark.parametrize(
    ("part", "words", "share", "verdict"),
    [
        (Part.TASK, 0, 0.0, "missing"),
        (Part.TASK, 9, 0.1, "thin"),
        (Part.TASK, 10, 0.1, "ok"),
        (Part.TASK, 10, 0.15, "ok"),
        (Part.TASK, 10, 0.151, "heavy"),
        (Part.SITUATION, 20, 0.01, "ok"),
        (Part.SITUATION, 20, 0.251, "heavy"),
        (Part.ACTION, 100, 0.449, "thin"),
        (Part.ACTION, 100, 0.45, "ok"),
        (Part.ACTION, 100, 0.701, "heavy"),
        (Part.RESULT, 30, 0.079, "thin"),
        (Part.RESULT, 30, 0.08, "ok"),
        (Part.RESULT, 30, None, "ok"),
    ],
)
def test_a_part_is_judged_by_words_and_share(
    part: Part, words: int, share: float | None, verdict: PartVerdict
) -> None:
    assert judge_part(part, words, share, LIMITS) == verdict


def test_in_a_text_the_share_is_of_words() -> None:
    parts = measure_parts(labelled_as("S one two three", "A four five", "- six"), LIMITS)
    assert parts[Part.SITUATION].share == pytest.approx(0.5)
    assert parts[Part.ACTION].words == 2
    assert parts[Part.ACTION].seconds is None
    assert not parts[Part.RESULT].present


def test_a_sentence_lasts_until_the_next_begins() -> None:
    told = labelled_as("S one", "A two", "R three", times=((1, 2), (4, 5), (9, 10)))
    parts = measure_parts(told, LIMITS)
    assert [parts[part].seconds for part in Part] == [3, 0, 5, 1]


def test_the_seconds_add_up_to_the_spoken_stretch() -> None:
    told = labelled_as("S one", "A two", "S x", "R y", times=((1, 2), (4, 5), (6, 7), (8, 12)))
    parts = measure_parts(told, LIMITS)
    assert sum(parts[part].seconds or 0 for part in Part) == 11
    assert sum(parts[part].share for part in Part) == pytest.approx(1)


def test_nothing_said_is_nothing_told() -> None:
    assert all(measure.verdict == "missing" for measure in measure_parts((), LIMITS).values())
