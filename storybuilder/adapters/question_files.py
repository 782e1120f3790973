"""Lists of questions in files: plain text, Markdown, or a table."""

from pathlib import Path

from storybuilder.adapters.text_files import decode_text, read_bytes
from storybuilder.core.question_list import Form, Listed, ListMisfit, listed_questions
from storybuilder.errors import QuestionsUnreadable, TextUnreadable

MOST_BYTES = 16_000_000
"""Twenty thousand questions fit several times over."""
FORMS: dict[str, Form] = {".md": "md", ".markdown": "md", ".csv": "csv", ".tsv": "csv"}
"""By the ending of the file's name; any other text has one question a line."""


def read_questions(path: Path) -> tuple[Listed, ...]:
    """The questions of a file, in its order. Raises QuestionsUnreadable."""
    content = _content(path)
    form = FORMS.get(path.suffix.lower(), "txt")
    try:
        found = listed_questions(decode_text(content, path.name), form)
    except TextUnreadable as error:
        raise QuestionsUnreadable(str(error)) from error
    except ListMisfit as misfit:
        raise QuestionsUnreadable(f"{path.name} {misfit}") from misfit
    if not found:
        raise QuestionsUnreadable(f"{path.name} holds no questions")
    return found


def _content(path: Path) -> bytes:
    try:
        content = read_bytes(path, MOST_BYTES + 1)
    except TextUnreadable as error:
        raise QuestionsUnreadable(str(error), error.hint) from error
    if len(content) > MOST_BYTES:
        size = f"{MOST_BYTES // 1_000_000} MB"
        raise QuestionsUnreadable(f"{path.name} is larger than {size}", "divide it into parts.")
    return content
