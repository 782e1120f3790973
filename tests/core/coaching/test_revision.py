"""Proposals in pieces: nothing is taken unless it is taken, and then exactly that."""

from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.claim import Claim
from storybuilder.core.coaching.revision import Kept, Piece, revision

BEFORE = "We were very late in the spring. I cut the queue by half.\nThe manager thanked me."
AFTER = "We were late in the spring. I cut the queue by half for 900 customers."
TEXTS = st.lists(
    st.sampled_from(["we", "cut", "the", "queue.", "half", "very", "\n", "late,"]), max_size=25
).map(" ".join)


def test_changes_are_pieces_between_what_stays() -> None:
    found = revision(BEFORE, AFTER)
    assert [(one.removed.strip(), one.added.strip()) for one in found.pieces] == [
        ("very", ""),
        (".\nThe manager thanked me.", "for 900 customers."),
    ]
    assert isinstance(found.segments[0], Kept)


def test_taking_nothing_leaves_the_text_as_it_is() -> None:
    assert revision(BEFORE, AFTER).with_taken(()) == BEFORE


def test_taking_all_gives_the_words_proposed() -> None:
    assert revision(BEFORE, AFTER).with_taken({0, 1}) == AFTER


def test_one_piece_is_taken_without_the_other() -> None:
    assert revision(BEFORE, AFTER).with_taken({0}) == BEFORE.replace("very ", "")


def test_changes_that_hang_together_are_one_piece() -> None:
    found = revision("I led four kind people there", "I guided four clever people there")
    assert found.pieces == (Piece(0, " led four kind", " guided four clever"),)


def test_a_sentence_that_ends_earlier_only_loses_words() -> None:
    (piece,) = revision("I rebuilt it by day instead of by week.", "I rebuilt it by day.").pieces
    assert (piece.removed, piece.added) == (" instead of by week", "")


def test_signs_stay_with_the_word_before_them() -> None:
    found = revision("I called (twice), then wrote.", "I called, then wrote “again”.")
    assert found.with_taken({piece.number for piece in found.pieces}) == (
        "I called, then wrote “again”."
    )


def test_each_sentence_of_an_addition_can_be_taken_without_the_others() -> None:
    found = revision("We were late.", "We were late. I cut it! Did it help?\nYes.")
    assert [piece.added for piece in found.pieces] == [" I cut it!", " Did it help?", "\nYes."]
    assert found.with_taken({0, 2}) == "We were late. I cut it!\nYes."


def test_an_empty_text_is_filled_by_one_piece() -> None:
    (piece,) = revision("", "I led it.").pieces
    assert (piece.removed, piece.added) == ("", "I led it.")


def test_the_same_text_has_no_piece() -> None:
    assert revision(BEFORE, BEFORE).pieces == ()


def claim(words: str) -> Claim:
    at = AFTER.index(words)
    return Claim(
        text=words,
        start_char=at,
        end_char=at + len(words),
        kind="number",
        why="unknown",
        question="How many customers?",
    )


def test_what_is_not_the_persons_own_stands_with_its_piece() -> None:
    first, second = revision(BEFORE, AFTER, [claim("900 customers")]).pieces
    assert (first.is_grounded, second.is_grounded) == (True, False)
    assert revision(BEFORE, AFTER, [claim("900 customers")]).grounded == {0}


def test_no_claim_is_lost_even_in_words_that_stay() -> None:
    first, second = revision(BEFORE, AFTER, [claim("I cut the queue")]).pieces
    assert (first.claims, len(second.claims)) == ((), 1)


@given(TEXTS, TEXTS)
def test_none_taken_is_before_and_all_taken_are_the_words_after(before: str, after: str) -> None:
    found = revision(before, after)
    assert found.with_taken(()) == before.strip("\n ")
    everything = {piece.number for piece in found.pieces}
    assert found.with_taken(everything).split() == after.split()


@given(TEXTS, TEXTS, st.sets(st.integers(0, 12)))
def test_any_choice_is_made_of_the_two_texts(before: str, after: str, taken: set[int]) -> None:
    words = revision(before, after).with_taken(taken).split()
    assert set(words) <= {*before.split(), *after.split()}


def test_what_a_person_writes_instead_is_theirs_but_for_what_they_left() -> None:
    found = revision(BEFORE, AFTER, [claim("900 customers")])
    second = found.pieces[1]
    own = found.reworded(1, "They stayed, all twelve.")
    assert own.grounded == {0, 1}
    assert own.with_taken({1}).endswith("They stayed, all twelve.")
    assert found.reworded(1, "Some 900 customers stayed.").pieces[1].claims == second.claims
    whole = found.reworded(1, second.added)
    assert whole.pieces[1].claims == second.claims
    assert found.reworded(0, "Mine.").pieces[1] == second
