"""Passages: a text sentence by sentence, each with its words of substance and its clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storybuilder.core.coaching.kinship import kin_of, phrases_in
from storybuilder.core.coaching.neutral import FUNCTION_WORDS, is_neutral
from storybuilder.core.coaching.word_form import root
from storybuilder.core.quantities.number_words import NUMBER_WORDS
from storybuilder.core.token import Token, is_glued, tokens_of, word_at, word_set

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’)»")
_ABBREVIATED = word_set("mr mrs ms dr prof st sr jr no vs approx e g i a p m inc ltd")
_BREAKS = frozenset('.!?…,;:—–()[]"“”\n')
_CONJUNCTIONS = word_set(
    "but so because while which who although though whereas after before until when if unless "
    "since where then whose whenever despite"
)
_JOINERS = {"and", "or"}
_SUBJECTS = word_set(
    "i we he she they it you my our his her their the a an this that these those nobody everyone "
    "everybody someone one who i'd we'd i've"
)
_MOST_UNCUT, _LEAST_PIECE = 45, 12
_STEPS = word_set("and so but then because")
_NEGATORS = word_set("not never no nobody none nothing without neither nor cannot hardly")
_OF_VERBS = word_set("not never cannot hardly")
_OF_NOUNS = word_set("no nobody none nothing neither")
_EITHER_WAY = word_set("rather instead unless")
UNDOES = frozenset(map(root, word_set("stop fail refuse forget avoid prevent quit")))
"""Verbs that turn others: "stopped filling" is "did not fill"."""
_LIGHT = frozenset(map(root, word_set("get make take give put let be have do")))
"""Verbs that only carry what is turned: "did not take part"."""
_SET = {("in", "charge")}
"""Words that state nothing behind another."""
_REACH = 6
"""Tokens from a negation to the word that it turns."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A word of substance in a passage."""

    at: int
    """Its token."""
    lower: str
    root: str
    clause: int
    negated: bool | None
    """Whether the clause says that it was not so; None where it may be read both ways."""
    neutral: bool
    """Whether it states nothing by itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence; in speech without punctuation a stretch of it."""

    tokens: tuple[Token, ...]
    words: tuple[Heard, ...]
    clauses: tuple[int, ...]
    """For each token the number of its clause."""
    kin: frozenset[str] = field(repr=False)
    """What its words may be called."""

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Where tokens stand in the text, in characters."""
        return self.tokens[first].start_char, self.tokens[end - 1].end_char

    def clause_bounds(self, clause: int) -> tuple[int, int]:
        """First token and end of a clause."""
        first = self.clauses.index(clause)
        return first, first + self.clauses.count(clause)


def passages_of(text: str) -> tuple[Passage, ...]:
    """The sentences of a text in order."""
    return tuple(_passage(tokens) for tokens in _cut(tokens_of(text)))


def _cut(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    first = 0
    for at in range(1, len(tokens) + 1):
        if at == len(tokens) or _ends_before(tokens, at) or _is_step(tokens, first, at):
            yield tuple(tokens[first:at])
            first = at


def _ends_before(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].opens_line:
        return True
    before = at - 1
    while before > 0 and tokens[before].text in _CLOSERS and is_glued(tokens, before):
        before -= 1
    if tokens[before].text not in _ENDS or is_glued(tokens, at) or tokens[at].text in _CLOSERS:
        return False
    if tokens[before].text == "." and before and tokens[before - 1].lower in _ABBREVIATED:
        return False
    return not tokens[at].text[0].islower()


def _is_step(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether speech without punctuation takes a new step here."""
    if at - first < _LEAST_PIECE or tokens[at].lower not in _STEPS:
        return False
    end = next((i for i in range(at, len(tokens)) if tokens[i].text in _ENDS), len(tokens))
    return end - first > _MOST_UNCUT and not any(t.text in "," for t in tokens[first:at])


def _passage(tokens: tuple[Token, ...]) -> Passage:
    clauses = _clauses(tokens)
    words = tuple(_heard(tokens, clauses))
    lowers = [token.lower for token in tokens]
    phrases = {
        phrase
        for at, token in enumerate(tokens)
        if token.is_word
        for phrase in phrases_in(lowers, at)
    }
    kin = frozenset().union(*(kin_of(one) for one in {*phrases, *(word.root for word in words)}))
    return Passage(tokens, words, clauses, kin)


def _clauses(tokens: Sequence[Token]) -> tuple[int, ...]:
    numbers, clause = [], 0
    for at in range(len(tokens)):
        if at and _opens_clause(tokens, at):
            clause += 1
        numbers.append(clause)
    return tuple(numbers)


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    word, before = tokens[at].lower, tokens[at - 1]
    if before.text in _BREAKS or word in _CONJUNCTIONS:
        return before.lower not in _CONJUNCTIONS and before.lower not in _JOINERS
    if word not in _JOINERS or at + 1 == len(tokens):
        return False
    after = tokens[at + 1].lower
    return after in _SUBJECTS or after in _CONJUNCTIONS or looks_past(after)


def looks_past(word: str) -> bool:
    """Whether a word is shaped like a past tense: "wrote", "called"."""
    return (word.endswith("ed") and len(word) > 3) or word in _PASTS


_PASTS = word_set(
    "was were had did made wrote took gave told found led ran sent saw said got went came began "
    "built brought bought thought taught kept left lost met paid put read set sold spoke spent "
    "stood won chose drew drove fell felt held knew let rang rose shut split threw understood cut "
    "became reset hit quit upset spread cast"
)


def _heard(tokens: Sequence[Token], clauses: Sequence[int]) -> Iterator[Heard]:
    unsure = {at: clauses[at] for at in range(len(tokens)) if _leaves_open(tokens, at)}
    turned = {_turned(tokens, at, clauses) for at in range(len(tokens))}
    turned |= {at - 1 for at in range(1, len(tokens)) if _denies_before(tokens, at)}
    for at, token in enumerate(tokens):
        if is_substance(token) and (word_at(tokens, at - 1), token.lower) not in _SET:
            others = (clause for place, clause in unsure.items() if place != at)
            negated = True if at in turned else None if clauses[at] in others else False
            neutral = is_neutral(token.lower)
            yield Heard(at, token.lower, root(token.lower), clauses[at], negated, neutral)


def _denies_before(tokens: Sequence[Token], at: int) -> bool:
    """ "lost no mail": the deed before it did not happen."""
    return tokens[at].lower == "no" and looks_past(tokens[at - 1].lower)


def _leaves_open(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word makes its clause one that may be read both ways."""
    word = tokens[at].lower
    return (
        word in _EITHER_WAY
        or root(word) in UNDOES
        or (is_negator(word) and word_at(tokens, at + 1) != "only")
    )


def _turned(tokens: Sequence[Token], at: int, clauses: Sequence[int]) -> int | None:
    """The word that a negation turns: "did not finish", "no customer complained"."""
    word = tokens[at].lower
    of_verb = word in _OF_VERBS or word.endswith("n't")
    if not (of_verb or word in _OF_NOUNS) or word_at(tokens, at + 1) == "only":
        return None
    for here in range(at + 1, min(at + 1 + _REACH, len(tokens))):
        if clauses[here] != clauses[at]:
            return None
        told = tokens[here]
        stated = is_substance(told) and root(told.lower) not in _LIGHT
        if stated and (of_verb or looks_past(told.lower)):
            return here
    return None


def is_negator(word: str) -> bool:
    """Whether a word turns what follows into its opposite."""
    return word in _NEGATORS or word.endswith("n't")


def is_substance(token: Token) -> bool:
    """Whether a word may state something: neither a small word nor a number."""
    word = token.lower.removesuffix("'s")
    small = word in FUNCTION_WORDS or token.lower in FUNCTION_WORDS or word in NUMBER_WORDS
    return token.is_word and len(word) > 1 and not small
