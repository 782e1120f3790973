"""The coach's review: under the measures, part by part, each point with words that were said."""

from pathlib import Path

from storybuilder.core.coaching.answer import Point, PointKind, Review
from storybuilder.core.story import Part
from storybuilder.ui.coach_review import MEASURED, NOTHING_LEFT, OPINION, review_view
from storybuilder.ui.quotes_heard import QuotesHeard
from storybuilder.ui.theme import DARK, LIGHT
from tests.builders import report
from tests.ui.controls import names, texts
from tests.ui.still_window import StillWindow, on_a_loop, practice_in
from tests.ui.told_take import told_take

WE = Point(Part.ACTION, PointKind.CHANGE, "We called every patient", "Say what was yours.")
ONLINE = Point(Part.ACTION, PointKind.WORKED, "I moved the check-in online", "A clear step.")
QUEUES = Point(Part.SITUATION, PointKind.WORKED, "our clinic had long queues", "Sets the scene.")
REVIEW = Review((WE, ONLINE, QUEUES), "Begin the action with I.")


async def heard_in(folder: Path) -> QuotesHeard:
    window = StillWindow(practice_in(folder))
    heard = QuotesHeard(window, told_take(window.practice))
    await heard.look()
    return heard


@on_a_loop
async def test_points_stand_under_their_part_what_worked_first(tmp_path: Path) -> None:
    view = review_view(REVIEW, await heard_in(tmp_path), None, LIGHT, 700, dropped=0)
    said = texts(view)
    order = ["Situation", "Sets the scene.", "Action", "A clear step.", "Say what was yours."]
    assert [words for words in said if words in order] == order
    assert said.count("Listen") == 3
    assert {"Task", "Result"}.isdisjoint(said)


@on_a_loop
async def test_a_sign_says_in_words_what_worked(tmp_path: Path) -> None:
    view = review_view(REVIEW, await heard_in(tmp_path), None, DARK, 700, dropped=0)
    assert [name for name in names(view) if name in ("worked", "change")] == [
        "worked",
        "worked",
        "change",
    ]


def test_what_was_measured_stands_above_the_coachs_opinion() -> None:
    view = review_view(REVIEW, None, report("S I was there.", "A I ran."), LIGHT, 700, dropped=0)
    said = texts(view)
    assert said.index(MEASURED) < said.index("Situation") < said.index(OPINION)
    assert said.index(OPINION) < said.index("Begin the action with I.")


def test_a_fix_that_was_left_out_is_not_shown_empty() -> None:
    view = review_view(Review((WE,), ""), None, None, LIGHT, 700, dropped=1)
    assert OPINION not in texts(view)
    assert any(words.startswith("1 point was left out") for words in texts(view))


def test_a_review_of_which_nothing_is_left_says_so() -> None:
    view = review_view(Review((), ""), None, None, LIGHT, 700, dropped=4)
    assert texts(view)[0] == NOTHING_LEFT
