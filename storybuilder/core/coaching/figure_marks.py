"""Figure marks: numbers of a draft that the material does not hold, or holds of another thing.

A figure is traced by its value and by what it counts. Where it says so itself ("40 % of the
requests", "12 nurses"), the noun must be that of the material or kin of it; where it does not, its
clause must share a word of substance with the sentence of the material. What follows exactly from
the two ends of one change ("from 8 hours to 2" is a cut by 75 %, 6 hours, to a quarter) is the
person's own: they said both ends of one statement. Any other arithmetic is not: ten figures give
ninety differences, and one of them would always fit.
"""

from collections.abc import Iterator, Sequence

from storybuilder.core.coaching.claim import Mark
from storybuilder.core.coaching.dated import Dated
from storybuilder.core.coaching.kinship import calls_of, kin_of
from storybuilder.core.coaching.material import Material
from storybuilder.core.coaching.neutral import NEUTRAL
from storybuilder.core.coaching.passage import Passage, is_negator
from storybuilder.core.coaching.told import Told, converted, equals, told_in
from storybuilder.core.coaching.word_form import root
from storybuilder.core.quantities.unit import duration_named
from storybuilder.core.token import word_at, word_set

_FRAME = frozenset(
    map(root, ("thing", "step", "reason", "point", "way", "lesson", "part", "question"))
)
_MOST_FRAMED = 5
UP = frozenset(
    map(root, word_set("increase rise grow climb raise jump gain improve more up higher"))
)
DOWN = frozenset(
    map(
        root, word_set("decrease fall drop reduce decline lower shrink cut less fewer shorten down")
    )
)
_MOVES = UP | DOWN | frozenset(map(root, word_set("go come bring change move stay remain reach")))
_ANYONE = frozenset(map(root, ("people", "person", "men", "women", "staff")))
_PERSON = root("person")
_POINTING = word_set("it this that they them these those which he she there")
_FEW_WORDS = 3
_EXACT = 1e-9
_UNCOUNTED = frozenset({"%", "times"})


def figure_marks(
    passages: Sequence[Passage], at: int, dates: Sequence[Dated], material: Material
) -> Iterator[Mark]:
    """The figures of one passage of a draft that cannot be traced."""
    passage = passages[at]
    dated = {token for one in dates for token in range(one.first, one.end)}
    for told in told_in(passage):
        if told.first in dated or _merely_frames(passage, told) or _names_group(passage, told):
            continue
        mark = _mark(passages, at, told, material)
        if mark is not None:
            yield mark


def _merely_frames(passage: Passage, told: Told) -> bool:
    """ "one of them", "three things I did"."""
    text = passage.tokens[told.first].text
    spelled = not text[0].isdigit()
    if told.kind is None and spelled and told.value <= 2:
        return True
    if told.value == 1 and spelled and told.kind in (None, "count"):
        return told.unit != "%"
    return spelled and told.value <= _MOST_FRAMED and bool(told.of) and told.of <= _FRAME


def _names_group(passage: Passage, told: Told) -> bool:
    """The 52 of "52 year 9 pupils", which are no years."""
    tokens = passage.tokens
    return told.kind == "duration" and told.end < len(tokens) and tokens[told.end].text.isdigit()


def _mark(passages: Sequence[Passage], at: int, told: Told, material: Material) -> Mark | None:
    if told.value == 0 and _is_denied(passages[at], told, material):
        return None
    if _is_reversed(told, material):
        return Mark(told.first, told.end, "number", "turned", told.unit)
    sources = list(_sources(told, material))
    unit = told.unit or next(iter(told.of), "")
    if not sources:
        known = _is_one_of_time(passages[at], told, material) or _follows(told, material)
        return None if known else Mark(told.first, told.end, "number", "unknown", unit)
    same = [
        source
        for where, source in sources
        if _ends_ratio(passages[at], told)
        or _is_same_thing(passages, at, told, where, source, material)
    ]
    if not same and not _follows(told, material):
        return Mark(told.first, told.end, "number", "moved", unit)
    if told.bound and same and not any(one.bound in ("", told.bound) for one in same):
        return Mark(told.first, told.end, "number", "bound", unit)
    if _oversteps(told, same):
        return Mark(told.first, told.end, "number", "bound", unit)
    return None


def _is_reversed(told: Told, material: Material) -> bool:
    """ "from 8 to 19" where the material went from 19 to 8."""
    changes = [one for figures in material.told for one in figures if one.start is not None]
    ends = [(one.start, one.value) for one in changes]
    return (told.value, told.start) in ends and (told.start, told.value) not in ends


def _is_denied(passage: Passage, told: Told, material: Material) -> bool:
    """ "no complaints" of "no customer complained"."""
    nouns = told.of or {word.root for word in passage.words if not word.neutral}
    return any(
        any(is_negator(token.lower) for token in source.tokens)
        for noun in nouns
        for name in calls_of(noun)
        for source in (material.passages[at] for at in material.holders.get(name, ()))
    )


def _ends_ratio(passage: Passage, told: Told) -> bool:
    """The four of "one in four callers", which counts no callers."""
    before = word_at(passage.tokens, told.first - 2), word_at(passage.tokens, told.first - 1)
    return before in (("one", "in"), ("one", "of"), ("1", "in"))


def _oversteps(told: Told, same: Sequence[Told]) -> bool:
    """ "over 40 people" where 40 were told; "over three weeks" may be their length."""
    if not told.bound or told.kind == "duration" or not same:
        return False
    return all(one.bound != told.bound for one in same)


def _sources(told: Told, material: Material) -> Iterator[tuple[int, Told]]:
    for where, figures in enumerate(material.told):
        for source in figures:
            if _has_value_of(told, source):
                yield where, source


def _has_value_of(told: Told, source: Told) -> bool:
    if told.kind == "rank" and not (source.kind == "rank" or source.ordinal):
        return False
    if "%" in (told.unit, source.unit) and told.unit != source.unit and (told.unit and source.unit):
        return False
    if equals(told, source):
        return True
    plain = {told.kind, source.kind} <= {"count", "change", None}
    counts = not {told.unit, source.unit} & _UNCOUNTED
    return plain and counts and told.value == source.value and _is_noun(told) and _is_noun(source)


def _is_noun(told: Told) -> bool:
    """Whether a unit is what is counted, not a measure of time or size."""
    return converted(1.0, told.unit, "second") is None or not told.unit


def _is_one_of_time(passage: Passage, told: Told, material: Material) -> bool:
    """ "a day", "each week": the unit alone tells as much."""
    if told.value != 1 or passage.tokens[told.first].text[0].isdigit():
        return False
    unit = duration_named(told.unit) or told.unit
    return bool(material.holders.get(root(unit)))


def _follows(told: Told, material: Material) -> bool:
    """Whether a figure follows exactly from the two ends of one change."""
    return any(
        source.start is not None and _is_arithmetic(told, source)
        for figures in material.told
        for source in figures
    )


def _is_arithmetic(told: Told, change: Told) -> bool:
    start, end = change.start, change.value
    if start is None or not start or not end:
        return False
    if told.unit == "%" and change.unit != "%":
        return abs(abs(end - start) / start * 100 - told.value) < _EXACT or (
            told.fraction and abs(abs(end - start) / start * 100 - told.value) < 1e-3
        )
    if told.unit == "times":
        return any(abs(ratio - told.value) < _EXACT for ratio in (start / end, end / start))
    difference = converted(abs(end - start), change.unit, told.unit)
    return difference is not None and abs(difference - told.value) < _EXACT


def _is_same_thing(
    passages: Sequence[Passage], at: int, told: Told, where: int, source: Told, material: Material
) -> bool:
    around = _around(material, where)
    nouns = told.of - NEUTRAL
    if nouns and not _shared(nouns, around):
        return False
    if nouns and source.of and not _counts(nouns, material, where, source):
        return False
    matter = frozenset(
        word for word in _matter(passages[at], told) if calls_of(word) & material.holders.keys()
    )
    own = around if nouns and source.of else _own_kin(material, where, source)
    if not matter or _shared(matter | nouns, own):
        return True
    return _shared(_all_matter(passages, at), around) and own is around


def _counts(nouns: frozenset[str], material: Material, where: int, source: Told) -> bool:
    """Whether a figure of the material may be told with these nouns.

    It counts them, or they stand in its clause ("60 customers wrote letters" are 60 letters), or
    both are people of one sentence.
    """
    if _akin(nouns, source.of) or source.of <= _ANYONE:
        return True
    passage = material.passages[where]
    clause = frozenset(
        word.root for word in passage.words if word.clause == passage.clauses[source.first]
    )
    if _akin(nouns, clause):
        return not _belongs_to_other(nouns, source, material.told[where])
    people = all(_PERSON in kin_of(one) for one in (*nouns, *source.of))
    return people and _shared(nouns, passage.kin)


def _belongs_to_other(nouns: frozenset[str], source: Told, figures: Sequence[Told]) -> bool:
    """Whether a noun is counted by another figure of the same sentence."""
    return any(one.of and one.value != source.value and _akin(nouns, one.of) for one in figures)


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(calls_of(a) & _kin_names(other) for a in one)


def _kin_names(words: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(kin_of(word) for word in words))


def _shared(words: frozenset[str], kin: frozenset[str]) -> bool:
    return any(calls_of(word) & kin for word in words)


def _around(material: Material, where: int) -> frozenset[str]:
    """What the sentence of a figure is about; with the one before it where it points there."""
    passage = material.passages[where]
    points = any(token.lower in _POINTING for token in passage.tokens)
    few = sum(not word.neutral for word in passage.words) < _FEW_WORDS
    if where and (points or few):
        return passage.kin | material.passages[where - 1].kin
    return passage.kin


def _own_kin(material: Material, where: int, source: Told) -> frozenset[str]:
    """What a figure is about: only the words up to it, where its sentence tells two of a kind."""
    around = _around(material, where)
    passage, figures = material.passages[where], material.told[where]
    inside = any(one.first <= source.first < one.end for one in figures if one is not source)
    rivals = [
        one
        for one in figures
        if (one.unit, one.kind) == (source.unit, source.kind) and one.first != source.first
    ]
    if not rivals or inside:
        return around
    ends = sorted({0, *(one.end for one in rivals if one.end <= source.first)}, reverse=True)
    told = (_between(passage, began, source.first) for began in ends)
    own = next(filter(None, told), frozenset[str]())
    return _kin_names(own) if own else around


def _between(passage: Passage, first: int, end: int) -> frozenset[str]:
    """What the tokens between two figures tell of."""
    words = (word for word in passage.words if first <= word.at < end and not word.neutral)
    return frozenset(word.root for word in words) - _MOVES


def _matter(passage: Passage, told: Told) -> frozenset[str]:
    """What a figure of the draft is told of: the words of its clause, or of its sentence."""
    clause = passage.clauses[told.first]
    inside = range(told.first, told.end)
    words = [word for word in passage.words if not word.neutral and word.root not in _MOVES]
    words = [word for word in words if (word.lower, word.at + 1) != ("left", told.first)]
    near = {word.root for word in words if word.clause == clause and word.at not in inside}
    return frozenset(near or {word.root for word in words if word.at not in inside})


def _all_matter(passages: Sequence[Passage], at: int) -> frozenset[str]:
    passage = passages[at]
    found = {word.root for word in passage.words if not word.neutral} - _MOVES
    points = any(word_at(passage.tokens, i) in _POINTING for i in range(len(passage.tokens)))
    if at and points:
        found |= {word.root for word in passages[at - 1].words if not word.neutral} - _MOVES
    return frozenset(found)
