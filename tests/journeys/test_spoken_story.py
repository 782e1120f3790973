"""The whole way without a window: a voice, a microphone, words, a report."""

from dataclasses import replace
from pathlib import Path

import pytest

from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.report import Report
from storybuilder.core.settings import Settings
from storybuilder.core.story import Part
from storybuilder.core.take import Take, TakeState
from storybuilder.places import Places
from storybuilder.practice import Practice
from storybuilder.practice.reviewing import Asked
from storybuilder.program import assemble
from tests import micro_model
from tests.journeys.test_first_story import SPOKEN
from tests.speech import say
from tests.virtual_microphone import VirtualMicrophone

pytestmark = pytest.mark.slow


def tell(practice: Practice, microphone: VirtualMicrophone, speech: Path) -> Take:
    story = practice.drafting.start()
    practice.drafting.revise(story, replace(story, situation="We lost fifteen clients a month."))
    sitting = practice.rehearsing.begin(
        story_id=story.id, question="Why?", target=DEFAULT_TARGET, device=None
    )
    microphone.play(speech).wait()
    take = practice.rehearsing.finish(sitting)
    written = practice.reviewing.write_down(take, lambda done: None, lambda: False)
    assert written is not None
    return written


@pytest.fixture
def told(tmp_path: Path, virtual_microphone: VirtualMicrophone) -> tuple[Practice, Take, Report]:
    practice = assemble(Places(tmp_path / "data"), Settings(), micro_model.FOLDER).practice
    take = tell(practice, virtual_microphone, say(SPOKEN, tmp_path / "speech.wav"))
    assert take.story_id is not None
    story = practice.drafting.story(take.story_id)
    asked = Asked(question="Why?", story=story, target=take.target, settings=Settings())
    return practice, take, practice.reviewing.report(take, asked)


def test_a_voice_in_the_microphone_becomes_a_report(
    told: tuple[Practice, Take, Report],
) -> None:
    _, take, report = told
    assert take.state is TakeState.READY
    assert report.missing == (Part.RESULT,)
    assert "ten clients" in [quantity.text for quantity in report.quantities]
    assert report.fix is not None
    assert "result" in report.fix.code
    assert report.drafted is not None
    assert [change.said for change in report.drafted.changed] == ["ten clients"]
