"""Placeholders: what stands in a text for a word that shall not leave this computer.

`[NAME 1]`, `[FIGURE 3]`, and `[FIGURE 3b]` for the same figure written in another way. A word in
capitals and a number in square brackets reads as a slot to be filled, so that a language model
copies it; it is plain ASCII, needs no escape in JSON, and is no markup in Markdown. A bare token
("XK1") would be taken for a name and inflected, and braces for a template to be filled in.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

MaskKind = Literal["NAME", "FIGURE", "EMAIL", "PHONE", "LINK", "WORD"]
"""Names are those of people, employers, products and places alike: rules cannot tell them apart,
and a wrong label would mislead."""
KINDS: tuple[MaskKind, ...] = get_args(MaskKind)
_SLOT = r"({kinds})S?[ \t\n_:#.-]{{0,3}}(\d{{1,4}})([b-z](?![a-z]))?".format(kinds="|".join(KINDS))
_ESCAPED = rf"\\\[\s?{_SLOT}\s?\\\]"
_BRACKETED = rf"[\[({{<]\s?{_SLOT}(['’]?s)?\s?[\])}}>]"
_SHOUTED = rf"(?<![A-Za-z0-9]){_SLOT}(?![A-Za-z0-9])"
_PLACEHOLDER = re.compile(rf"(?i:{_ESCAPED})|(?i:{_BRACKETED})|{_SHOUTED}")
"""As written, and as a model may give it back: "[Name 1]", "NAME_1", "(NAME 1)", "[NAME 1's]",
or with the signs of Markdown. Without brackets only in capitals: "name 1" is English."""
_FIRST_LETTER = ord("a")


@dataclass(frozen=True, slots=True, order=True)
class Placeholder:
    """The slot of one thing in one way to write it."""

    kind: MaskKind
    number: int
    form: int = 0
    """Which way to write it, from 0."""

    def __str__(self) -> str:
        return f"[{self.kind} {self.number}{chr(_FIRST_LETTER + self.form) if self.form else ''}]"


def replaced(text: str, word_for: Callable[[Placeholder], str | None]) -> str:
    """The text with words for its placeholders; one without a word stays as it is."""

    def put(match: re.Match[str]) -> str:
        word = word_for(_read(match))
        return match[0] if word is None else word + (match[7] or "")

    return _PLACEHOLDER.sub(put, text)


def placeholders_in(text: str) -> Iterator[tuple[Placeholder, str]]:
    """The placeholders of a text in order, each with the way it is written there."""
    return ((_read(match), match[0]) for match in _PLACEHOLDER.finditer(text))


def _read(match: re.Match[str]) -> Placeholder:
    groups = match.groups()
    kind, number, form = next(groups[at : at + 3] for at in (0, 3, 7) if groups[at] is not None)
    place = ord(form.lower()) - _FIRST_LETTER if form else 0
    return Placeholder(cast("MaskKind", kind.upper()), int(number), place)
