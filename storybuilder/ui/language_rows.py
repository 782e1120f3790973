"""What is said about the language of a take. Pure."""

from storybuilder.core.language import ENGLISH, language_name
from storybuilder.core.transcript import Transcript


def judged_as_english(transcript: Transcript | None) -> str:
    """What the report of a take in another language is worth; empty for English and for texts."""
    if transcript is None or transcript.language == ENGLISH:
        return ""
    name = language_name(transcript.language)
    return f"Heard as {name}. Parts, fillers and findings are judged as if it were English."
