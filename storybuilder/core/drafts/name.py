"""Names: people, firms, products and places of a draft, and whether a take says them.

A name is a run of capitalised words inside a sentence ("Bank of England", "iPhone", "SAP"). A word
that opens a sentence is capitalised anyway: it counts when another capital follows ("Priya Shah
ran", but not "At Nordlys" or "Met Priya"), when it owns something ("Priya's desk"), or when the
draft has it elsewhere inside a sentence. Days, months and the everyday abbreviations of offices are
no names, and a sentence in capitals has none.

What was heard need not be spelled right, nor in one piece, nor with a capital: a name was said when
one of its words, or all of them together, sounds like up to four heard words in a row. Two words
sound alike when they begin with the same sound and at most one letter in four differs, once
letters that sound alike are made one (Okafor and Ocafor, Nordlys and nord lease, GitHub and git
hub); up to four letters must agree entirely.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from storybuilder.core.drafts.term import is_content
from storybuilder.core.parts.cues import is_deed
from storybuilder.core.token import Token, tokens_of, word_set

_NO_NAMES = word_set(
    "i i'm i'd i've i'll monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december mondays tuesdays "
    "wednesdays thursdays fridays saturdays sundays christmas easter mr mrs ms dr prof professor "
    "english a the my our we he she it they you this that these those ok "
    "ceo cto cfo coo cio vp hr it pr qa ux ui api apis kpi kpis roi sla slas pdf pdfs phd mba msc "
    "bsc ma id faq tv pc crm erp seo sql ai ml am pm q1 q2 q3 q4 b2b b2c mvp rfp okr okrs star"
)
_WEEKDAYS = word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
"""They end a name, as in "Black Friday", but begin none."""
_BETWEEN = word_set("of the and de la van von der den")
_JOINS = frozenset({"&", "-", "'"})
_ENDS = frozenset('.!?:;"”“‘(')
_GENERIC = word_set(
    "bank group team inc ltd limited gmbh company co corporation corp services service software "
    "systems solutions airport hospital university college school hotel hotels engineering "
    "logistics project north south east west new old saint st city council international national "
    "department office street road red black white green blue big great house home"
)
"""Words that many names have: saying them alone is not saying the name."""
_SOUNDS = (
    *(("ph", "f"), ("ck", "k"), ("sch", "sh"), ("tsch", "sh"), ("tch", "ch"), ("qu", "kw")),
    *(("ce", "se"), ("ci", "si"), ("cy", "si"), ("ch", "\0"), ("c", "k"), ("\0", "ch")),
    *(("q", "k"), ("x", "ks"), ("z", "s"), ("y", "i"), ("j", "i"), ("w", "v"), ("dt", "t")),
    *(("th", "t"), ("gh", "g"), ("ey", "i"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("ea", "i")),
)
_MOST_PIECES = 4
_EXACT_UP_TO = 4
_LETTERS_TO_DIFFER = 4
_LEAST_LETTERS = 2
_CAPITAL_ANYWAY = _NO_NAMES - word_set("the a my our we he she it they you that this these those")
_LEAST_SHOUTED, _MOST_CAPITALS = 5, 0.6


def names_of(sentences: Sequence[str]) -> tuple[str, ...]:
    """The names in the sentences of a draft, each once, as first written."""
    cut = [() if _is_shouted(tokens) else tokens for tokens in map(tokens_of, sentences)]
    inside = {t.text for tokens in cut for at, t in enumerate(tokens) if _stands_inside(tokens, at)}
    names: list[str] = []
    for sentence, tokens in zip(sentences, cut, strict=True):
        for first, end in _runs(tokens, inside):
            name = sentence[tokens[first].start_char : tokens[end - 1].end_char]
            names.append(name.removesuffix("'s").removesuffix("’s"))
    return _distinct(names)


def _is_shouted(tokens: Sequence[Token]) -> bool:
    """A sentence where most words have a capital: IN CAPITALS, or Written Like A Title."""
    words = [token for token in tokens[1:] if token.is_word and token.lower not in _CAPITAL_ANYWAY]
    capitals = sum(token.text[0].isupper() for token in words)
    return len(words) >= _LEAST_SHOUTED and capitals > _MOST_CAPITALS * len(words)


def _is_capitalised(token: Token) -> bool:
    has_capital = token.is_word and any(letter.isupper() for letter in token.text)
    plain = token.lower.removesuffix("'s")
    return has_capital and plain not in _NO_NAMES and len(plain) >= _LEAST_LETTERS


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at].opens_line or tokens[at - 1].text in _ENDS


def _stands_inside(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and not _opens(tokens, at) and _is_capitalised(tokens[at])


def _may_be_forename(token: Token) -> bool:
    """Not "At" of "At Nordlys", nor "Met" of "Met Priya"."""
    return is_content(token) and not is_deed(token.lower)


def _runs(tokens: Sequence[Token], inside: set[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(tokens):
        if not _begins(tokens, at, inside):
            at += 1
            continue
        end = _end_of(tokens, at)
        yield at, end
        at = end


def _begins(tokens: Sequence[Token], at: int, inside: set[str]) -> bool:
    if not _is_capitalised(tokens[at]):
        return False
    token = tokens[at]
    owns = token.lower.endswith("'s") and token.lower not in ("it's", "that's", "let's", "what's")
    followed = _may_be_forename(token) and _stands_inside(tokens, at + 1)
    several = sum(letter.isupper() for letter in token.text) > 1
    return not _opens(tokens, at) or followed or owns or several or token.text in inside


def _end_of(tokens: Sequence[Token], at: int) -> int:
    """Where the run ends: capitals, what joins them, and a number behind ("Building 7")."""
    end = at + 1
    while end < len(tokens):
        if tokens[end - 1].lower.endswith("'s"):
            break
        if _stands_inside(tokens, end) or tokens[end].text in _WEEKDAYS:
            end += 1
        elif _joins(tokens, end):
            end += 2
        else:
            break
    return end


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """ "of" in "Bank of England": between two capitals."""
    between = tokens[at].lower in _BETWEEN - {"and", "the"} or tokens[at].text in _JOINS
    return between and at + 1 < len(tokens) and _is_capitalised(tokens[at + 1])


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Each name once; "Priya" after "Priya Shah" is nobody else."""
    kept: list[str] = []
    for name in names:
        if not any(set(_words(name)) <= set(_words(other)) for other in kept):
            kept.append(name)
    return tuple(kept)


def _words(name: str) -> list[str]:
    return [token.lower.removesuffix("'s") for token in tokens_of(name) if token.is_word]


Sounds = Mapping[tuple[str, int], frozenset[str]]
"""What was heard, word by word and several in a row, by first letter and length of its sound."""


def sounds_of(text: str) -> Sounds:
    """How every up to four words in a row of a text sound."""
    words = [token.lower for token in tokens_of(text) if token.text[0].isalnum()]
    sounds = [sound_of(word) for word in words]
    found = defaultdict(set)
    for pieces in range(1, _MOST_PIECES + 1):
        for run in zip(*(sounds[at:] for at in range(pieces)), strict=False):
            sound = "".join(run)
            found[sound[:1], len(sound)].add(sound)
    return {place: frozenset(sounds) for place, sounds in found.items()}


def is_said(name: str, heard: Sounds, others: Sequence[str] = ()) -> bool:
    """Whether a name, or a telling word of it, is among the sounds of a text.

    A word that is one of the `others` tells nothing: "Fernhill" is not "Fernhill Echo".
    """
    words = _words(name)
    taken = _GENERIC | _BETWEEN | {other.lower() for other in others if other != name}
    telling = [word for word in words if word not in taken and len(word) > 2]
    wanted = {"".join(map(sound_of, words)), *map(sound_of, telling)}
    return any(_is_heard(one, heard) for one in wanted if one)


def _is_heard(sound: str, heard: Sounds) -> bool:
    if sound in heard.get((sound[0], len(sound)), ()):
        return True
    return len(sound) > _EXACT_UP_TO and any(
        _distance(sound, other) <= most
        for length, most in _lengths_near(len(sound))
        for other in heard.get((sound[0], length), ())
    )


def _lengths_near(length: int) -> Iterator[tuple[int, int]]:
    """Lengths that a sound alike may have, each with how many letters may differ."""
    for other in range(_EXACT_UP_TO + 1, 2 * length):
        most = max(length, other) // _LETTERS_TO_DIFFER
        if abs(length - other) <= most:
            yield other, most


@lru_cache(maxsize=4096)
def sound_of(word: str) -> str:
    """A word as it sounds, roughly: without accents, and letters that sound alike made one."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("ø", "o").replace("ł", "l"))
    sound = "".join(letter for letter in plain if letter.isalnum())
    for written, spoken in _SOUNDS:
        sound = sound.replace(written, spoken)
    return sound[:1] + "".join(after for before, after in pairwise(sound) if after != before)


def _distance(one: str, other: str) -> int:
    """Letters to put in, take out or replace (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, sign in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != sign))
    return row[-1]
