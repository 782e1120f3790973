"""Maskable: the names, figures and addresses of a text that may be hidden before it is sent.

Everything that is found is a proposal: whoever tells the story takes out what may be seen and adds
what was missed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from storybuilder.core.coaching.dated import dates_in
from storybuilder.core.coaching.kinship import calls_of
from storybuilder.core.coaching.material import material_of
from storybuilder.core.coaching.name_marks import names_in
from storybuilder.core.coaching.neutral import FUNCTION_WORDS, is_neutral
from storybuilder.core.coaching.passage import passages_of
from storybuilder.core.coaching.placeholder import MaskKind, placeholders_in
from storybuilder.core.coaching.word_form import root
from storybuilder.core.drafts.name import names_of
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.quantities.number_words import NUMBER_WORDS
from storybuilder.core.quantities.telling import merely_tells
from storybuilder.core.token import Token, tokens_of, word_set
from storybuilder.core.wording.acronym import KNOWN

Found = tuple[MaskKind, str]
"""What it is, and how it is written."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]]"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|app|edu|gov|info|eu|de|fr|es|it|nl|at|ch|be|pl|se|dk"
    r"|ie|co\.uk|ac\.uk|org\.uk|gov\.uk)\b(?:/[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]])?"
)
_PHONE = re.compile(r"(?<![\w.])(?:\+\d|\(0|0)[\d ()/.-]{6,18}\d(?!\w)")
_LEAST_DIGITS = 8
_OFTEN = word_set("twice thrice double triple")
_LEAST_LETTERS = 3
_GENERIC = word_set(
    "bank group team inc ltd limited gmbh company co corporation corp services service software "
    "systems solutions airport hospital university college school hotel department office street "
    "road north south east west new old saint st city council mr mrs ms dr prof professor sir the"
)
"""Words that many names have: alone they name nothing."""


def maskable_in(text: str) -> Iterator[Found]:
    """Everything of a text that may be hidden, longer names before their parts."""
    yield from (("WORD", written) for _, written in placeholders_in(text))
    addresses = list(_addresses(text))
    yield from addresses
    rest = _without(
        text, (*(written for _, written in placeholders_in(text)), *(a for _, a in addresses))
    )
    yield from (("NAME", name) for name in _names(rest))
    yield from (("FIGURE", figure) for figure in _figures(rest))


def _without(text: str, taken: Iterable[str]) -> str:
    """The text with stretches blanked out, so that nothing is found inside them."""
    for written in sorted(set(taken), key=len, reverse=True):
        text = text.replace(written, " " * len(written))
    return text


def _addresses(text: str) -> Iterator[Found]:
    patterns: tuple[tuple[MaskKind, re.Pattern[str]], ...] = (
        ("EMAIL", _EMAIL),
        ("LINK", _LINK),
        ("PHONE", _PHONE),
    )
    for kind, pattern in patterns:
        found = [match[0] for match in pattern.finditer(text)]
        if kind == "PHONE":
            found = [one for one in found if sum(map(str.isdigit, one)) >= _LEAST_DIGITS]
        yield from ((kind, written) for written in found)
        text = _without(text, found)


def _names(text: str) -> list[str]:
    found: dict[str, None] = dict.fromkeys(names_of(_sentences(text)))
    nothing = material_of(())
    for passage in passages_of(text):
        for first, end in names_in(passage, dates_in(passage.tokens), nothing):
            start, stop = passage.span(first, end)
            found[_unowned(text[start:stop])] = None
    whole = sorted(filter(_is_name, found), key=text.find)
    parts = (token.text for name in whole for token in tokens_of(name) if _is_part(token))
    return list(dict.fromkeys([*whole, *map(_unowned, parts)]))


def _sentences(text: str) -> list[str]:
    return [text[slice(*one.span(0, len(one.tokens)))] for one in passages_of(text)]


def _unowned(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)


def _is_name(name: str) -> bool:
    """Not "KPI", which everyone knows, nor what is too short to be told from a word."""
    return name.upper() not in KNOWN and len(name) > 1 and not name.isdigit()


def _is_part(token: Token) -> bool:
    telling = token.is_word and token.text[0].isupper() and len(token.text) >= _LEAST_LETTERS
    return telling and token.lower not in _GENERIC and token.lower not in FUNCTION_WORDS


def is_common(name: str) -> bool:
    """Whether a name is an English word as well: "Grace", "Will", "Mark"."""
    word = name.lower()
    if word in FUNCTION_WORDS or word in NUMBER_WORDS or is_neutral(word):
        return True
    return len(calls_of(root(word))) > 1


def _figures(text: str) -> Iterator[str]:
    tokens = tokens_of(text)
    for number in numbers_of(tokens):
        small = number.spelled and (number.value == 1 or number.ordinal)
        if not small and not (number.spelled and merely_tells(tokens, number)):
            yield _written(text, tokens, number.first, number.end)
    for token in tokens:
        if token.text[0].isdigit() or token.lower in _OFTEN:
            yield token.text


def _written(text: str, tokens: Sequence[Token], first: int, end: int) -> str:
    return text[tokens[first].start_char : tokens[end - 1].end_char]
