"""Material: everything a person said or wrote themselves, ready to be asked what is in it."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from storybuilder.core.coaching.dated import Dated, dates_in
from storybuilder.core.coaching.passage import Passage, passages_of
from storybuilder.core.coaching.told import Told, told_in
from storybuilder.core.token import Token

_MOST_KEPT = 8
"""Materials read in a sitting: a draft is judged against the same one again and again."""


@dataclass(frozen=True, slots=True, repr=False)
class Material:
    """The passages of a person's own texts."""

    texts: tuple[str, ...]
    passages: tuple[Passage, ...]
    told: tuple[tuple[Told, ...], ...]
    """The figures of each passage."""
    dates: tuple[tuple[Dated, ...], ...]
    """The dates of each passage."""
    holders: Mapping[str, tuple[int, ...]] = field(repr=False)
    """For each name of a word the passages that hold it."""
    whole: frozenset[str] = field(repr=False)
    """Each sentence by its words alone: a draft that holds it word for word tells nothing new."""
    spoken: tuple[str, ...] = field(repr=False)
    """All words and numbers in order, as they are compared: see `plain`."""

    @property
    def words(self) -> frozenset[str]:
        """The words and numbers, each once."""
        return frozenset(self.spoken)


def material_of(texts: Iterable[str]) -> Material:
    """Read a person's own texts."""
    return _read(tuple(texts))


@lru_cache(maxsize=_MOST_KEPT)
def _read(texts: tuple[str, ...]) -> Material:
    passages = tuple(passage for text in texts for passage in passages_of(text))
    holders = defaultdict[str, list[int]](list)
    for at, passage in enumerate(passages):
        for name in passage.kin:
            holders[name].append(at)
    return Material(
        texts=texts,
        passages=passages,
        told=tuple(told_in(passage) for passage in passages),
        dates=tuple(dates_in(passage.tokens) for passage in passages),
        holders={name: tuple(places) for name, places in holders.items()},
        whole=frozenset(map(said_in, passages)),
        spoken=tuple(plain_words(token for passage in passages for token in passage.tokens)),
    )


def said_in(passage: Passage) -> str:
    """A sentence by its words alone."""
    return " ".join(plain_words(passage.tokens))


def plain_words(tokens: Iterable[Token]) -> Iterable[str]:
    """The words and numbers among tokens, as they are compared."""
    return (plain(token.lower) for token in tokens if token.text[0].isalnum())


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word in lower case without accents and apostrophes."""
    bare = word.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("æ", "ae")
    letters = unicodedata.normalize("NFKD", bare)
    return "".join(
        letter for letter in letters if not unicodedata.combining(letter) and letter != "'"
    )
