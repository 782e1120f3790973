import flet as ft

from storybuilder.core.coaching.claim import Claim
from storybuilder.core.coaching.revision import Kept, Piece
from storybuilder.ui.parts.revision_piece import piece_text, quoted, spoken_piece
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import walk

CLAIM = Claim(
    text="90 customers", start_char=0, end_char=12, kind="number", why="unknown", question="How?"
)
LONG = Kept("one two three four five six seven eight nine")


def spans(piece: Piece, before: Kept | None = None, after: Kept | None = None) -> list[ft.TextSpan]:
    drawn = piece_text(piece, before, after, LIGHT, 400)
    return [one for one in walk(drawn) if isinstance(one, ft.TextSpan)]


def test_what_goes_and_what_comes_differ_by_more_than_colour() -> None:
    old, _, new = spans(Piece(0, " very late", " late"))
    assert old.style is not None
    assert new.style is not None
    assert (old.text, new.text) == ("very late", "late")
    assert old.style.decoration == ft.TextDecoration.LINE_THROUGH
    assert new.style.decoration == ft.TextDecoration.UNDERLINE


def test_the_untraced_words_are_marked_in_their_place() -> None:
    told = spans(Piece(0, "", "I called 90 customers today.", (CLAIM,)))
    assert [one.text for one in told] == ["I called ", "90 customers", " today."]
    marked = told[1].style
    assert marked is not None
    assert (marked.color, marked.decoration_style) == (
        LIGHT.signal,
        ft.TextDecorationStyle.WAVY,
    )


def test_a_claim_that_reaches_into_words_that_stay_is_marked_where_it_came() -> None:
    told = spans(Piece(0, "", "all 90", (CLAIM,)), after=Kept(" customers stayed."))
    assert [one.text for one in told] == ["all ", "90", " customers stayed."]
    assert told[1].style is not None
    assert told[1].style.color == LIGHT.signal


def test_a_few_words_around_tell_where_it_stands() -> None:
    told = [one.text for one in spans(Piece(0, "x", ""), LONG, LONG)]
    assert told == [
        "… three four five six seven eight nine ",
        "x",
        " one two three four five six seven …",
    ]
    assert spans(Piece(0, "x", ""), Kept("one two"))[0].text == "one two "


def test_it_is_told_in_words_too() -> None:
    piece = Piece(0, "", "I called 90 customers.", (CLAIM, CLAIM))
    assert quoted(piece) == "“90 customers”"
    assert spoken_piece(piece, "Action", 1, 2) == (
        "Action, change 1 of 2: added “I called 90 customers.”. Not from your words: “90 customers”"
    )
    assert spoken_piece(Piece(0, "a", "b"), "Task", 1, 1) == (
        "Task, change 1 of 1: removed “a”; added “b”"
    )
