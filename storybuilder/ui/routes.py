"""Routes: which address shows which screen."""

import re
from collections.abc import Callable

from storybuilder.core.coaching.help import Help
from storybuilder.core.question import QuestionId
from storybuilder.core.story import StoryId
from storybuilder.core.take import TakeId
from storybuilder.ui.coach import CoachScreen
from storybuilder.ui.coach_interview import InterviewScreen
from storybuilder.ui.compare import CompareScreen
from storybuilder.ui.find_story import FindStory
from storybuilder.ui.guided_draft import GuidedDraft
from storybuilder.ui.job_description import PasteJob
from storybuilder.ui.paste_questions import PasteQuestions
from storybuilder.ui.paste_story import PasteStory
from storybuilder.ui.plan import PlanScreen
from storybuilder.ui.probe_cards import ProbeCards
from storybuilder.ui.question import QuestionScreen
from storybuilder.ui.question_rows import Wanted
from storybuilder.ui.questions import QuestionsScreen
from storybuilder.ui.rehearse import RehearseScreen
from storybuilder.ui.report import ReportScreen
from storybuilder.ui.screen import Screen, Window
from storybuilder.ui.sent_log import SentLogScreen
from storybuilder.ui.settings import SettingsScreen
from storybuilder.ui.stories import StoriesScreen
from storybuilder.ui.story_editor import StoryEditor
from storybuilder.ui.story_map import StoryMapScreen
from storybuilder.ui.two_lengths import TwoLengths

ROUTES = {
    "Stories": "/stories",
    "Questions": "/questions",
    "Map": "/map",
    "Rehearse": "/rehearse",
    "Settings": "/settings",
}
"""Where each page of the rail begins."""
Made = Callable[[Window, str], Screen]
"""Makes a screen of a window and the id in its route, which is empty where there is none."""
ID = r"([\w-]+)"
OF_STORY = f"(?:{Help.TIGHTEN}|{Help.SUGGEST}|{Help.PROBE})"
OF_TAKE = f"(?:{Help.PROBE}|{Help.REVIEW}|{Help.NEXT_QUESTION})"
SCREENS: tuple[tuple[str, Made], ...] = (
    ("/stories/find", lambda window, _: FindStory(window)),
    ("/stories/paste", lambda window, _: PasteStory(window)),
    (f"/stories/{ID}/draft", lambda window, id: GuidedDraft(window, StoryId(id))),
    (f"/stories/{ID}/lengths", lambda window, id: TwoLengths(window, StoryId(id))),
    (f"/stories/{ID}", lambda window, id: StoryEditor(window, StoryId(id))),
    ("/questions", lambda window, _: QuestionsScreen(window)),
    ("/questions/own", lambda window, _: QuestionsScreen(window, Wanted(bank="own"))),
    ("/questions/add", lambda window, _: QuestionScreen(window, None)),
    ("/questions/paste", lambda window, _: PasteQuestions(window)),
    ("/questions/job", lambda window, _: PasteJob(window)),
    (f"/questions/about/{ID}", lambda window, id: QuestionsScreen(window, Wanted(competency=id))),
    (f"/questions/{ID}", lambda window, id: QuestionScreen(window, QuestionId(id))),
    ("/map", lambda window, _: StoryMapScreen(window)),
    (f"/map/{ID}", lambda window, kind: StoryMapScreen(window, kind)),
    ("/plan", lambda window, _: PlanScreen(window)),
    ("/rehearse", lambda window, _: RehearseScreen(window, None)),
    (
        f"/rehearse/question/{ID}",
        lambda window, id: RehearseScreen(window, None, question_id=QuestionId(id)),
    ),
    (f"/rehearse/({ID[1:-1]}/question/{ID[1:-1]})", lambda window, pair: _rehearse(window, pair)),
    (f"/rehearse/aloud/{ID}", lambda window, id: RehearseScreen(window, None, aloud_id=id)),
    (f"/rehearse/({ID[1:-1]}/aloud/{ID[1:-1]})", lambda window, pair: _repeat(window, pair)),
    (f"/rehearse/{ID}", lambda window, id: RehearseScreen(window, StoryId(id))),
    (f"/takes/({ID[1:-1]}/with/{ID[1:-1]})", lambda window, pair: _compare(window, pair)),
    (f"/takes/{ID}", lambda window, id: ReportScreen(window, TakeId(id))),
    (f"/probe/story/{ID}", lambda window, id: ProbeCards(window, story_id=StoryId(id))),
    (f"/probe/take/{ID}", lambda window, id: ProbeCards(window, take_id=TakeId(id))),
    (f"/coach/interview/story/{ID}", lambda window, id: InterviewScreen(window, StoryId(id))),
    (f"/coach/({OF_STORY}/story/{ID[1:-1]})", lambda window, pair: _coach(window, pair)),
    (f"/coach/({OF_TAKE}/take/{ID[1:-1]})", lambda window, pair: _coach(window, pair)),
    ("/coach/sent", lambda window, _: SentLogScreen(window)),
    ("/settings", lambda window, _: SettingsScreen(window)),
)
"""The first that fits is shown."""
LASTING = ("/map", "/plan")
"""Screens of these routes come back as they were left."""


def screen_for(window: Window, route: str) -> Screen:
    """The screen of a route; the stories where no other fits."""
    for pattern, made in SCREENS:
        if found := re.fullmatch(pattern, route):
            return made(window, found[1] if found.re.groups else "")
    return StoriesScreen(window)


def _rehearse(window: Window, pair: str) -> Screen:
    """One story for one question."""
    story, _, question = pair.partition("/question/")
    return RehearseScreen(window, StoryId(story), question_id=QuestionId(question))


def _repeat(window: Window, pair: str) -> Screen:
    """One story for a question of this sitting."""
    story, _, id = pair.partition("/aloud/")
    return RehearseScreen(window, StoryId(story), aloud_id=id)


def _compare(window: Window, pair: str) -> Screen:
    """One take beside another."""
    take, _, other = pair.partition("/with/")
    return CompareScreen(window, TakeId(take), TakeId(other))


def _coach(window: Window, pair: str) -> Screen:
    """One kind of help for a story or a take."""
    help, kind, id = pair.split("/")
    if kind == "take":
        return CoachScreen(window, Help(help), take_id=TakeId(id))
    return CoachScreen(window, Help(help), story_id=StoryId(id))
