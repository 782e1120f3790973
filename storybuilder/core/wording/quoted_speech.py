"""Quoted speech: words of others, or of an earlier self, which say nothing of how one tells."""

import re

_QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')


def without_quoted_speech(text: str) -> str:
    """The text with what is quoted blanked out, so that places stay."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)
