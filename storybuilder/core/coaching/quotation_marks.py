"""Quotation marks: what a draft puts in quotes although nobody is known to have said it."""

import re
from collections.abc import Iterator

from storybuilder.core.coaching.quotes import place_of

_QUOTED = re.compile(
    r"“([^”\n]+)”|\"([^\"\n]+)\"|«([^»\n]+)»|„([^“”\n]+)[“”]"
    r"|(?<!\w)[‘']((?:[^‘’'\n]|(?<=\w)[’'](?=\w))+)[’'](?!\w)"
)
"""Single quotes count where no letter stands before the first and none behind the last."""


def quotations_in(text: str) -> Iterator[tuple[int, int]]:
    """Where words in quotes stand, with their marks, in characters."""
    return (match.span() for match in _QUOTED.finditer(text))


def unsaid_quotations(draft: str, spoken: str) -> Iterator[tuple[int, int]]:
    """Where a draft quotes words that do not stand in what was said."""
    for start, end in quotations_in(draft):
        words = draft[start + 1 : end - 1]
        if any(letter.isalnum() for letter in words) and place_of(words, spoken) is None:
            yield start, end
