from pathlib import Path

from storybuilder.core.coaching.grounding import ungrounded
from storybuilder.core.coaching.revision import revision
from storybuilder.ui.coach_choice import Chosen
from storybuilder.ui.coach_piece import IN_YOUR_WORDS, PieceGestures, PieceRow, Place
from storybuilder.ui.theme import LIGHT
from tests.ui.coach_desk import TOLD, ScriptedCoach, coached_in
from tests.ui.controls import box, button, click, names, submit, texts
from tests.ui.still_window import StillWindow, on_a_loop

ACTION = "I cut the scope by half and I called 90 customers."
CHOSEN = Chosen(
    {
        "situation": revision(TOLD["situation"], "At Kestrel we were late."),
        "action": revision(TOLD["action"], ACTION, ungrounded(ACTION, TOLD.values())),
    }
)


def row(folder: Path, place: Place, done: list[object]) -> PieceRow:
    window = StillWindow(coached_in(folder, ScriptedCoach()))
    gestures = PieceGestures(done.append, lambda place, words: done.append((place, words)))
    return PieceRow(window, place, gestures, first=True)


@on_a_loop
async def test_a_piece_of_ones_own_is_accepted_and_rejected(tmp_path: Path) -> None:
    done: list[object] = []
    place = Place("situation", 0)
    one = row(tmp_path, place, done)
    drawn = one.draw(CHOSEN, LIGHT, 900)
    click(button(drawn, "Accept"))
    one.show(CHOSEN.turned("situation", 0))
    assert "✓ Accepted" in texts(drawn)
    assert any(name.endswith(", accepted") for name in names(drawn))
    click(button(drawn, "Reject"))
    assert done == [place, place]


@on_a_loop
async def test_the_untraced_is_left_out_with_its_words_and_the_question(tmp_path: Path) -> None:
    done: list[object] = []
    place = Place("action", 0)
    drawn = row(tmp_path, place, done).draw(CHOSEN, LIGHT, 900)
    seen = texts(drawn)
    assert {"!", "Left out"} <= set(seen)
    (piece,) = CHOSEN.revisions["action"].pieces
    assert piece.claims[0].question in seen
    assert box(drawn, IN_YOUR_WORDS).value == piece.added.strip()
    submit(box(drawn, IN_YOUR_WORDS), "a dozen customers.")
    assert done == [(place, "a dozen customers.")]


@on_a_loop
async def test_an_emptied_field_says_nothing(tmp_path: Path) -> None:
    done: list[object] = []
    drawn = row(tmp_path, Place("action", 0), done).draw(CHOSEN, LIGHT, 900)
    submit(box(drawn, IN_YOUR_WORDS), "  ")
    assert done == []
