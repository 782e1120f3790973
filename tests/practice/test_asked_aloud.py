"""Questions of a sitting: kept in memory, found by id, each with what led to it."""

from storybuilder.core.coaching.brief import Exchange
from storybuilder.practice.asked_aloud import MOST_EXCHANGES, AskedAloud

FIRST = Exchange("Tell me about a failure.", "I shipped it too early.")


def test_a_question_is_found_by_its_id_on_one_line() -> None:
    asked = AskedAloud()
    ids = [asked.keep("How\n many?"), asked.keep("Who decided?")]
    assert [asked.question(id) for id in ids] == ["How many?", "Who decided?"]
    assert len(set(ids)) == 2


def test_a_question_of_an_earlier_run_is_not_known() -> None:
    assert AskedAloud().question("1") == ""


def test_what_led_to_a_question_is_found_by_its_words_the_last_asking_first() -> None:
    asked = AskedAloud()
    asked.keep("How many?")
    asked.keep("How many?", [FIRST])
    assert asked.before("How  many?") == (FIRST,)
    assert asked.before("Who decided?") == ()


def test_only_the_last_exchanges_are_remembered() -> None:
    many = [Exchange(str(number), "") for number in range(MOST_EXCHANGES + 1)]
    asked = AskedAloud()
    asked.keep("And then?", many)
    assert asked.before("And then?") == tuple(many[1:])
