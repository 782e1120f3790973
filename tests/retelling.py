"""An answer told otherwise, in ways that no reader would mind.

Every change of words is local: what becomes of a sentence does not depend on its neighbours.
"""

import re
from collections.abc import Callable, Iterable
from zlib import crc32

from storybuilder.core.token import word_set
from storybuilder.training.corpus import Answer

Change = Callable[[str], str]

NUMBERS = {
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
    "10": "ten",
    "11": "eleven",
    "12": "twelve",
    "14": "fourteen",
    "15": "fifteen",
    "20": "twenty",
    "25": "twenty-five",
    "30": "thirty",
    "40": "forty",
    "50": "fifty",
    "60": "sixty",
    "80": "eighty",
    "90": "ninety",
    "200": "two hundred",
    "400": "four hundred",
    "500": "five hundred",
    "3,000": "three thousand",
}
"""Without 1: "one" is seldom a figure."""
_IN_FIGURES = {word: figure for figure, word in NUMBERS.items()}
_ALONE = r"(?<![\w.,:/$£€'’-])(?:{})(?![\w:/$£€'’-]|[.,]\d)"
_FIGURE = re.compile(_ALONE.format("|".join(NUMBERS)) + r"(\s?%)?|" + r"(?<![\w.,:/$£€'’-])(\d+)%")
_WORDS_OF_NUMBERS = "|".join(sorted({*_IN_FIGURES, "one", "hundred", "thousand"}))
_NUMBER_WORDS = re.compile(
    rf"{_ALONE.format(_WORDS_OF_NUMBERS)}(?: (?:and )?(?:{_WORDS_OF_NUMBERS})\b)*"
)

PEOPLE = ("Tamsin", "Ahmed", "Fred", "Okonkwo", "Xiu", "Brannigan", "Zofia", "Mohammed")
"""Some end like a verb of doing."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b(?!['’](?:m|ve|ll|d)\b)")
_NO_NAMES = word_set(
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays "
    "Fridays Saturdays Sundays Mrs Mister"
)

_AMERICAN = {
    "organis": "organiz",
    "realis": "realiz",
    "recognis": "recogniz",
    "apologis": "apologiz",
    "prioritis": "prioritiz",
    "analys": "analyz",
    "summaris": "summariz",
    "minimis": "minimiz",
    "colour": "color",
    "neighbour": "neighbor",
    "favour": "favor",
    "behaviour": "behavior",
    "labell": "label",
    "travell": "travel",
    "cancell": "cancel",
    "learnt": "learned",
    "centre": "center",
    "programme": "program",
}
_BRITISH_WORD = re.compile(
    rf"\b(?!realistic|programme[dr]|cancellation|centred)({'|'.join(_AMERICAN)})(?!is\b|ts?\b)",
    re.IGNORECASE,
)

_POINTED = re.compile(r"[.!?…][\"”’')]*\s*$")


def in_words(text: str) -> str:
    """ "15 %" as "fifteen percent", "12" as "twelve"."""
    return _FIGURE.sub(_spelled, text)


def _spelled(figure: re.Match[str]) -> str:
    number = re.sub(r"\s?%", "", figure[0])
    percent = " percent" if "%" in figure[0] else ""
    return NUMBERS.get(number, number) + percent


def in_figures(text: str) -> str:
    """ "twelve" as "12", "fifteen percent" as "15 %"."""
    figures = _NUMBER_WORDS.sub(lambda word: _IN_FIGURES.get(word[0], word[0]), text)
    return re.sub(r"(?<=\d) per ?cent\b", " %", figures)


def names_of(texts: Iterable[str]) -> frozenset[str]:
    """Words that begin with a capital inside a sentence, and nowhere with a small letter."""
    told = list(texts)
    small = {word for text in told for word in re.findall(r"\b[a-z]+", text)}
    found = {name for text in told for name in _NAME.findall(text)} - _NO_NAMES
    return frozenset(name for name in found if name.lower() not in small)


def renamed(names: Iterable[str], others: tuple[str, ...] = PEOPLE) -> Change:
    """Each name becomes another one, always the same."""
    known = "|".join(sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{known})\b")
    return lambda text: pattern.sub(
        lambda name: others[crc32(name[0].encode()) % len(others)], text
    )


def without_commas(text: str) -> str:
    """No comma that a space follows, nor one in a figure."""
    return re.sub(r",(?=\s)|(?<=\d),(?=\d)", "", text)


def spread(text: str) -> str:
    """Every space and every line break twice."""
    return re.sub(r"\s", lambda space: space[0] * 2, text)


def typographic(text: str) -> str:
    """Curly quotes and apostrophes."""
    return re.sub(r'(^|[\s(])"', r"\1“", text).replace('"', "”").replace("'", "’")


def american(text: str) -> str:
    """ "Organise" as "organize"; "realistic" and "analyst" are spelled alike everywhere."""
    return _BRITISH_WORD.sub(_respelled, text)


def _respelled(word: re.Match[str]) -> str:
    spelled = _AMERICAN[word[0].lower()]
    return spelled.capitalize() if word[0][0].isupper() else spelled


def text_of(answer: Answer, places: Iterable[int] | None = None) -> str:
    """Sentences of an answer as one text; notes without full stops have a line each."""
    chosen = range(len(answer.texts)) if places is None else places
    pointed = all(_POINTED.search(text) for text in answer.texts)
    return (" " if pointed else "\n").join(answer.texts[at].strip() for at in chosen)


def without(answer: Answer, part: str) -> str:
    """The answer without the sentences of a part."""
    return text_of(answer, [at for at, label in enumerate(answer.labels) if label != part])


def result_first(answer: Answer) -> str:
    """What came of it, and then how."""
    places = range(len(answer.labels))
    return text_of(answer, sorted(places, key=lambda at: answer.labels[at] != "R"))


def swapped(answer: Answer) -> Iterable[tuple[int, str]]:
    """Each place where a part has two sentences on end, with the answer that swaps the two."""
    places = range(len(answer.labels))
    for at in places[:-1]:
        if answer.labels[at] == answer.labels[at + 1]:
            yield at, text_of(answer, [*places[:at], at + 1, at, *places[at + 2 :]])


def hesitant(text: str) -> str:
    """An um before every "and" and "to"."""
    return re.sub(r"\b(?=(?:and|to)\b)", "um ", text)
