import flet as ft
import pytest

from storybuilder.core.findings.finding import Finding
from storybuilder.core.follow_up import FollowUp
from storybuilder.core.report import Report
from storybuilder.core.threshold import Thresholds
from storybuilder.ui.parts.frame import Look
from storybuilder.ui.report_view import ReportView, Reviewed, length_figure
from storybuilder.ui.theme import LIGHT
from tests.builders import report, spoken
from tests.ui.controls import button, click, names, texts, walk

LINES = (
    "S Our clinic had long queues all through last spring.",
    "T My task was to halve the waiting time by May.",
    "A I measured every step and moved the check-in online.",
    "R The wait fell by half.",
)


def finding(severity: str, code: str, message: str) -> Finding:
    return Finding(
        code=code,
        severity=severity,  # type: ignore[arg-type]
        message=message,
        measure="so much",
        source="a rule",
    )


FIX = finding("fix", "missing_result", "Say what came of it.")
NOTE = finding("note", "pace", "A little fast.")


def view(of: Report, width: float = 1280, follow_up: FollowUp | None = None) -> ft.Control:
    look = Look(LIGHT, width, 800)
    made = ReportView(Thresholds(), "take 2", lambda e: None, look)
    made.show(Reviewed(report=of, words=spoken(of.text), follow_up=follow_up))
    return made.root


def test_length_parts_and_words_stand_on_the_left() -> None:
    made = view(report(*LINES))
    assert {"Where the time went", "What you said"} <= set(texts(made))
    assert any(words.startswith("Our clinic had long queues") for words in texts(made))
    for part in ("Situation", "Task", "Action", "Result"):
        assert any(name.startswith(f"{part}: ") for name in names(made))


def test_the_one_fix_is_said_first_and_once() -> None:
    made = view(report(*LINES, findings=(NOTE, FIX)))
    said = texts(made)
    assert said.count("Say what came of it.") == 1
    assert said.index("The one fix for take 2") < said.index("After that")
    assert said.index("Say what came of it.") < said.index("A little fast.")


FOLLOWED = FollowUp(
    fix=finding("fix", "too_long", "Tell less."), before="4:10", now="2:50", done=True
)


def test_what_became_of_the_last_fix_is_said_first() -> None:
    said = texts(view(report(*LINES, findings=(FIX,)), follow_up=FOLLOWED))
    assert said.index("Last time’s fix: done") < said.index("The one fix for take 2")
    assert "4:10 → 2:50" in said


def test_a_view_follows_without_being_drawn_anew() -> None:
    made = ReportView(Thresholds(), "take 2", lambda e: None, Look(LIGHT, 1280, 800))
    before, after = report(*LINES, findings=(FIX,)), report(*LINES, findings=(NOTE,))
    made.show(Reviewed(report=before, words=spoken(before.text)))
    root, left = made.root, made.root.controls[0]
    made.show(Reviewed(report=after, words=spoken(after.text)))
    assert (made.root, made.root.controls[0]) == (root, left)
    assert "Say what came of it." not in texts(made.root)


def test_without_a_player_nothing_offers_to_play() -> None:
    made = view(report(*LINES))
    assert not {"Play", "click a word to hear it"} & set(texts(made))
    assert "The recording of this take was deleted; its words are kept." not in texts(made)


def test_where_the_sound_is_gone_a_line_says_so_under_the_clock() -> None:
    made, of = ReportView(Thresholds(), "", lambda e: None, Look(LIGHT, 1280, 800)), report(*LINES)
    made.show(Reviewed(report=of, words=spoken(of.text), audible=False))
    said = texts(made.root)
    gone = "The recording of this take was deleted; its words are kept."
    assert said.index(gone) < said.index("Where the time went")


def test_rows_to_correct_stand_in_place_of_the_transcript() -> None:
    made = ReportView(Thresholds(), "take 2", lambda e: None, Look(LIGHT, 1280, 800))
    of = report(*LINES)
    made.show(Reviewed(report=of, words=spoken(of.text)), ft.Text("rows"))
    assert "rows" in texts(made.root)
    assert "What you said" not in texts(made.root)


def test_correcting_is_offered_beside_the_words() -> None:
    asked: list[str] = []
    made = ReportView(Thresholds(), "", lambda e: asked.append("correct"), Look(LIGHT, 1280, 800))
    of = report(*LINES)
    made.show(Reviewed(report=of, words=spoken(of.text)))
    click(button(made.root, "Correct"))
    assert asked == ["correct"]


def test_a_report_without_a_fix_says_that_nothing_asks_for_one() -> None:
    said = texts(view(report(*LINES, findings=(NOTE,))))
    assert any(words.startswith("Nothing asks to be fixed.") for words in said)
    assert "A little fast." in said


def test_a_lone_fix_is_followed_by_nothing() -> None:
    said = texts(view(report(*LINES, findings=(FIX,))))
    assert not {"After that", "Draft and take"} & set(said)


@pytest.mark.parametrize(
    ("code", "part", "marked"),
    [
        ("thin_action", "Action", True),
        ("thin_action", "Task", False),
        ("pace_fast", "Action", False),
        ("thin_result", "Result", False),  # its time is in range: there is nothing to mark
    ],
)
def test_the_part_of_the_fix_is_marked_in_the_bars(code: str, part: str, marked: bool) -> None:
    made = view(report(*LINES, findings=(finding("fix", code, "Do this."),)))
    assert (verdict_colour(made, part) == LIGHT.signal) is marked


def verdict_colour(made: ft.Control, part: str) -> object:
    """The colour of the words at the end of a part's bar."""
    named = (one for one in walk(made) if isinstance(one, ft.Semantics))
    bar = next(one for one in named if (one.label or "").startswith(f"{part}: "))
    *_, words = (one for one in walk(bar) if isinstance(one, ft.Text))
    assert words.style is not None
    return words.style.color


@pytest.mark.parametrize("width", [900, 1280])
def test_both_columns_have_room_beside_each_other(width: float) -> None:
    made = view(report(*LINES), width)
    assert isinstance(made, ft.Row)
    left, right = (one.width for one in made.controls if isinstance(one, ft.Column))
    room = Look(LIGHT, width, 800).room
    assert left is not None
    assert right is not None
    assert left + right + made.spacing == pytest.approx(room)
    assert left > right > 200


def test_the_length_is_spoken_in_words() -> None:
    made = length_figure(84.0, "36 s short of your band", LIGHT)
    assert texts(made) == ["1:24", "36 s short of your band"]
    assert names(made) == ["Length 1 minute 24 seconds"]


def test_what_can_be_asked_stands_below_what_was_measured() -> None:
    made = ReportView(Thresholds(), "take 2", lambda e: None, Look(LIGHT, 1280, 800))
    of = report(*LINES, findings=(FIX,))
    made.show(Reviewed(report=of, words=spoken(of.text)))
    made.offer(lambda p, width: [ft.Text(f"{width:g} wide")])
    said = texts(made.root)
    assert said.index("Say what came of it.") < said.index("372 wide")
