"""Tokens: words, numbers and signs of a text, each knowing where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    # Possessive and counted, so that no text makes it look at the same digits again and again.
    r"\d{1,15}+(?:,\d{3}){1,5}+(?:\.\d+)?+(?![,.]?\d)|\d+(?:[.:/]\d+)*+"  # 12,400  8:30  3.11.2
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"  # words, don't
    r"|[^\w\s]|_"
)
_WORD = re.compile(r"\S*[^\W_]\S*")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text. `lower` has straight apostrophes, so that word lists match."""

    text: str
    lower: str
    start_char: int
    end_char: int
    opens_line: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.text[0].isalpha()


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens in order; nothing but white space lies between them."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        opens_line = not tokens or "\n" in text[end : match.start()]
        end = match.end()
        lower = match[0].lower().replace("’", "'")
        tokens.append(Token(match[0], lower, match.start(), end, opens_line))
    return tuple(tokens)


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The token there in lower case; empty before the first and after the last."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether no space stands between a token and the one before it."""
    return 0 < at < len(tokens) and tokens[at - 1].end_char == tokens[at].start_char


def word_set(listed: str) -> frozenset[str]:
    """A list of words, written as one line of text."""
    return frozenset(listed.split())


def count_words(text: str) -> int:
    """Words as one would count them aloud: what stands between spaces and has a letter or digit."""
    return sum(1 for _ in _WORD.finditer(text))
