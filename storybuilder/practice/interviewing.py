"""Interviewing: every answer to the coach is on disk before anything else happens to it."""

from dataclasses import dataclass, replace

from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.coaching.interview import Interview, interview_id
from storybuilder.core.story import Part, StoryId
from storybuilder.ports import Shelf


@dataclass(frozen=True, slots=True)
class Interviewing:
    """The answers, beside the stories. All methods raise what `ports.Shelf` raises."""

    interviews: Shelf[Interview]

    def so_far(self, story_id: StoryId, part: Part) -> tuple[Exchange, ...]:
        """What was asked and answered about a part, in order."""
        id = interview_id(story_id, part)
        return next((one.exchanges for one in self.interviews.all() if one.id == id), ())

    def answered(self, story_id: StoryId, part: Part, given: Exchange) -> tuple[Exchange, ...]:
        """Keep one more answer; returns all of them."""
        id = interview_id(story_id, part)

        def longer(present: Interview | None) -> Interview:
            kept = present or Interview(id=id, story_id=story_id, part=part)
            return replace(kept, exchanges=(*kept.exchanges, given))

        return self.interviews.change(id, longer).exchanges

    def forget(self, story_id: StoryId, part: Part | None = None) -> None:
        """Forget what was answered about one part, or about all of them."""
        for one in Part if part is None else (part,):
            self.interviews.remove(interview_id(story_id, one))
