from dataclasses import replace
from datetime import timedelta

import flet as ft
import pytest

from storybuilder.core.diff import changes
from storybuilder.core.story import StoryId, Version
from storybuilder.core.take import Take, TakeState
from storybuilder.ui.story_history import (
    NO_TAKE,
    Comparison,
    VersionGestures,
    recent_rows,
    take_rows,
    version_rows,
)
from storybuilder.ui.theme import LIGHT
from tests.builders import NOON, story, take
from tests.ui.controls import button, click, texts, walk

VERSION = Version(kept_at=NOON, reason="before editing", story=story(task="Halve the queue."))


NO_GESTURES = VersionGestures(restore=print, compare=print)


def column(rows: list[ft.Control]) -> ft.Column:
    return ft.Column(rows)


def test_without_a_take_the_list_says_how_to_get_one() -> None:
    assert texts(column(take_rows([], print, LIGHT))) == ["Takes", NO_TAKE]


def test_takes_are_listed_last_first_and_numbered_from_the_first() -> None:
    rows = take_rows([take("a", duration_s=60), take("b", duration_s=90)], print, LIGHT)
    told = texts(column(rows))
    assert [words for words in told if words.startswith("Take ")] == ["Take 2", "Take 1"]
    assert told.index("1:30") < told.index("1:00")


def test_a_take_leads_to_its_report() -> None:
    gone: list[str] = []
    click(button(column(take_rows([take("a")], gone.append, LIGHT)), "Take 1"))
    assert gone == ["/takes/a"]


def test_a_take_without_words_says_why() -> None:
    told = texts(column(take_rows([take("a", state=TakeState.SILENT)], print, LIGHT)))
    assert any("no words in it" in words for words in told)


def told(*states: TakeState) -> list[Take]:
    return [
        take(f"t{at}", recorded_at=NOON + timedelta(hours=at), state=state)
        for at, state in enumerate(states, 1)
    ]


def test_a_take_leads_to_itself_beside_the_take_before() -> None:
    gone: list[str] = []
    rows = column(take_rows(told(*3 * [TakeState.READY]), gone.append, LIGHT))
    click(button(rows, "Compare with take 1"))
    assert gone == ["/takes/t2/with/t1"]
    spoken = [one.semantics_label for one in walk(rows) if isinstance(one, ft.Text)]
    assert "Compare take 3 with take 2" in spoken


@pytest.mark.parametrize(
    "states",
    [
        [TakeState.READY],
        [TakeState.READY, TakeState.SILENT],
        [TakeState.WAITING, TakeState.WAITING],
    ],
)
def test_takes_without_words_are_not_set_side_by_side(states: list[TakeState]) -> None:
    shown = texts(column(take_rows(told(*states), print, LIGHT)))
    assert not any(words.startswith("Compare") for words in shown)


def test_without_versions_nothing_is_said_of_them() -> None:
    assert version_rows([], NO_GESTURES, LIGHT, 600) == []


def test_a_version_says_what_it_is_and_comes_back_at_a_click() -> None:
    restored: list[Version] = []
    rows = column(version_rows([VERSION], VersionGestures(restored.append, print), LIGHT, 600))
    assert any("before editing · 3 words" in words for words in texts(rows))
    click(button(rows, "Restore"))
    assert restored == [VERSION]


def test_a_version_is_compared_at_a_click() -> None:
    compared: list[Version] = []
    rows = column(version_rows([VERSION], VersionGestures(print, compared.append), LIGHT, 600))
    click(button(rows, "Compare"))
    assert compared == [VERSION]


def test_the_comparison_stands_under_its_version_and_can_be_hidden() -> None:
    earlier = replace(VERSION, kept_at=NOON - timedelta(days=1))
    shown = Comparison(VERSION, changes(VERSION.story, story(task="Halve the bill.")))
    told = texts(column(version_rows([VERSION, earlier], NO_GESTURES, LIGHT, 600, shown)))
    assert told.index("queue.") < told.index("bill.") < told.index("Compare")
    assert told.index("Hide the changes") < told.index("queue.")


def test_takes_of_any_story_or_none_are_offered() -> None:
    takes = [
        take("a", question="Why you?"),
        take("b", story_id=StoryId("s1")),
        take("c"),
        take("d", question="x" * 90),
    ]
    rows = column(recent_rows(takes, {StoryId("s1"): "The outage"}, print, LIGHT))
    told = texts(rows)
    for name in ("Why you?", "The outage", "A take without a question", f"{'x' * 55}…"):
        assert name in told


def test_without_any_take_nothing_is_offered() -> None:
    assert recent_rows([], {}, print, LIGHT) == []
