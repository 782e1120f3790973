"""Outcome features: what the words around a measure show of whether it tells an outcome.

The model is trained on these names and judges by them; a change here asks for training anew.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from storybuilder.core.quantities.measure import Measure
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.token import Token, word_set

_CLASSES: Mapping[str, frozenset[str]] = {
    "less": word_set(
        "cut cuts cutting reduced reducing reduces reduction lowered fell fallen falls falling "
        "dropped dropping drop drops decreased decreases decrease shrank shrunk halved shortened "
        "shaved slashed trimmed down lower fewer less declined sank slid eased faster quicker "
        "cheaper shorter sooner smaller below under"
    ),
    "more": word_set(
        "grew grown grow growth increased increasing increase increases rose risen rise rises "
        "raised raising improved improving improve improvement doubled tripled quadrupled boosted "
        "climbed jumped up higher more gained gain expanded scaled extra additional lifted "
        "better above ahead record highest added"
    ),
    "gain": word_set(
        "saved saving saves save savings earned generated achieved exceeded beat won recovered "
        "avoided eliminated prevented secured attracted drew sold signed passed scored reached hit "
        "placed ranked retained kept onboarded delivered freed brought landed closed cleared "
        "caught fixed resolved finished completed raised collected rehomed promoted awarded"
    ),
    "since": word_set(
        "now since result resulting resulted finally end ended eventually outcome consequence "
        "afterwards still today thanks later meaning leaving overall already"
    ),
    "need": word_set(
        "need needed needs must should target targets goal goals aim aimed objective wanted want "
        "wants asked require required requirement supposed deadline hoped trying tried ceiling "
        "contract brief kpi least expected promised plan planned task due quota mandate limit "
        "allowed budget responsible"
    ),
    "state": word_set(
        "was were had been stood running around about nearly used serves carried currently then "
        "before losing complaints usually previously when average typical initially backlog "
        "started starting joined began originally"
    ),
    "now": word_set("is are has have gets takes runs does uses use"),
    "do": word_set(
        "wrote interviewed called tested visited ran built created made spent worked tried sent "
        "spoke trained held read checked reviewed collected analysed analyzed met counted "
        "took moved split set led managed supervised organised organized prepared rang phoned "
        "walked looked went booked pulled drew put gave sat compared listed mapped surveyed "
        "drafted designed hired coached bought"
    ),
    "people": word_set(
        "people team engineers members students patients users customers colleagues children staff "
        "nurses developers guests residents drivers volunteers pupils clients"
    ),
    "quality": word_set(
        "rate score satisfaction accuracy uptime availability conversion attendance revenue sales "
        "turnover margin churn retention errors complaints waste cost costs time wait latency "
        "downtime rating reviews nps throughput yield defects incidents"
    ),
}
"""Kinds of words, from the project's own labelled answers."""
_IRREGULAR = word_set(
    "took gave went came led ran built wrote spoke told set put held found kept brought sent met "
    "got began chose drew taught sat split read did broke spent bought sold drove showed grew knew "
    "felt thought heard left lost won paid cut fixed understood became rose fell saw had was were "
    "made beat hit shrank rang stood said is are has have been be "
    "risen fallen grown gone become begun taken given crept shrunk driven written seen done run "
    "come slid sunk drawn chosen"
)
_PAST = re.compile(r"[a-z]{2,}ed")
_MUST = word_set("need needed needs must should would to could can will")
_NO_VERBS = word_set("a an the my our their his her its this that under over about just only all")
_STEM_ENDS = re.compile(r"(?:ings?|ed|es|s|ly)$")
_ENDS = ".!?"
_BREAKS = word_set(", ; : - – — ( and but so which because while although when where that")
_NUMBERS = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand million half third quarter twice dozen"
)
_MOVED = word_set(
    "risen fallen climbed crept dropped reached grown doubled slipped gone hit slid sunk"
)
_COMPARES = word_set("from instead against versus vs before was compared")
_WITH_PART = ("b0=", "a0=", "in=", "kb=", "c-", "s-", "unit=", "zero", "aa=", "bb=")
_NEAR = 6
_SURE = 0.6
"""A label less sure than this says no more than the words themselves."""


def features_of(
    tokens: Sequence[Token], measure: Measure, sentence: LabelledSentence | None
) -> frozenset[str]:
    """What holds of the measure, by name. Looks no further than its own sentence."""
    first, end = _bounds(tokens, measure, sentence)
    before = _plain(tokens[first : measure.first])
    after = _plain(tokens[measure.end : end])
    shown = {
        *_own(measure, _plain(tokens[measure.first : measure.end])),
        *_places(measure, before, after),
        *_classes(measure, before, after),
        *_clause(measure, before, after),
        *_verb(measure, before),
        *_whole(before, after),
    }
    return frozenset((*shown, *_told(measure, sentence, shown)))


def _bounds(
    tokens: Sequence[Token], measure: Measure, sentence: LabelledSentence | None
) -> tuple[int, int]:
    """The tokens of the sentence around the measure."""
    first, end = measure.first, measure.end
    low, high = 0, tokens[-1].end_char
    if sentence is not None:
        low, high = sentence.sentence.start_char, sentence.sentence.end_char
    while first > 0 and tokens[first - 1].start_char >= low and not _closes(tokens, first - 1):
        first -= 1
    while end < len(tokens) and tokens[end].start_char < high and not _closes(tokens, end):
        end += 1
    return first, end


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence ends here; the full stop of "approx.5" is followed by no space."""
    if tokens[at].text not in _ENDS:
        return False
    return at + 1 == len(tokens) or tokens[at + 1].start_char > tokens[at].end_char


def _plain(tokens: Sequence[Token]) -> list[str]:
    """Lower case, every number as "#"."""
    return [
        "#" if token.text[0].isdigit() or token.lower in _NUMBERS else token.lower
        for token in tokens
    ]


def _stem(word: str) -> str:
    short = _STEM_ENDS.sub("", word) if len(word) > 4 else word
    return short[:7]


def _is_verb(word: str) -> bool:
    return word in _IRREGULAR or _PAST.fullmatch(word) is not None


def _own(measure: Measure, inside: Sequence[str]) -> Iterator[str]:
    yield f"kind={measure.kind}"
    yield f"unit={measure.unit}"
    if measure.value == 0:
        yield "zero"
    if measure.baseline is not None:
        yield "baseline"
    for word in set(inside):
        yield f"in={word}"


def _places(measure: Measure, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The words next to it, by distance, alone and in pairs."""
    left = ["^", *before]
    right = [*after, "$"]
    for at, word in enumerate(reversed(left[-4:])):
        yield f"b{at}={word}"
    for at, word in enumerate(right[:3]):
        yield f"a{at}={word}"
    yield f"bb={' '.join(left[-2:])}"
    yield f"bbb={' '.join(left[-3:])}"
    yield f"aa={' '.join(right[:2])}"
    yield f"ba={left[-1]} {right[0]}"
    yield f"kb={measure.kind} {left[-1]}"
    yield f"ka={measure.kind} {right[0]}"
    for word in {_stem(word) for word in before[-_NEAR:]}:
        yield f"near-b={word}"
    for word in {_stem(word) for word in after[:_NEAR]}:
        yield f"near-a={word}"


def _classes(measure: Measure, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    near = {"b": set(before[-_NEAR:]), "a": set(after[:_NEAR]), "s": {*before, *after}}
    for name, words in _CLASSES.items():
        for side, there in near.items():
            if words & there:
                yield f"{side}-{name}"
                yield f"{side}-{name}-{measure.kind}"
        if before and before[-1] in words:
            yield f"next-{name}"


def _clause(measure: Measure, before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """What its own clause says before it: a duty, a past before the story, who acts."""
    start = next((at for at in range(len(before), 0, -1) if before[at - 1] in _BREAKS), 0)
    clause = before[start:]
    there = set(clause)
    yield from (f"c={_stem(word)}" for word in there)
    yield from (f"c-{name}" for name, words in _CLASSES.items() if words & there)
    yield from (f"who={person}" for person in ("i", "we", "they", "it") if person in there)
    if _MUST & there:
        yield f"must-{measure.kind}"
    if {"was", "were"} & there:
        yield f"was-{measure.kind}"
    yield from _moods(clause)
    if _COMPARES & set(after[:3]):
        yield "compares"


def _moods(clause: Sequence[str]) -> Iterator[str]:
    """What is meant to be, and what had been before the story."""
    need = bool(_CLASSES["need"] & set(clause))
    for one, other in pairwise(clause):
        if one == "to" and other.isalpha() and other not in _NO_VERBS:
            yield "to-do"
            yield f"to-do-need={need}"
        if one == "had" and _is_verb(other):
            yield "had-done"
            yield f"had-done={other in _MOVED}"
        if one == "had" and other == "to":
            yield "had-to"
        if one in ("was", "were") and other.endswith("ing"):
            yield "was-doing"


def _verb(measure: Measure, before: Sequence[str]) -> Iterator[str]:
    """The verb that leads to it, and the word before that verb."""
    verb = next((at for at in range(len(before) - 1, -1, -1) if _is_verb(before[at])), None)
    if verb is None:
        yield "verb=-"
        return
    yield f"verb={_stem(before[verb])}"
    yield f"verb-{measure.kind}={_stem(before[verb])}"
    yield f"subject={before[verb - 1] if verb else '^'}"
    if verb == 0:
        yield "verb-first"


def _whole(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The sentence: how it opens, its length, its words."""
    words = [*before, "#", *after]
    yield f"open={words[0]}"
    yield f"open2={' '.join(words[:2])}"
    if not any(_is_verb(word) for word in words):
        yield "no-verb"
    if ":" in before:
        yield f"label={_stem(before[before.index(':') - 1]) if before[0] != ':' else '-'}"
        yield "label"
    for sign in (">", "→", "#"):
        if sign in before:
            yield f"after {sign}"
        if sign in after:
            yield f"ahead of {sign}"
    yield f"length={min(len(words) // 6, 5)}"
    for word in {_stem(word) for word in words}:
        yield f"s={word}"


def _told(
    measure: Measure, sentence: LabelledSentence | None, shown: Iterable[str]
) -> Iterator[str]:
    """The part that the sentence tells, where one is known, alone and with what else is shown.

    "40 minutes" in a result is an outcome, "three weeks later" in a result is none.
    """
    if sentence is None or sentence.confidence < _SURE:
        return
    part = sentence.part.value if sentence.part else "none"
    yield f"part={part}"
    yield f"part-{measure.kind}={part}"
    yield from (f"{part}+{name}" for name in shown if name.startswith(_WITH_PART))
