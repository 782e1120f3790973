"""Name marks: people, employers, products, places and acronyms that the material does not hold.

A name is a word with a capital that no sentence begins with, or a word at the beginning that is
none of the known ones. It is traced word by word, whatever its case, accents and possessive;
"GitHub" is "git hub", "MRI" is "magnetic resonance imaging" and "Brazilian" comes from "Brazil".
Two names side by side must stand side by side in the material too: "Priya Kowalski" is neither
Priya Shah nor Tomasz Kowalski. A name in small letters is a word like any other, and marked as one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from storybuilder.core.coaching.claim import Mark
from storybuilder.core.coaching.dated import Dated
from storybuilder.core.coaching.kinship import calls_of
from storybuilder.core.coaching.material import Material, plain
from storybuilder.core.coaching.neutral import FUNCTION_WORDS, is_neutral
from storybuilder.core.coaching.passage import Passage, looks_past
from storybuilder.core.coaching.word_form import root
from storybuilder.core.quantities.number_words import NUMBER_WORDS
from storybuilder.core.token import Token, is_glued, word_set

_NO_NAMES = word_set(
    "i i'm i'd i've i'll ok okay am pm a.m p.m star mr mrs ms dr prof sir madam st"
)
_OPENERS = frozenset(".!?:;\"“”‘'(*•–—-")
_OF_PLACE = ("n", "an", "ian", "ean", "ish", "ese", "i", "s", "er", "ic")
_LEAST_SHARED = 4
_MOST_PIECES = 3
_BETWEEN = word_set("of and the de la van von der den & -")
_SHOUTED, _LEAST_SHOUTED = 0.6, 5


def names_in(
    passage: Passage, dates: Sequence[Dated], material: Material
) -> tuple[tuple[int, int], ...]:
    """The names of one passage of a draft, each from its first token to its end."""
    tokens = passage.tokens
    dated = {at for one in dates for at in range(one.first, one.end)}
    if _is_shouted(tokens):
        return ()
    names = [at for at in range(len(tokens)) if at not in dated and _is_name(tokens, at, material)]
    return tuple(_runs(tokens, names))


def name_marks(
    passage: Passage, names: Sequence[tuple[int, int]], material: Material
) -> Iterator[Mark]:
    """The names of one passage of a draft that cannot be traced."""
    for first, end in names:
        words = [at for at in range(first, end) if passage.tokens[at].text[0].isalnum()]
        if not all(_is_known(passage.tokens, at, material) for at in words):
            yield Mark(first, end, "name")
        elif not _stand_together(passage.tokens, first, end, material):
            yield Mark(first, end, "name", "moved")


def _is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether it is written IN CAPITALS, so that they tell nothing."""
    words = [token for token in tokens if token.is_word and len(token.text) > 1]
    capitals = sum(token.text.isupper() for token in words)
    return len(words) >= _LEAST_SHOUTED and capitals > _SHOUTED * len(words)


def _is_name(tokens: Sequence[Token], at: int, material: Material) -> bool:
    token = tokens[at]
    if not token.is_word or token.lower in _NO_NAMES or not _has_capital(token):
        return False
    if any(letter.isupper() for letter in token.text[1:]):
        return True
    if at and not token.opens_line and tokens[at - 1].text not in _OPENERS:
        return token.lower not in FUNCTION_WORDS
    if is_glued(tokens, at) and tokens[at - 1].text == "-":
        return True
    return _opens_as_name(tokens, at, material)


def _has_capital(token: Token) -> bool:
    return any(letter.isupper() for letter in token.text)


def _opens_as_name(tokens: Sequence[Token], at: int, material: Material) -> bool:
    """Whether the first word of a sentence is a name: none of the words that are known."""
    word = tokens[at].lower.removesuffix("'s")
    if word in FUNCTION_WORDS or word in NUMBER_WORDS or is_neutral(word):
        return False
    if plain(word) in material.words or root(word) in material.holders:
        return False
    known = len(calls_of(root(word))) > 1 or word.endswith(("ing", "ed"))
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    follows = after is not None and (looks_past(after.lower) or after.lower in _VERBS)
    named = after is not None and after.is_word and after.text[0].isupper()
    return not known and (follows or named or tokens[at].lower.endswith("'s"))


_VERBS = word_set("is was has had will would could can and from of")


def _runs(tokens: Sequence[Token], names: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Names that stand side by side, as one; a number close to a letter belongs to it ("N14")."""
    first = end = -1
    for at in names:
        if at != end and first >= 0:
            yield first, end
        if at != end:
            first = at
        end = at + 1
        while end < len(tokens) and is_glued(tokens, end) and tokens[end].text[0].isdigit():
            end += 1
        if tokens[end - 1].lower.endswith("'s"):
            yield first, end
            first = end = -1
    if first >= 0:
        yield first, end


def _is_known(tokens: Sequence[Token], at: int, material: Material) -> bool:
    word = plain(tokens[at].lower.removesuffix("'s"))
    if word in material.words or word.removesuffix("s") in material.words:
        return True
    if is_neutral(word) and not tokens[at].text.isupper():
        return True
    return (
        _is_joined(word, material.spoken)
        or _is_spelled(tokens[at].text, material.spoken)
        or _is_of_place(word, material)
    )


def _is_joined(word: str, spoken: Sequence[str]) -> bool:
    """ "github" of "git hub"."""
    for pieces in range(2, _MOST_PIECES + 1):
        if any("".join(run) == word for run in _neighbours(spoken, pieces)):
            return True
    return False


def _neighbours(spoken: Sequence[str], pieces: int) -> Iterator[tuple[str, ...]]:
    return zip(*(spoken[at:] for at in range(pieces)), strict=False)


def _is_spelled(text: str, spoken: Sequence[str]) -> bool:
    """ "MRI" of "magnetic resonance imaging"."""
    letters = text.lower()
    if not text.isupper() or len(text) < 2:
        return False
    return any(
        all(
            word.startswith(letter) and len(word) > 1
            for word, letter in zip(run, letters, strict=True)
        )
        for run in _neighbours(spoken, len(letters))
    )


def _is_of_place(word: str, material: Material) -> bool:
    """ "Brazilian" of "Brazil" and the other way round."""
    return any(
        _is_derived(word, other) or _is_derived(other, word)
        for other in material.words
        if len(other) >= _LEAST_SHARED and other[:_LEAST_SHARED] == word[:_LEAST_SHARED]
    )


def _is_derived(word: str, place: str) -> bool:
    bare = place.removesuffix("a").removesuffix("y").removesuffix("e")
    return any(word in (place + ending, bare + ending) for ending in _OF_PLACE)


def _stand_together(tokens: Sequence[Token], first: int, end: int, material: Material) -> bool:
    """Whether the words of a name follow each other in the material as well."""
    words = [plain(tokens[at].lower.removesuffix("'s")) for at in range(first, end)]
    telling = [word for word in words if word not in _NO_NAMES]
    return all(_are_neighbours(one, other, material) for one, other in pairwise(telling))


def _are_neighbours(one: str, other: str, material: Material) -> bool:
    spoken = [word for word in material.spoken if word not in _BETWEEN]
    return any({one, other} <= {a, b} or a + b in (one, other) for a, b in _neighbours(spoken, 2))
