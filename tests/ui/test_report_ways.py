"""Ways from a report: cards always, the coach only with a key and never without its counterpart."""

import flet as ft

from storybuilder.core.take import TakeId
from storybuilder.ui.report_ways import ABOVE, CARDS, COACH, HEAD, report_ways
from storybuilder.ui.theme import DARK, LIGHT
from tests.ui.controls import button, click, texts

ID = TakeId("t1")


def ways(*, has_key: bool) -> tuple[ft.Column, list[str]]:
    went: list[str] = []
    p = DARK if has_key else LIGHT
    return ft.Column(report_ways(ID, has_key, went.append, p, 300)), went


def test_without_a_key_there_are_cards_and_no_word_of_a_coach() -> None:
    drawn, went = ways(has_key=False)
    assert HEAD in texts(drawn)
    assert not any("oach" in words for words in texts(drawn))
    click(button(drawn, CARDS))
    assert went == ["/probe/take/t1"]


def test_with_a_key_each_help_stands_beside_what_does_it_without() -> None:
    drawn, went = ways(has_key=True)
    said = texts(drawn)
    assert COACH in said
    assert (said.count(CARDS), said.count(ABOVE)) == (3, 1)
    for name in ("Ask the next question", "Probe me", "Review this take"):
        click(button(drawn, name))
    assert went == [
        "/coach/next_question/take/t1",
        "/coach/probe/take/t1",
        "/coach/review/take/t1",
    ]
