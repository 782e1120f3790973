"""Templates: what a story about one competency needs in each of its parts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Ideas for each part of a story, each one line: what listeners wait to hear."""

    competency: str
    situation: str
    task: str
    action: str
    result: str
    lesson: str

    def idea_for(self, name: str) -> str:
        """The idea for one text of a story; empty for a text that every story writes alike."""
        idea: str = getattr(self, name, "") if name != "competency" else ""
        return idea
