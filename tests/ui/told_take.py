"""A take that was told and written down, in a data folder of a test's own."""

from dataclasses import replace

from storybuilder.core.story import Story
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.practice import Practice
from tests.builders import spoken, story, take, voiced
from tests.fakes import write_wav

ANSWER = (
    "Last spring our clinic had long queues. My task was to halve the waiting time. "
    "We called every patient and wrote down the reasons. "
    "I moved the check-in online. The waiting time fell from 40 to 15 minutes."
)
CLINIC = story(
    "clinic",
    title="The queue",
    situation="Last spring our clinic had long queues.",
    task="My task was to halve the waiting time.",
    action="We called every patient. I moved the check-in online.",
    result="The patients were happy.",
)


def told_take(practice: Practice, id: str = "told", of: Story | None = CLINIC) -> Take:
    """A take of a story, or of none, whose words and sound are there."""
    if of is not None:
        practice.drafting.put(of)
    made = take(id, duration_s=25.0, question="Tell me about a queue.")
    made = replace(made, state=TakeState.READY, story_id=of.id if of else None)
    practice.rehearsing.takes.change(id, lambda _: made)
    wav = practice.rehearsing.files.audio(TakeId(id))
    wav.parent.mkdir(parents=True, exist_ok=True)
    write_wav(wav, 25.0)
    practice.reviewing.files.keep(made.id, voiced(25.0), spoken(ANSWER))
    return made
