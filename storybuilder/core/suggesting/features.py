"""Features of a text: the words, pairs and kinds of words that speak for one competency or another.

The model is trained on these names and suggests by them; a change here asks for training anew.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from storybuilder.core.suggesting.kinds import KINDS
from storybuilder.core.suggesting.stem import stem
from storybuilder.core.token import word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")
_UNHEARD = word_set("a an the my your his her their our its some any that this these those")
"""Words that phrases are compared without."""
_COMMON = word_set(
    "a an the of to in on at for and or but is are was were be been it i you he she they we me him "
    "them my your his her their our its with as that this had has have do did does by from so if "
    "than then there would could will can what when which who how why tell about time describe "
    "give example us should even up out very just also into over get got go went more most"
)
"""Words that say nothing alone."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A word of the text as the model hears it."""

    stem: str
    start_char: int
    end_char: int
    says: bool
    """Whether it says something alone."""


_SPEAKS_FOR = {kind: competency for competency, kinds in KINDS.items() for kind in kinds}

Feature = tuple[str, tuple[int, ...]]
"""Its name, and which of the words heard it is made of."""


def sentences_heard(text: str) -> list[list[Heard]]:
    """The words of each sentence, without articles and possessives; no empty sentence."""
    sentences: list[list[Heard]] = [[]]
    end = 0
    for match in _WORD.finditer(text):
        if sentences[-1] and _SENTENCE_END.search(text, end, match.start()):
            sentences.append([])
        end = match.end()
        word = match[0].lower().replace("’", "'")
        if word not in _UNHEARD:
            heard = Heard(stem(word), match.start(), match.end(), word not in _COMMON)
            sentences[-1].append(heard)
    return [sentence for sentence in sentences if sentence]


def features_of(sentence: Sequence[Heard]) -> Iterator[Feature]:
    """What holds of a sentence; one name may come several times, for other words.

    "disagre" is a word, "disagre with" a pair, "#boss" a kind of words and "@conflict" any of the
    kinds that speak for a competency.
    """
    stems = [heard.stem for heard in sentence]
    for at, heard in enumerate(sentence):
        if heard.says:
            yield heard.stem, (at,)
        if at:
            yield f"{stems[at - 1]} {heard.stem}", (at - 1, at)
    for kind, first, end in _kinds_in(stems):
        places = tuple(range(first, end))
        yield f"#{kind}", places
        yield f"@{_SPEAKS_FOR[kind]}", places


def _kinds_in(stems: Sequence[str]) -> Iterable[tuple[str, int, int]]:
    """Kinds that the words show: name, first word, one after the last."""
    phrases = _phrases()
    for at, first in enumerate(stems):
        for phrase, kinds in phrases.get(first, ()):
            if tuple(stems[at : at + len(phrase)]) == phrase:
                for kind in kinds:
                    yield kind, at, at + len(phrase)


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Phrases by their first stem, each with the kinds it belongs to."""
    kinds: dict[tuple[str, ...], list[str]] = {}
    for names in KINDS.values():
        for name, listed in names.items():
            for words in listed.split(", "):
                kinds.setdefault(_stems_of(words), []).append(name)
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for stems, named in sorted(kinds.items()):
        phrases.setdefault(stems[0], []).append((stems, tuple(dict.fromkeys(named))))
    return phrases


def _stems_of(words: str) -> tuple[str, ...]:
    return tuple(heard.stem for sentence in sentences_heard(words) for heard in sentence)
