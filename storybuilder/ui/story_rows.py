"""What the list of stories says, decided without drawing it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from storybuilder.core.example import is_example
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.core.take import Take
from storybuilder.core.token import count_words
from storybuilder.ui.labels import clock, count, listed, number_word
from storybuilder.ui.report_rows import PartTime

UNTITLED = "Untitled story"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One story as the list shows it."""

    id: StoryId
    title: str
    note: str
    complete: bool
    """Whether all four parts are written."""
    split: tuple[PartTime, ...]
    seconds: float
    """Time to say what is written."""
    takes: str
    example: bool = False
    """Whether it came with the program."""

    @property
    def spoken(self) -> str:
        """The whole row as one sentence for a screen reader."""
        return f"{self.title}, {self.note or 'all four parts written'}, {self.takes}"


def title_of(story: Story) -> str:
    """A story's title, or what stands for one."""
    return story.title.strip() or UNTITLED


def story_row(story: Story, takes: Iterable[Take], words_per_minute: int) -> StoryRow:
    """One row; the split is by words, as nothing need be spoken yet."""
    split = tuple(
        PartTime(
            part=part.value,
            seconds=60 * count_words(story.text_of(part)) / words_per_minute,
            low_s=0,
            high_s=0,
        )
        for part in Part
    )
    of_story = [take for take in takes if take.story_id == story.id]
    return StoryRow(
        id=story.id,
        title=title_of(story),
        note=_note(story),
        complete=not story.missing_parts,
        split=split,
        seconds=sum(row.seconds for row in split),
        takes=_takes(of_story),
        example=is_example(story),
    )


def headline(rows: Iterable[StoryRow]) -> str:
    """The news of the list, as its title."""
    known = list(rows)
    if not known:
        return "No story yet."
    if all(row.example for row in known):
        return "No story of your own yet."
    known = [row for row in known if not row.example]
    unfinished = sum(not row.complete for row in known)
    stories = f"{number_word(len(known))} {'story' if len(known) == 1 else 'stories'}"
    if not unfinished:
        return f"{stories}, all four parts written."
    if unfinished == len(known):
        return f"{stories}, still being written."
    return f"{stories}, {number_word(unfinished).lower()} still being written."


def advice(number: int) -> str:
    """How many stories are enough, said beside the list."""
    if number < 5:
        return f"Five to seven cover most interviews; {number_word(5 - number).lower()} to go."
    if number <= 7:
        return "Five to seven cover most interviews."
    return "More than seven are hard to keep ready; archive those you would not tell."


def _note(story: Story) -> str:
    if is_example(story):
        return "an example"
    missing = story.missing_parts
    if len(missing) == len(Part):
        return "nothing written yet"
    return f"no {listed([part.value for part in missing])} yet" if missing else ""


def _takes(takes: list[Take]) -> str:
    if not takes:
        return "no take yet"
    return f"{count(len(takes), 'take')}, last {clock(takes[-1].duration_s)}"
