"""Word marks: clauses of a draft with words of substance that the material does not hold.

One such word is enough. That is stricter than asking for most of a clause, and on purpose: an
invention is often a single word at the end of an honest sentence ("and the customer sent
flowers"). What keeps honest rewrites free is what counts as held: every form of a word, everyday
kin of it, a general word for a special one, an opposite with a "not", and the neutral words of
telling, which state nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from storybuilder.core.coaching.claim import Mark
from storybuilder.core.coaching.figure_marks import DOWN, UP
from storybuilder.core.coaching.kinship import (
    MEANT_APART,
    calls_of,
    kin_of,
    opposites_of,
    phrases_in,
)
from storybuilder.core.coaching.material import Material
from storybuilder.core.coaching.neutral import is_neutral
from storybuilder.core.coaching.passage import UNDOES, Heard, Passage, is_negator
from storybuilder.core.coaching.told import Told, equals, told_in
from storybuilder.core.coaching.word_form import GRADED, root
from storybuilder.core.quantities.number_words import NUMBER_WORDS
from storybuilder.core.token import word_at, word_set

_MOST = word_set("best worst top")
_NO_SUPERLATIVES = word_set("latest last least most at")
_GRADED_BY_MOST = ("ful", "ive", "ant", "ent", "able", "ible", "ous", "ed", "ing", "al", "ic", "ly")
_ALL = word_set("everyone everybody nobody always never all every each none whole entire")
_CLAIMS_ALL = word_set("everyone everybody always")
_ALONE = word_set("handedly singlehandedly")
_CAUSES = word_set("because due thanks owing led resulted caused result")
_CAUSAL = _CAUSES | word_set("so since as therefore why meant made that's after then from with by")
_SAME = word_set("same unchanged stayed steady stable constant kept remained")
_REPORTING = frozenset(map(root, ("say", "tell", "think", "know")))
_ABSENCE = frozenset(map(root, ("lack", "absence", "shortage")))
_CHANGE = frozenset(map(root, ("change", "alter", "move")))
_FEW, _APART = 3, 0.5
_KIN_SHARE, _ANCHOR_SHARE, _AROUND = 0.5, 0.6, 1


def word_marks(passage: Passage, taken: set[int], material: Material) -> Iterator[Mark]:
    """The clauses of one passage of a draft that state what nobody told.

    `taken` are tokens that are traced otherwise: figures, dates, names, quotations.
    """
    near = _told_near(passage, material)
    words = [word for word in passage.words if not word.neutral and word.at not in taken]
    for clause, group in groupby(words, key=lambda word: word.clause):
        told = list(group)
        first, end = passage.clause_bounds(clause)
        if not all(_is_told(word, passage, near, material) for word in told):
            yield Mark(first, end, "claim")
        elif any(_is_turned(word, near, material) for word in told) or _is_opposed(
            [word for word in passage.words if word.clause == clause and word.at not in taken],
            material,
        ):
            yield Mark(first, end, "claim", "turned")
        elif _is_apart(told, material):
            yield Mark(first, end, "claim", "apart")


def _told_near(passage: Passage, material: Material) -> frozenset[int]:
    """The sentences of the material that a passage of the draft tells, and those around them.

    They share most with it: a word as it stands counts one, kin of a word half.
    """
    shares = defaultdict[int, float](float)
    for one in {word.root for word in passage.words if not word.neutral}:
        exact = set(material.holders.get(one, ()))
        for at in {at for name in calls_of(one) for at in material.holders.get(name, ())}:
            shares[at] += 1 if at in exact else _KIN_SHARE
    least = _ANCHOR_SHARE * max(shares.values(), default=0)
    anchors = [at for at, shared in shares.items() if shared >= least]
    return frozenset(near for at in anchors for near in range(at - _AROUND, at + _AROUND + 1))


def _is_held(names: frozenset[str], near: frozenset[int], material: Material) -> bool:
    """Whether kin of a word stands where the rest of its sentence is told."""
    return any(not near.isdisjoint(material.holders.get(name, ())) for name in names)


def _is_told(word: Heard, passage: Passage, near: frozenset[int], material: Material) -> bool:
    lowers = [token.lower for token in passage.tokens]
    phrases = list(phrases_in(lowers, word.at))
    if MEANT_APART & set(phrases):
        return any(_is_held(calls_of(one), near, material) for one in phrases)
    if word.root in material.holders or _is_held(calls_of(word.root), near, material):
        return True
    if any(_is_held(calls_of(one), near, material) for one in phrases) or _leaves(passage, word):
        return True
    if word.root in UNDOES | _ABSENCE and _is_negated(near, material):
        return True
    if word.root in UP | DOWN and word.negated and _stays(near, material):
        return True
    if word.root in UP | DOWN:
        return _moves_as_told(word, passage, material)
    return _is_told_by_opposite(word, near, material) or _is_compound(word, material)


def _leaves(passage: Passage, word: Heard) -> bool:
    """ "which left nine", "left us with 94": an outcome, which its figure tells."""
    after = [word_at(passage.tokens, word.at + step) for step in (1, 2)]
    numbered = after[0][:1].isdigit() or after[0] in NUMBER_WORDS
    return word.lower in ("left", "leaving") and (
        numbered or after[1] == "with" or after[0].endswith("ing")
    )


def _stays(near: frozenset[int], material: Material) -> bool:
    """Whether "did not rise" may be "stayed the same"."""
    places = (material.passages[at] for at in near if 0 <= at < len(material.passages))
    return any(token.lower in _SAME for place in places for token in place.tokens)


def _is_negated(near: frozenset[int], material: Material) -> bool:
    """Whether "stopped talking" may be "did not speak any more"."""
    return any(
        is_negator(token.lower)
        for at in near
        if 0 <= at < len(material.passages)
        for token in material.passages[at].tokens
    )


def _is_compound(word: Heard, material: Material) -> bool:
    """ "resubmit" of "submit"; also a plural or a tail that the root kept."""
    bare = word.root.removeprefix("re")
    return (
        bare != word.root
        and len(bare) > 3
        and any(name in material.holders for name in calls_of(bare))
    )


def _is_told_by_opposite(word: Heard, near: frozenset[int], material: Material) -> bool:
    """ "missed" of "did not reach", "unhappy" of "not happy"."""
    wanted = not word.negated
    return any(
        told.negated is wanted or (told.negated is None and not wanted)
        for opposite in opposites_of(word.root)
        for at, told in _occurrences(opposite, material)
        if at in near
    )


def _occurrences(word: str, material: Material) -> Iterator[tuple[int, Heard]]:
    """Where the material has a word; where it has not, its kin."""
    names = frozenset({word}) if word in material.holders else calls_of(word)
    for at in sorted({at for name in names for at in material.holders.get(name, ())}):
        for heard in material.passages[at].words:
            if heard.root == word or (len(names) > 1 and kin_of(heard.root) & names):
                yield at, heard


def _moves_as_told(word: Heard, passage: Passage, material: Material) -> bool:
    """Whether a rise or fall is that of the figures: "dropped" of "went from 19 to 5"."""
    up = word.root in UP
    for told in told_in(passage):
        if told.start is not None and (told.start < told.value) is up:
            return True
        for source in _changes(material):
            ends = source.start is not None and (source.start < source.value) is up
            if ends and (equals(told, source) or told.value == source.start):
                return True
    values = [told.value for told in told_in(passage)]
    return len(values) > 1 and (values[0] < values[-1]) is up


def _changes(material: Material) -> Iterator[Told]:
    return (told for told_of in material.told for told in told_of if told.start is not None)


def _is_turned(word: Heard, near: frozenset[int], material: Material) -> bool:
    """Whether all of the material says the opposite by a "not" that the draft adds or drops."""
    if word.negated is None or word.root in _REPORTING:
        return False
    if word.negated and word.root in UP | DOWN | _CHANGE and _stays(near, material):
        return False
    told = [(at, heard.negated) for at, heard in _occurrences(word.root, material)]
    if word.root not in material.holders:
        told = [(at, negated) for at, negated in told if at in near]
    if not told or any(negated is None or negated is word.negated for _, negated in told):
        return False
    return not _is_told_by_opposite(word, frozenset(range(len(material.passages))), material)


def _is_opposed(words: Sequence[Heard], material: Material) -> bool:
    """Whether every sentence that tells this clause says the opposite of one of its words."""
    sources = _sources(words, material)
    return bool(sources) and any(
        all(_opposes(source, word) for source in sources)
        for word in words
        if word.negated is not None and word.root not in _REPORTING
    )


def _opposes(source: Passage, word: Heard) -> bool:
    """Whether a sentence has a word only the other way round, or an opposite in its place."""
    same = {heard.negated for heard in source.words if heard.root == word.root}
    if same:
        return same == {not word.negated}
    if calls_of(word.root) & source.kin:
        return False
    turned = opposites_of(word.root)
    return any(heard.root in turned and heard.negated is word.negated for heard in source.words)


def _sources(words: Sequence[Heard], material: Material) -> list[Passage]:
    """The sentences that share most with a clause, at least two words of it."""
    shares: dict[int, int] = {}
    for word in words:
        for at in {at for name in calls_of(word.root) for at in material.holders.get(name, ())}:
            shares[at] = shares.get(at, 0) + 1
    most = max(shares.values(), default=0)
    return [material.passages[at] for at, shared in shares.items() if shared == most > 1]


def _is_apart(words: Sequence[Heard], material: Material) -> bool:
    """Whether no three sentences in a row hold half of the words of a clause."""
    roots = {word.root for word in words}
    if len(roots) < _FEW:
        return False
    holders = [
        {at for name in calls_of(one) for at in material.holders.get(name, ())} for one in roots
    ]
    held = [places for places in holders if places]
    most = max(
        (
            sum(bool(places & {at, at + 1, at + 2}) for places in held)
            for at in range(len(material.passages))
        ),
        default=0,
    )
    return most < _APART * len(held)


def superlative_marks(passage: Passage, taken: set[int], material: Material) -> Iterator[Mark]:
    """Superlatives, and "everyone" and "always", that the material does not hold."""
    tokens = passage.tokens
    for at, token in enumerate(tokens):
        graded = _superlative_root(passage, at)
        unheard = graded is not None and not _is_superlative_told(graded, material)
        alone = token.lower in _ALONE and token.lower not in material.words
        if unheard or alone or (token.lower in _CLAIMS_ALL and not material.words & _ALL):
            yield Mark(at, at + 1, "claim", "most")


def _superlative_root(passage: Passage, at: int) -> str | None:
    """The adjective of a superlative: "fastest", "most reliable"; not "most of", "latest"."""
    tokens = passage.tokens
    word, after = tokens[at].lower, word_at(tokens, at + 1)
    if word in _NO_SUPERLATIVES - {"most"} or word_at(tokens, at - 1) == "at":
        return None
    if word == "most":
        of_quality = after.endswith(_GRADED_BY_MOST) and not is_neutral(after)
        return (
            root(after)
            if of_quality and word_at(tokens, at - 1) in ("the", "my", "our", "their")
            else None
        )
    if word in _MOST or (word.endswith("est") and word in GRADED):
        return root(word)
    return None


def _is_superlative_told(graded: str, material: Material) -> bool:
    return any(
        calls_of(graded) & kin_of(other)
        for passage in material.passages
        for at in range(len(passage.tokens))
        if (other := _superlative_root(passage, at)) is not None
    )


def cause_marks(passage: Passage, taken: set[int], material: Material) -> Iterator[Mark]:
    """Causes that a draft names between what the material tells far apart, without a cause."""
    tokens = passage.tokens
    for at, token in enumerate(tokens):
        if token.lower not in _CAUSES or not _is_causal(passage, at):
            continue
        told = [word for word in passage.words if not word.neutral]
        before = _sources([word for word in told if word.at < at], material)
        after = _sources([word for word in told if word.at > at], material)
        if not before or not after or _are_close(before, after, material):
            continue
        if not any(token.lower in _CAUSAL for one in before + after for token in one.tokens):
            first, end = passage.clause_bounds(passage.clauses[at])
            yield Mark(first, end, "claim", "cause")


def _is_causal(passage: Passage, at: int) -> bool:
    word, after = passage.tokens[at].lower, word_at(passage.tokens, at + 1)
    if word in ("due", "thanks", "owing", "led"):
        return after == "to"
    return after in ("in", "from") if word in ("resulted", "result") else True


def _are_close(some: Sequence[Passage], others: Sequence[Passage], material: Material) -> bool:
    places = material.passages
    return any(abs(places.index(a) - places.index(b)) <= 1 for a in some for b in others)
