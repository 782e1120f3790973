"""Kinship: words that may stand for one another, special cases of others, and opposites."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from storybuilder.core.coaching.deed_kin import DEEDS
from storybuilder.core.coaching.thing_kin import GENERAL, OPPOSITES, THINGS
from storybuilder.core.coaching.word_form import root

PHRASE_REACH = 4
"""Tokens from a verb to its particle, so that "put the old rent up" is "put up"."""
MEANT_APART = frozenset(
    {
        "pay-back", "give-back", "give-up", "turn-down", "take-over", "throw-away", "fall-out",
        "break-down", "put-off", "call-off", "go-up", "go-down", "turn-off", "switch-off",
        "walk-out",
    }
)  # fmt: skip
"""Verbs with a particle that are another deed than the verb alone."""
_BOTH_WAYS = "="
_Kin = Mapping[str, frozenset[str]]


@cache
def _groups() -> _Kin:
    """The groups that each root belongs to."""
    found = defaultdict(set)
    for at, group in enumerate(f"{DEEDS};{THINGS}".split(";")):
        for word in group.split():
            found[_key(word)].add(f"{at}{_BOTH_WAYS}")
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def _generals() -> _Kin:
    """For each special word the general ones that may stand for it."""
    found = defaultdict(set)
    for group in GENERAL.split(";"):
        general, _, specials = group.partition(":")
        for word in specials.split():
            found[root(word)].add(root(general.strip()))
    return {word: frozenset(generals) for word, generals in found.items()}


@cache
def _opposites() -> _Kin:
    found = defaultdict(set)
    for pair in OPPOSITES.split(";"):
        one, other = ([_key(word) for word in side.split()] for side in pair.split("|"))
        for word in one:
            found[word].update(other)
        for word in other:
            found[word].update(one)
    return {word: frozenset(words) for word, words in found.items()}


@cache
def _particles() -> Mapping[str, frozenset[str]]:
    """For each verb the particles that make another verb of it."""
    found = defaultdict(set)
    for word in [*_groups(), *_opposites()]:
        verb, dash, particle = word.partition("-")
        if dash and "-" not in particle:
            found[verb].add(particle)
    return {verb: frozenset(particles) for verb, particles in found.items()}


def _key(word: str) -> str:
    """A word of the lists as its root; of a verb with its particle the verb alone is cut."""
    verb, dash, particle = word.partition("-")
    return f"{root(verb)}-{particle}" if dash else root(word)


@lru_cache(maxsize=20_000)
def kin_of(word: str) -> frozenset[str]:
    """What a root of the material may be called: itself, its groups and its general words."""
    return frozenset({word}) | _groups().get(word, frozenset()) | _generals().get(word, frozenset())


@lru_cache(maxsize=20_000)
def calls_of(word: str) -> frozenset[str]:
    """What a root of a draft calls for: itself or one of its groups."""
    return frozenset({word}) | _groups().get(word, frozenset())


@lru_cache(maxsize=20_000)
def opposites_of(word: str) -> frozenset[str]:
    """Roots that turn a fact round; also by a prefix: "unhappy" of "happy"."""
    found = _opposites().get(word, frozenset())
    bare = {word.removeprefix(prefix) for prefix in ("un", "dis", "non", "ir")} - {word}
    return found | {one for one in bare if len(one) > 3}


def phrases_in(words: Sequence[str], at: int) -> Iterator[str]:
    """The verbs with particle that begin at a word: "put-up" where "put the rent up" stands."""
    particles = _particles().get(root(words[at]))
    if particles:
        for word in words[at + 1 : at + 1 + PHRASE_REACH]:
            if word in particles:
                yield f"{root(words[at])}-{word}"
