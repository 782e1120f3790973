"""Answer text: whether a text can be judged as one answer."""

import re
from typing import Literal

from storybuilder.core.token import count_words

TextVerdict = Literal["ok", "empty", "no_words", "too_long", "too_many_words"]

MOST_CHARACTERS = 200_000
MOST_WORDS = 20_000
"""Two hours of speech: far beyond one answer, so it is some other file."""
_LETTER = re.compile(r"[^\W\d_]")


def check_text(text: str) -> TextVerdict:
    """Whether a text can be judged. Quick, also for a text far too long."""
    if not text.strip():
        return "empty"
    if len(text) > MOST_CHARACTERS:
        return "too_long"
    if not _LETTER.search(text):
        return "no_words"
    return "too_many_words" if count_words(text) > MOST_WORDS else "ok"
