from pathlib import Path

import flet as ft
import pytest

from storybuilder.core.coaching.help import HELP_WORDS, Help
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId
from storybuilder.ui.coach_ways import OF_A_STORY, CoachWays, to_coach, ways_of_a_story, without
from storybuilder.ui.theme import LIGHT
from tests.ui.coach_desk import ScriptedCoach, coached_in
from tests.ui.controls import button, click, texts
from tests.ui.still_window import StillWindow, on_a_loop

STORY, TAKE = StoryId("s1"), TakeId("t1")


@pytest.mark.parametrize(
    ("help", "story", "take", "route"),
    [
        (Help.INTERVIEW, STORY, None, "/stories/s1/draft"),
        (Help.TIGHTEN, STORY, None, "/stories/s1/lengths"),
        (Help.SUGGEST, STORY, None, "/stories/s1"),
        (Help.PROBE, STORY, None, "/probe/story/s1"),
        (Help.PROBE, None, TAKE, "/probe/take/t1"),
        (Help.NEXT_QUESTION, STORY, TAKE, "/probe/take/t1"),
        (Help.REVIEW, STORY, TAKE, "/takes/t1"),
        (Help.TIGHTEN, None, None, "/stories"),
    ],
)
def test_every_help_has_its_way_without(
    help: Help, story: StoryId | None, take: TakeId | None, route: str
) -> None:
    assert without(help, story, take) == route


def test_a_take_is_asked_about_as_itself() -> None:
    assert to_coach(Help.PROBE, STORY) == "/coach/probe/story/s1"
    assert to_coach(Help.PROBE, STORY, TAKE) == "/coach/probe/take/t1"


def test_each_help_leads_to_the_coach_and_beside_it_to_its_way_without() -> None:
    went: list[str] = []
    drawn = ft.Column(ways_of_a_story(STORY, went.append, LIGHT, 800))
    for help in OF_A_STORY:
        click(button(drawn, HELP_WORDS[help].name))
    click(button(drawn, "Two lengths"))
    assert went == [*[f"/coach/{help}/story/s1" for help in OF_A_STORY], "/stories/s1/lengths"]


@on_a_loop
async def test_the_ways_appear_once_a_key_is_found(tmp_path: Path) -> None:
    window = StillWindow(coached_in(tmp_path, ScriptedCoach()))
    ways = CoachWays(window, STORY)
    place = ways.draw(800)
    assert texts(place) == []
    await ways.look()
    assert HELP_WORDS[Help.TIGHTEN].name in texts(place)
    assert window.refreshed == [place]


@on_a_loop
async def test_without_a_key_there_is_no_word_of_it(tmp_path: Path) -> None:
    window = StillWindow(coached_in(tmp_path, ScriptedCoach(), key=False))
    ways = CoachWays(window, STORY)
    place = ways.draw(800)
    await ways.look()
    assert (texts(place), place.visible, window.refreshed) == ([], False, [])


def test_what_stands_on_the_same_screen_is_words_and_no_link() -> None:
    drawn = ft.Column(ways_of_a_story(STORY, lambda route: None, LIGHT, 800))
    assert "Competencies suggested by the words, above" in texts(drawn)
    with pytest.raises(AssertionError):
        button(drawn, "Competencies suggested by the words, above")
