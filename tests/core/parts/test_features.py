from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.features import Features, features_of
from storybuilder.core.parts.phrasing import Phrasing

PHRASING = Phrasing((0.0,) * 5, {"i called": (0.0, 0.0, 3.0, 0.0, 0.0)})
LINES = ["We were late.", "I called the client.", "They stayed."]


def seen(texts: list[str]) -> list[Features]:
    return features_of(texts, PHRASING)


def test_the_figure_itself_is_not_seen() -> None:
    assert seen(["It fell by 15 %."]) == seen(["It fell by 80 %."])


def test_case_and_commas_are_not_seen() -> None:
    assert seen([line.upper() for line in LINES]) == seen(LINES)
    assert seen(["In March, we won."]) == seen(["In March we won."])


def test_no_word_but_cues_phrases_verbs_and_beginnings_is_seen() -> None:
    assert seen(["The oven broke."]) == seen(["The harp broke."])


def test_neighbours_and_place_are_seen() -> None:
    first, middle, last = seen(LINES)
    assert (first["first"], middle["first"], last["last"]) == (1.0, 0.0, 1.0)
    assert "after starts=they" in middle
    assert "before starts=i" in last


def test_phrases_are_seen_in_the_sentence_and_beside_it() -> None:
    first, middle, last = seen(LINES)
    assert max(LABELS, key=lambda label: middle[f"phrased {label}"]) == "A"
    assert first["after phrased A"] > first["phrased A"]
    assert last["before phrased A"] > last["phrased A"]
    assert "before phrased A" not in first


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_has_one_value_a_sentence_and_finite_ones(texts: list[str]) -> None:
    found = seen(texts)
    assert len(found) == len(texts)
    assert all(-10 < value < 10 for features in found for value in features.values())
