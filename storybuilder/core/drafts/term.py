"""Terms: what a sentence and another way of saying it have in common.

A term is a content word, cut down to its stem, or a figure by its value; so "we rebuilt 15 % of
it" and "fifteen percent were rebuilt" share both of theirs. The stem is light: endings go, common
irregular pasts become their verb, and six letters are kept, so that "registering" and
"registration" meet.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from storybuilder.core.parts.words import without_fillers
from storybuilder.core.quantities.number import Number, numbers_of
from storybuilder.core.token import Token, tokens_of, word_set

_NOT_CONTENT = word_set(
    "a an the this that these those there here it its it's he she they them their theirs him his "
    "her hers we us our ours i i'm i'd i've i'll me my mine you your yours you're you've one ones "
    "who whom whose which what when where why how and or but nor so because as if than then while "
    "although though until till since of in on at to for from with without by about into onto out "
    "up down off over under between through during before after again against per via is am are "
    "was were be been being isn't wasn't weren't aren't have has had having haven't hadn't do does "
    "did done doing don't didn't doesn't will would could should can can't couldn't may might must "
    "shall won't wouldn't not no yes yeah okay ok um uh er erm hmm mm well just like really very "
    "quite rather too also even still only actually basically literally obviously honestly kind "
    "sort bit lot lots bunch thing things something anything everything nothing stuff way ways all "
    "any some each every both few many much more most less least other another such same own said "
    "say says saying go goes going gone went get gets getting got gotten come comes coming came "
    "make makes making made let let's that's there's they're they'd they'll we're we'd we've we'll "
    "he's she's what's you'd you'll know mean right look now already yet ever never always often "
    "back around away together first second next last finally eventually instead whether whatever "
    "somebody someone anybody anyone everybody everyone nobody none "
    "percent percentage % $ £ € dollar dollars pound pounds euro euros"
)
"""Words that any sentence may hold, whatever it tells."""
_COMMONPLACE = word_set(
    "day days week weeks month months year years time times people person work working worked job "
    "team new good great big small long use used using need needed want wanted ask asked asking "
    "tell told think thought see saw seen take took taken give gave given put try tried start "
    "started end ended talk talked help helped find found show showed shown keep kept call called "
    "happen happened become became turn turned thing point part side half today morning"
)
"""Content words of every other answer: half the weight."""
_VERB_OF_PAST = {
    past: verb
    for verb, pasts in {
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "deal": "dealt",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "feel": "felt",
        "find": "found",
        "forget": "forgot forgotten",
        "give": "gave given",
        "grow": "grew grown",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "meet": "met",
        "pay": "paid",
        "rebuild": "rebuilt",
        "ring": "rang rung",
        "rise": "rose risen",
        "run": "ran",
        "see": "saw seen",
        "sell": "sold",
        "send": "sent",
        "show": "shown",
        "shrink": "shrank shrunk",
        "sing": "sang sung",
        "sit": "sat",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "understand": "understood",
        "win": "won",
        "write": "wrote written",
    }.items()
    for past in pasts.split()
}
_PLAIN_WORD = re.compile(r"[^\W_]+")
_VOWELS = frozenset("aeiouy")
_STEM_LETTERS = 6
_ENDS_IN_ES = ("s", "x", "z", "ch", "sh")
_COMMON_WEIGHT, _SMALL_NUMBER_WEIGHT, _NUMBER_WEIGHT = 0.5, 0.5, 1.5
_SMALL_NUMBER = 3
_FIGURE = "#"


@dataclass(frozen=True, slots=True)
class Term:
    """A content word or figure, and where it stands in the text."""

    key: str
    """The same for two ways to say it: "rebuil", "#15.0"."""
    start_char: int
    end_char: int
    weight: float = 1.0
    """What sharing it says, whatever its rarity: less for a commonplace, more for a figure."""

    @property
    def is_figure(self) -> bool:
        """Whether it is a number with a value."""
        return self.key.startswith(_FIGURE)

    @property
    def value(self) -> float | None:
        """The number; None for a word."""
        return float(self.key.removeprefix(_FIGURE)) if self.is_figure else None


def terms_of(text: str) -> tuple[Term, ...]:
    """The terms of a text, in order."""
    tokens = tokens_of(text)
    figures = [number for number in numbers_of(tokens) if not _is_article(number)]
    inside = {at for number in figures for at in range(number.first, number.end)}
    found = [
        Term(stem(token.lower), token.start_char, token.end_char, _word_weight(token.lower))
        for at, token in enumerate(tokens)
        if at not in inside and is_content(token)
    ]
    found += [_figure(tokens, number) for number in figures]
    return tuple(sorted(found, key=lambda term: term.start_char))


def _figure(tokens: Sequence[Token], number: Number) -> Term:
    small = number.value is not None and number.value <= _SMALL_NUMBER
    return Term(
        tokens[number.end - 1].lower if number.value is None else f"{_FIGURE}{number.value}",
        tokens[number.first].start_char,
        tokens[number.end - 1].end_char,
        _SMALL_NUMBER_WEIGHT if small else _NUMBER_WEIGHT,
    )


def _is_article(number: Number) -> bool:
    """ "one" is said far more often than it counts."""
    return number.value == 1.0 and number.spelled


def is_content(token: Token) -> bool:
    """Whether a token says what it is about, rather than holding a sentence together."""
    return (token.is_word or token.text[0].isdigit()) and (
        token.lower not in _NOT_CONTENT and len(token.lower) > 1
    )


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word in lower case without its ending."""
    plain = word.removesuffix("'s").replace("'", "")
    base = _without_ending(_VERB_OF_PAST.get(plain, plain))
    return base[:_STEM_LETTERS]


def _without_ending(word: str) -> str:
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2 and _VOWELS & set(bare):
            return _without_silent_e(_single(bare))
    if word.endswith("es") and word[:-2].endswith(_ENDS_IN_ES) and len(word) > 4:
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    return _without_silent_e(word)


def _single(bare: str) -> str:
    """ "stopp" as "stop"."""
    doubled = bare[-1] == bare[-2] and bare[-1] not in "lsz"
    return bare[:-1] if doubled else bare


def _without_silent_e(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _word_weight(word: str) -> float:
    return _COMMON_WEIGHT if word in _COMMONPLACE else 1.0


def plain_words(text: str) -> tuple[str, ...]:
    """All words of a sentence without fillers: the same for the same sentence read aloud."""
    return tuple(without_fillers(_PLAIN_WORD.findall(text.lower())))
