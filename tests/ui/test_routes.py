from pathlib import Path

import pytest

from storybuilder.ui.parts.frame import LAST_PAGE, PAGES
from storybuilder.ui.routes import ROUTES, screen_for
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


@pytest.mark.parametrize(
    ("route", "screen"),
    [
        ("/stories", "StoriesScreen"),
        ("/stories/s1", "StoryEditor"),
        ("/stories/find", "FindStory"),
        ("/stories/paste", "PasteStory"),
        ("/stories/s1/draft", "GuidedDraft"),
        ("/questions", "QuestionsScreen"),
        ("/questions/own", "QuestionsScreen"),
        ("/questions/about/teamwork", "QuestionsScreen"),
        ("/questions/add", "QuestionScreen"),
        ("/questions/ml-above-and-beyond", "QuestionScreen"),
        ("/questions/paste", "PasteQuestions"),
        ("/questions/job", "PasteJob"),
        ("/rehearse", "RehearseScreen"),
        ("/rehearse/s1", "RehearseScreen"),
        ("/rehearse/question/q1", "RehearseScreen"),
        ("/rehearse/s1/question/q1", "RehearseScreen"),
        ("/rehearse/aloud/1", "RehearseScreen"),
        ("/rehearse/s1/aloud/1", "RehearseScreen"),
        ("/map", "StoryMapScreen"),
        ("/map/amazon", "StoryMapScreen"),
        ("/plan", "PlanScreen"),
        ("/takes/t1", "ReportScreen"),
        ("/takes/t1/with/t2", "CompareScreen"),
        ("/takes/t1/with", "StoriesScreen"),
        ("/probe/story/s1", "ProbeCards"),
        ("/probe/take/t1", "ProbeCards"),
        ("/coach/interview/story/s1", "InterviewScreen"),
        ("/coach/tighten/story/s1", "CoachScreen"),
        ("/coach/probe/story/s1", "CoachScreen"),
        ("/coach/probe/take/t1", "CoachScreen"),
        ("/coach/review/take/t1", "CoachScreen"),
        ("/coach/next_question/take/t1", "CoachScreen"),
        ("/coach/tighten/take/t1", "StoriesScreen"),
        ("/coach/flatter/story/s1", "StoriesScreen"),
        ("/settings", "SettingsScreen"),
        ("/", "StoriesScreen"),
        ("/questions/q1/other", "StoriesScreen"),
        ("/questions/../q1", "StoriesScreen"),
    ],
)
def test_a_route_shows_its_screen(tmp_path: Path, route: str, screen: str) -> None:
    @on_a_loop
    async def shown() -> None:
        window = StillWindow(practice_in(tmp_path))
        assert type(screen_for(window, route)).__name__ == screen

    shown()


def test_every_page_of_the_rail_has_its_route() -> None:
    assert set(ROUTES) == {*PAGES, LAST_PAGE}


@pytest.mark.parametrize("page", [*PAGES, LAST_PAGE])
def test_the_route_of_a_page_shows_a_screen_of_that_page(tmp_path: Path, page: str) -> None:
    @on_a_loop
    async def shown() -> None:
        window = StillWindow(practice_in(tmp_path))
        assert screen_for(window, ROUTES[page]).page == page

    shown()
