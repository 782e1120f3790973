"""The steps in the order they happen: set up, draft, rehearse, review.

Each step is a frozen value that holds the promises it needs. All methods may wait for disk,
device or model: the window calls them off its event loop.
"""

from dataclasses import dataclass, field, replace

from storybuilder.core.competency import Competency
from storybuilder.core.framework import (
    OWN,
    Framework,
    FrameworkMisfit,
    framework_label,
    own_framework,
)
from storybuilder.core.suggestion import Suggester
from storybuilder.practice.asked_aloud import AskedAloud
from storybuilder.practice.asking import Asking
from storybuilder.practice.beginning import Beginning
from storybuilder.practice.catching_up import CatchingUp
from storybuilder.practice.coaching import Coaching
from storybuilder.practice.drafting import Drafting
from storybuilder.practice.exchanging import Exchanging
from storybuilder.practice.fetching import Fetching
from storybuilder.practice.fitting import Fitting
from storybuilder.practice.in_background import InBackground
from storybuilder.practice.interviewing import Interviewing
from storybuilder.practice.keeping import Keeping
from storybuilder.practice.listening import Listening
from storybuilder.practice.probing import Probing
from storybuilder.practice.rehearsing import Rehearsing
from storybuilder.practice.reviewing import Reviewing
from storybuilder.practice.setting_up import SettingUp
from storybuilder.practice.shortening import Shortening


@dataclass(frozen=True, slots=True)
class Practice:
    """The program without a window."""

    setting_up: SettingUp
    beginning: Beginning
    drafting: Drafting
    shortening: Shortening
    exchanging: Exchanging
    asking: Asking
    fitting: Fitting
    rehearsing: Rehearsing
    reviewing: Reviewing
    listening: Listening
    catching_up: CatchingUp
    keeping: Keeping
    shrinking: InBackground
    """Keeps recordings as FLAC, where that is chosen, after catching up."""
    fetching: Fetching
    coaching: Coaching
    interviewing: Interviewing
    competencies: tuple[Competency, ...]
    frameworks: tuple[Framework, ...]
    """Those that the program carries, the neutral one first."""
    suggest: Suggester
    """The likely competencies of a question or a story."""
    asked_aloud: AskedAloud = field(default_factory=AskedAloud)
    """Questions of this sitting that stand in no list."""

    @property
    def probing(self) -> Probing:
        """Questions made from what was written or said, by rules alone."""
        return Probing(self.reviewing)

    def framework(self) -> Framework:
        """The framework in force; the neutral one where the chosen one is not to be had."""
        settings = self.setting_up.settings
        if settings.framework == OWN:
            try:
                return own_framework(settings.own_framework, self.competencies)
            except FrameworkMisfit:  # written by hand into the settings file; their screen tells
                return self.frameworks[0]
        found = (one for one in self.frameworks if one.id == settings.framework)
        return next(found, self.frameworks[0])

    def named_competencies(self) -> tuple[Competency, ...]:
        """All competencies, called as the framework in force calls them."""
        framework = self.framework()
        return tuple(
            replace(one, label=framework_label(framework, one)) for one in self.competencies
        )
