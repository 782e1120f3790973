"""The steps in the order they happen: set up, draft, rehearse, review.

Each step is a frozen value that holds the promises it needs. All methods may wait for disk,
device or model: the window calls them off its event loop.
"""

from dataclasses import dataclass

from storybuilder.core.competency import Competency
from storybuilder.practice.catching_up import CatchingUp
from storybuilder.practice.drafting import Drafting
from storybuilder.practice.rehearsing import Rehearsing
from storybuilder.practice.reviewing import Reviewing
from storybuilder.practice.setting_up import SettingUp


@dataclass(frozen=True, slots=True)
class Practice:
    """The program without a window."""

    setting_up: SettingUp
    drafting: Drafting
    rehearsing: Rehearsing
    reviewing: Reviewing
    catching_up: CatchingUp
    competencies: tuple[Competency, ...]
