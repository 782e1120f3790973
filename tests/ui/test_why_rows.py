import pytest

from storybuilder.core.fit import Fit, Level
from storybuilder.core.story_map import StoryMap
from storybuilder.ui.why_rows import COMPONENTS, set_words, sum_rows, why_rows
from tests.stories import LORE
from tests.ui.test_map_rows import ALL, CONFLICT, PRESS


def test_the_points_of_a_score_add_up_to_it() -> None:
    fit = ALL.fit(1, 3)
    assert sum(row.points for row in sum_rows(fit)) == round(100 * fit.score)
    assert sum(row.of for row in sum_rows(fit)) == 100
    assert {row.name for row in sum_rows(fit)} <= set(COMPONENTS.values())


@pytest.mark.parametrize(
    ("level", "score", "by_hand", "expected"),
    [
        ("strong", 0.8, False, "80 of 100; strong begins at 75"),
        ("workable", 0.6, False, "60 of 100; strong begins at 75"),
        ("workable", 0.8, False, "80 of 100, held at workable"),
        ("strong", 0.9, True, "90 of 100, by your hand"),
    ],
)
def test_the_sum_says_where_the_next_level_begins(
    level: Level, score: float, by_hand: bool, expected: str
) -> None:
    fit = Fit(level=level, score=score, why="Why.", bend="", parts=(), by_hand=by_hand)
    assert total_of(fit) == expected


def test_a_cell_in_full_says_level_sentences_and_sum() -> None:
    rows = why_rows(ALL, 3, 1)
    assert (rows.level, rows.story, rows.question) == ("stretch", "press", "Whom did you teach?")
    assert rows.why == ALL.fit(1, 3).why
    assert rows.bend
    assert not rows.by_hand


def test_the_words_for_a_level_set_by_hand() -> None:
    fit = ALL.fit(1, 0)
    assert set_words(fit, "gap") == "Set to gap by hand"
    assert set_words(fit, None) == "The level is computed again: strong"


def total_of(fit: Fit) -> str:
    """What stands under the sum of a cell with this fit."""

    class One(StoryMap):
        def fit(self, row: int, column: int) -> Fit:
            return fit

    only = One(
        offers=(PRESS,),
        demands=(CONFLICT,),
        scores=((fit.score,),),
        levels=((fit.level,),),
        lore=LORE,
        overrides={},
    )
    return why_rows(only, 0, 0).total
