"""Doer marks: deeds that a draft gives to another than the one who did them.

Who did what is a fact: "my colleague fixed it" is not "I fixed it", and "we" is not "I". For a verb
of the draft with a plain subject, every place of the material with this verb is asked who its
subject is. A deed is marked when all of them name someone else; a passive or a bare note ("rebuilt
the index") names nobody, and leaves it open.
"""

from collections.abc import Iterator, Sequence

from storybuilder.core.coaching.claim import Mark
from storybuilder.core.coaching.kinship import calls_of, kin_of
from storybuilder.core.coaching.material import Material
from storybuilder.core.coaching.passage import Heard, Passage, looks_past
from storybuilder.core.coaching.word_form import root
from storybuilder.core.token import Token, word_at, word_set

_I = word_set("i i'd i've i'm i'll me")
_WE = word_set("we we'd we've we're we'll us")
_OTHERS = word_set(
    "he she they he'd she'd they'd they've he's she's him her them someone somebody everyone "
    "everybody nobody who"
)
_OBJECTS = word_set("me us him her them")
_MUTUAL = frozenset(map(root, ("agree", "meet", "talk", "speak", "discuss", "decide", "chat")))
"""Deeds of two: whoever tells them may be either."""
_PLAIN_DEEDS = frozenset(map(root, word_set("try make take time find decide help bring")))
"""Everyday verbs that are somebody's deed all the same."""
_OPEN = word_set("it this that which there what you")
_BE = word_set("is are was were be been being got get gets isn't wasn't weren't aren't")
_BETWEEN = word_set(
    "did do does didn't don't doesn't not never also then even just only still already always had "
    "have has hadn't haven't hasn't would could should might must can will couldn't wouldn't can't "
    "to and or both all each therefore again soon later first finally once now"
)
_DETERMINERS = word_set(
    "a an the my our his her their its this that these those some any no every each another of in "
    "on for with at from per new old first second next last whose"
)
_TELLS_OTHERS = word_set(
    "ask asks asked tell told let had made make help helped get got want wanted need needed "
    "convince convinced persuade persuaded allow allowed invite invited have"
)
Subject = str
"""Who acts: "i", "we", "other", "open", or a name as "=priya"."""
_NAMED = "="


def doer_marks(passage: Passage, taken: set[int], material: Material) -> Iterator[Mark]:
    """The clauses of one passage of a draft whose deed was someone else's."""
    for word in passage.words:
        light = word.neutral and word.root not in _PLAIN_DEEDS
        if light or word.at in taken or word.root in _MUTUAL:
            continue
        if _is_anothers(word, passage, material) or _is_done_by_another(word, passage, material):
            yield Mark(*passage.clause_bounds(word.clause), "claim", "doer")


def _is_anothers(word: Heard, passage: Passage, material: Material) -> bool:
    """ "my mistake" where the material has "Niamh's mistake" everywhere."""
    owner = _owner(passage.tokens, word.at)
    told = set(_owners(word, material)) if owner else {None}
    return bool(told) and None not in told and owner not in told


def _is_done_by_another(word: Heard, passage: Passage, material: Material) -> bool:
    doer = subject_of(passage.tokens, word.at)
    if doer == "open" or not _is_verb(passage.tokens, word.at):
        return False
    told = set(_doers(word, passage, material))
    return bool(told) and "open" not in told and not _is_one_of(doer, told)


def _is_one_of(doer: Subject, others: set[Subject]) -> bool:
    """Whether one of those is the doer; "she" may be any name."""
    if doer.startswith(_NAMED):
        return doer in others or "other" in others
    named = any(other.startswith(_NAMED) for other in others)
    return doer in others or (doer == "other" and named)


def _owner(tokens: Sequence[Token], at: int) -> Subject | None:
    """Whose a thing is said to be: "my mistake", "Niamh's mistake"."""
    before = word_at(tokens, at - 1)
    if before in ("my", "our"):
        return "i"
    named = before.endswith("'s") and tokens[at - 1].text[0].isupper()
    return "other" if before in ("his", "her", "their") or named else None


def _owners(word: Heard, material: Material) -> Iterator[Subject | None]:
    """Whose it is in the material; None where that is not said."""
    for at in material.holders.get(word.root, ()):
        passage = material.passages[at]
        for heard in passage.words:
            if heard.root == word.root:
                yield _owner(passage.tokens, heard.at)


def _doers(word: Heard, passage: Passage, material: Material) -> Iterator[Subject]:
    """Who does this in the material, where it is told of the same."""
    names = frozenset({word.root}) if word.root in material.holders else calls_of(word.root)
    matter = [one.root for one in passage.words if one.clause == word.clause and one is not word]
    matter = [one for one in matter if not calls_of(one) & names]
    for at in {at for name in names for at in material.holders.get(name, ())}:
        source = material.passages[at]
        if matter and not any(calls_of(one) & source.kin for one in matter):
            continue
        for heard in source.words:
            same = heard.root in names or (len(names) > 1 and kin_of(heard.root) & names)
            if same and _is_verb(source.tokens, heard.at):
                yield subject_of(source.tokens, heard.at)


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is told as a deed: a past tense, or right behind who does it."""
    word, before = tokens[at].lower, word_at(tokens, at - 1)
    if before in _DETERMINERS or before.endswith("'s"):
        return False
    if looks_past(word) or before in _BE:
        return True
    return before in _I | _WE | _OTHERS | _BETWEEN - {"and", "or", "both", "all", "each"}


def subject_of(tokens: Sequence[Token], at: int) -> Subject:
    """Who does what a verb says, looking back from it."""
    here = at - 1
    while here >= 0 and (tokens[here].lower in _BETWEEN or _is_adverb(tokens[here])):
        if tokens[here].lower == "to":
            return _of_infinitive(tokens, here)
        here -= 1
    if here < 0:
        return "open"
    if tokens[here].lower in _BE:
        told_of = not looks_past(tokens[at].lower)
        return subject_of(tokens, here) if told_of else _agent(tokens, at)
    return _of_word(tokens, here)


def _of_word(tokens: Sequence[Token], here: int) -> Subject:
    """What the nearest word before a verb says of who does it."""
    word = tokens[here].lower
    if word in _OBJECTS:
        return _nearest(tokens, here)
    if word in _I:
        return _joint(tokens, here)
    if word in _WE:
        return "we"
    if word in _OTHERS:
        return "open" if word == "who" else "other"
    if word in _OPEN or not tokens[here].is_word:
        return _further_back(tokens, here)
    return _of_noun(tokens, here)


def _is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and len(token.lower) > 4


def _joint(tokens: Sequence[Token], here: int) -> Subject:
    """ "Priya and I" is both."""
    joined = here >= 2 and tokens[here - 1].lower in ("and", "or")
    return (
        "open" if joined and (_is_name(tokens[here - 2]) or _is_person(tokens[here - 2])) else "i"
    )


def _agent(tokens: Sequence[Token], at: int) -> Subject:
    """Who is named by a passive: "was fixed by Ravi"."""
    for here in range(at + 1, min(at + 4, len(tokens))):
        if tokens[here].lower == "by":
            after = word_at(tokens, here + 1)
            named = here + 1 < len(tokens) and tokens[here + 1].text[0].isupper()
            return "i" if after in _I else "we" if after in _WE else "other" if named else "open"
    return "open"


def _of_infinitive(tokens: Sequence[Token], to: int) -> Subject:
    """ "I asked Priya to fix it": she does; "I wanted to fix it": I do."""
    before = word_at(tokens, to - 1)
    if looks_past(before) and before not in _TELLS_OTHERS:
        return subject_of(tokens, to - 1)
    if word_at(tokens, to - 2) in _BE:
        return subject_of(tokens, to - 2)
    for here in range(to - 1, max(-1, to - 5), -1):
        if tokens[here].lower in _TELLS_OTHERS:
            object_ = tokens[here + 1 : to]
            if any(token.lower in _I for token in object_):
                return "i"
            return "other" if object_ else subject_of(tokens, here)
    return "open"


def _further_back(tokens: Sequence[Token], here: int) -> Subject:
    """Past a comma: "I checked the logs, called the vendor"; "my baker, Joris, had"."""
    if tokens[here].text != ",":
        return "open"
    if here >= 2 and _is_name(tokens[here - 1]) and tokens[here - 2].text == ",":
        return "other"
    return _nearest(tokens, here)


def _of_noun(tokens: Sequence[Token], here: int) -> Subject:
    """A name or "my colleague" before the verb; else the nearest subject, as in a list of deeds."""
    if word_at(tokens, here + 1) in ("and", "or"):
        return _nearest(tokens, here)
    first = here
    while (
        first
        and _is_name(tokens[first])
        and (_is_name(tokens[first - 1]) or _is_person(tokens[first - 1]))
    ):
        first -= 1
    first -= word_at(tokens, first - 1) in _POSSESSIVES
    before = word_at(tokens, first - 1)
    if before and before not in _OPENERS:
        return "open"
    if _is_name(tokens[here]):
        return _NAMED + tokens[here].lower.removesuffix("'s")
    return "other" if _is_person(tokens[here]) else "open"


def _is_name(token: Token) -> bool:
    return token.is_word and token.text[0].isupper()


_POSSESSIVES = word_set("my our the his her their a an")
_OPENERS = word_set("and but , so . ; : then because that when while if said as what which where")


def _is_person(token: Token) -> bool:
    names = kin_of(root(token.lower))
    return bool(names & _PEOPLE)


_PEOPLE = frozenset(
    map(
        root,
        word_set(
            "person people colleague manager boss chief director supervisor supplier vendor team "
            "customer client clerk inspector expert doctor lawyer chairman treasurer coordinator "
            "mentor company baker driver cook cleaner tutor "
            "trainer owner teacher parent committee council union board student pupil "
            "nurse engineer officer wife husband son daughter brother sister cousin friend "
            "neighbour uncle aunt mother father museum hospital school church shop hotel bank "
            "university newspaper press department firm dealer guest visitor passenger police "
            "ministry charity club agency factory"
        ),
    )
)


def _nearest(tokens: Sequence[Token], here: int) -> Subject:
    """The subject before: who did the deed that this one is listed with; open among several."""
    found = set[Subject]()
    for at in range(here, -1, -1):
        word = tokens[at].lower
        if tokens[at].text in _STOPS:
            break
        if word in _I - {"me"}:
            found.add(_joint(tokens, at))
        elif word in _WE - {"us"}:
            found.add("we")
        elif word in _OTHERS - {"him", "her", "them", "who"}:
            found.add("other")
        elif word in _OPEN | {"who"}:
            found.add("open")
    return found.pop() if len(found) == 1 else "open"


_STOPS = frozenset(".;:!?")
