"""What the coach can be asked to do, as data."""

from dataclasses import dataclass
from enum import StrEnum


class Help(StrEnum):
    """One kind of help. The value is the name of its prompt file."""

    INTERVIEW = "interview"
    """Asks one question at a time about one part, and drafts the part from the answers."""
    TIGHTEN = "tighten"
    """Shortens a draft to a target length."""
    SUGGEST = "suggest"
    """Competencies, headline and must-land line of a story."""
    PROBE = "probe"
    """An interviewer's follow-up questions for a story or take, from kind to hard."""
    REVIEW = "review"
    """A take part by part, each point quoting its transcript."""
    NEXT_QUESTION = "next_question"
    """Reacts to the transcript of an answer with the next question, as in an interview."""


@dataclass(frozen=True, slots=True)
class HelpWords:
    """How one kind of help is offered on a screen."""

    name: str
    does: str
    """One sentence: what comes back."""
    without: str
    """What does the same without a coach, as the name of its link."""


HELP_WORDS = {
    Help.INTERVIEW: HelpWords(
        "Interview me",
        "Asks you one question at a time and drafts the part from your answers.",
        "Draft it with nine questions",
    ),
    Help.TIGHTEN: HelpWords(
        "Tighten", "Shortens the draft to your target length, piece by piece.", "Two lengths"
    ),
    Help.SUGGEST: HelpWords(
        "Suggest",
        "Proposes competencies, a headline and a must-land line.",
        "Competencies suggested by the words",
    ),
    Help.PROBE: HelpWords(
        "Probe me",
        "Asks what an interviewer would ask next, from kind to hard.",
        "Probe cards from the story's own gaps",
    ),
    Help.REVIEW: HelpWords(
        "Review this take",
        "Says part by part what worked and what did not, with your own words as evidence.",
        "The report",
    ),
    Help.NEXT_QUESTION: HelpWords(
        "Ask the next question",
        "Reacts to this answer as an interviewer would.",
        "Probe cards from the story's own gaps",
    ),
}
