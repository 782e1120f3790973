from storybuilder.core.coaching.grounding import ungrounded
from storybuilder.core.coaching.revision import revision
from storybuilder.ui.coach_choice import Chosen
from tests.ui.coach_desk import TOLD, told

SITUATION = "At Kestrel we were three weeks late."
ACTION = "I cut the scope by half and I called 90 customers."
CHOSEN = Chosen(
    {
        "situation": revision(TOLD["situation"], SITUATION),
        "action": revision(TOLD["action"], ACTION, ungrounded(ACTION, TOLD.values())),
    }
)


def test_nothing_is_taken_at_first_and_the_story_is_as_it_was() -> None:
    assert (CHOSEN.count, CHOSEN.pieces, CHOSEN.untraced, CHOSEN.left_of_own) == (0, 2, 1, 1)
    assert CHOSEN.applied(told()) == told()


def test_a_piece_is_taken_and_left_again() -> None:
    taken = CHOSEN.turned("action", 0)
    assert taken.is_taken("action", 0)
    assert taken.applied(told()) == told(action=ACTION)
    assert taken.turned("action", 0).applied(told()) == told()


def test_ones_own_is_taken_at_once_and_the_untraced_is_not() -> None:
    own = CHOSEN.with_own()
    assert (own.count, own.left_of_own) == (1, 0)
    assert own.applied(told()) == told(situation=SITUATION)


def test_what_was_taken_by_hand_stays_taken() -> None:
    assert CHOSEN.turned("action", 0).with_own().count == 2


def test_a_piece_in_ones_own_words_is_taken() -> None:
    mine = CHOSEN.reworded("action", 0, "a dozen customers.")
    assert (mine.untraced, mine.count) == (0, 1)
    assert "a dozen customers." in mine.applied(told()).action


def test_what_is_left_of_the_untraced_keeps_it_out() -> None:
    same = CHOSEN.turned("action", 0).reworded("action", 0, "about 90 customers.")
    assert (same.untraced, same.count) == (1, 0)
