"""Fillers: sounds and phrases that only fill time, told from the same words where they mean.

Whether "like" or "you know" fills is read off the words around it. Sounds ("um") are left out
before anything else is looked at, so that "you, um, know" is a phrase as "you know" is.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from storybuilder.core.parts.lexicon import PAST_OF_DOING
from storybuilder.core.token import word_set

_SOUND = re.compile(r"(?:uh+m*|u+m+|uhuh|e+rm+|er|hmm+|mm+|mhm|a+h+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"[.!?;:\n]")
_BEGINS_A_SOUND = frozenset("uehmaUEHMA")


@dataclass(frozen=True, slots=True)
class _Said:
    """A word among the words: `gap` is what stands before it, sounds taken out."""

    lower: str
    start: int
    end: int
    gap: str

    opens: bool
    """Whether a sentence begins with it."""
    after_comma: bool


def _said(lower: str, start: int, end: int, gap: str) -> _Said:
    if gap == " ":  # nearly always
        return _Said(lower, start, end, gap, False, False)
    return _Said(lower, start, end, gap, _STOP.search(gap) is not None, "," in gap)


def filler_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each filler stands in a text, in characters, in order of their beginnings."""
    said, sounds = _words(text)
    yield from sorted([*sounds, *_phrases(said)])


def _words(text: str) -> tuple[list[_Said], list[tuple[int, int]]]:
    said: list[_Said] = []
    sounds: list[tuple[int, int]] = []
    at, gap = 0, "" if text.strip() else "."
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap, at = gap + text[at:start], end
        if _is_sound(match[0], text[max(0, start - 3) : start]):
            sounds.append((start, end))
        else:
            said.append(_said(match[0].lower().replace("’", "'"), start, end, gap))
            gap = ""
    # What closes the text stands before nothing.
    said.append(_said("", len(text), len(text), gap + text[at:] + "."))
    return said, sounds


def _is_sound(word: str, before: str) -> bool:
    """ "ER" is a ward, "5 mm" a length."""
    if word[0] not in _BEGINS_A_SOUND or _SOUND.fullmatch(word) is None or word == "ER":
        return False
    return word.lower() != "mm" or not before.rstrip()[-1:].isdigit()


def _phrases(said: Sequence[_Said]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(said) - 1:
        length = _length_at(said, at)
        if length:
            yield said[at].start, said[at + length - 1].end
        at += length or 1


def _length_at(said: Sequence[_Said], at: int) -> int:
    """How many words from here on fill; 0 if they mean something."""
    if at == 0 or said[at].opens:
        opening = _opening(said, at)
        if opening:
            return opening
    for phrase, fills in _BY_FIRST_WORD.get(said[at].lower, ()):
        end = at + len(phrase)
        together = tuple(word.lower for word in said[at:end]) == phrase
        # A phrase does not run on over the end of a sentence.
        if (
            together
            and not any(word.opens for word in said[at + 1 : end])
            and fills(_Around(said, at, end))
        ):
            return len(phrase)
    return 0


@dataclass(frozen=True, slots=True)
class _Around:
    """A phrase among the words: from `at` up to, not including, `end`."""

    said: Sequence[_Said]
    at: int
    end: int

    def before(self, back: int = 1) -> str:
        """A word before the phrase, within its sentence; empty if there is none."""
        here = self.at - back
        opened = any(word.opens for word in self.said[max(0, here + 1) : self.at + 1])
        return "" if here < 0 or opened else self.said[here].lower

    def after(self, on: int = 0) -> str:
        """A word after the phrase, within its sentence; empty if there is none."""
        here = self.end + on
        if here >= len(self.said) or any(w.opens for w in self.said[self.end : here + 1]):
            return ""
        return self.said[here].lower

    @property
    def first(self) -> _Said:
        return self.said[self.at]

    @property
    def next(self) -> _Said:
        return self.said[self.end]

    @property
    def ends(self) -> bool:
        """Whether the sentence, or a clause with its comma, ends here."""
        return self.next.opens or self.next.after_comma

    def ends_after(self, words: int) -> bool:
        """Whether the sentence ends so many words on."""
        return self.after(words) == ""

    @property
    def apart(self) -> bool:
        """Between two commas, or between a comma and the end or beginning of the sentence."""
        return self.ends and (self.at == 0 or self.first.opens or self.first.after_comma)


# ------------------------------------------------------------ openings
_OPENERS = word_set("so well okay ok right alright yeah yes")
_MEANT_OPENING = {
    ("so", "far"),
    ("so", "that"),
    ("so", "much"),
    ("so", "many"),
    ("well", "before"),
    ("well", "after"),
    ("well", "done"),
    ("well", "over"),
    ("right", "after"),
    ("right", "before"),
    ("right", "away"),
    ("right", "now"),
}


def _opening(said: Sequence[_Said], at: int) -> int:
    """Opening words that only clear the throat: "Okay so", "Well,", the very first "So".

    A later "So" tells what followed from what and stays.
    """
    opened = takewhile(lambda word: word.lower in _OPENERS, said[at:])
    run = [word for place, word in enumerate(opened) if place == 0 or not word.opens]
    if not run or (run[-1].lower, said[at + len(run)].lower) in _MEANT_OPENING:
        return 0
    if len(run) > 1:
        return len(run)
    after = said[at + 1]
    if run[0].lower == "so":
        first_of_all = at == 0 and len(said) > 2
        return int(first_of_all or bool(_length_at(said, at + 1)) or _hesitates(run[0], after))
    return int(run[0].lower != "yes" and (after.after_comma or after.opens))


def _hesitates(word: _Said, after: _Said) -> bool:
    """Whether a sound came between: the gap is then wider than its own signs."""
    return after.start - word.end > len(after.gap)


# ------------------------------------------------------------ you know, I mean
_MEANS_BEFORE_YOU_KNOW = word_set(
    "as if do did does don't didn't let lets once unless until when what before that because "
    "people how who why where would sure all everything everyone thing things than whether more "
    "less the one to wish hope say tell ask"
)
_MEANS_AFTER_YOU_KNOW = word_set(
    "how what who where when why whether if him her them me your my his the a that it"
)
_MEANS_BEFORE_I_MEAN = word_set("what which that by how who early say saying late one do yes no")
_MEANS_AFTER_I_MEAN = word_set("to no profit business well")


def _you_know(around: _Around) -> bool:
    if around.apart:
        return around.before() not in ("as", "if")
    if around.before() in _MEANS_BEFORE_YOU_KNOW:
        return False
    return around.ends or around.after() not in _MEANS_AFTER_YOU_KNOW


def _i_mean(around: _Around) -> bool:
    meant = around.before() in _MEANS_BEFORE_I_MEAN and not around.first.after_comma
    if meant or around.after() in _MEANS_AFTER_I_MEAN:
        return False
    return not (around.after() == "it" and around.after(1) in ("", "when", "that", "i"))


def _between_commas(around: _Around) -> bool:
    return around.apart


# ------------------------------------------------------------ sort of, kind of
_DETERMINERS = word_set(
    "a an the this that these those what which any some same every each another other one no all "
    "my our their his her its your whatever only whichever"
)
_SORTING = _DETERMINERS | word_set(
    "different new right wrong first second certain similar particular best worst special rare "
    "specific usual many better cheaper"
)
_SORTED = word_set(
    "problem problems thing things person people work issue issues project projects situation "
    "situations question questions customer customers data role team job error errors system model "
    "software failure way place day man woman"
)
_KIND_TO = word_set("you him her them me us it")
_BEFORE_A_HEDGED_VERB = word_set(
    "i we he she they it you who and but so was were is are be been had have has just really "
    "that's it's i'm we're they're he's she's then also to or because which there's"
)


def _sort_of(around: _Around) -> bool:
    before, after = around.before(), around.after()
    if before == "which" and _is_done(after):
        return True
    if before in _SORTING or after in _SORTED:
        return False
    if around.ends:
        return bool(before)
    if around.first.lower == "kind" and after in _KIND_TO:
        return False
    if before in _BEFORE_A_HEDGED_VERB or after in ("a", "an", "the"):
        return True
    described = around.before(2) in _DETERMINERS or around.before(3) in _DETERMINERS
    return bool(before) and (not described or after.endswith(("ing", "ed")))


# ------------------------------------------------------------ like
_SUBJECTS = word_set(
    "i we he she they you it there it's there's i'd i'm we'd we're that's he's she's they're then"
)
_NOT_AFTER_LIKE = _DETERMINERS | word_set(
    "to me him them us it those most many others nothing something being having when before after "
    "clockwork that"
)
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty sixty seventy eighty ninety hundred half"
)
_BEFORE_A_ROUGH_NUMBER = word_set(
    "was were took take takes had have got only to maybe than just there's is are every"
)
_PREPOSITIONS = word_set("for in about by at with of over after around from within through on into")
_POINTING = word_set("that this those these them him her me us it")


def _like(around: _Around) -> bool:
    """ "like" between commas, before a rough number, after "was" or "and"; "I like it" is not."""
    if around.first.after_comma and around.next.after_comma:
        return True
    if around.before():
        compares = around.ends_after(1) and not around.next.after_comma  # "like thunder."
        return not compares and _like_fills_within(around.before(), around.after(), around.next)
    mentioned = around.after(1) in ("said", "told", "say", "mentioned")
    return around.next.after_comma or (around.after() in _SUBJECTS and not mentioned)


def _like_fills_within(before: str, after: str, following: _Said) -> bool:
    if before in ("a", "an") or (before in _PREPOSITIONS and after not in _POINTING):
        return bool(after)
    if after in _NUMBERS or after.isdigit():
        return before in _BEFORE_A_ROUGH_NUMBER
    if before in ("i", "we", "they", "he", "she") and _is_done(after):
        return True
    if before in ("was", "were", "it's", "i'm"):
        compares = not after or after in _NOT_AFTER_LIKE or after in _SUBJECTS
        return following.after_comma or not compares
    if before in ("and", "so", "but", "because"):
        return after in _SUBJECTS
    return before == "just" and (after.endswith("ly") or _is_done(after))


# ------------------------------------------------------------ actually, literally, basically
_ALIKE = word_set("same identical unchanged equal equivalent similar")
_WORD_FOR_WORD = word_set("translated translate took take taken taking meant mean means read reads")


_WITHOUT_EXCEPTION = word_set("nothing everything everyone everybody nobody no zero every all none")


def _actually(around: _Around) -> bool:
    """Apart from the clause it fills; inside, "what it actually cost", it says "in truth"."""
    if around.ends or around.at == 0 or around.first.opens:
        return not around.after().endswith("ing")
    if around.after(1) == "of" and around.after() in ("kind", "sort"):
        return True
    near = {around.before(), around.after()}
    return bool(near & {"basically", "literally"})


def _literally(around: _Around) -> bool:
    earlier = {around.before(back) for back in (1, 2, 3, 4)}
    stressed = around.before() == "quite" or around.after() in _WITHOUT_EXCEPTION
    return not stressed and not (earlier & _WORD_FOR_WORD)


def _basically(around: _Around) -> bool:
    return not ({around.after(), around.after(1)} & _ALIKE)


# ------------------------------------------------------------ or something, and stuff
_GOES_ON = word_set("so and but because then like")
_GOES_ON_AFTER_SOMETHING = _GOES_ON | word_set("which i he she they for")


def _or_something(around: _Around) -> bool:
    if around.after() in ("else", "we"):
        return False
    return around.ends or around.after() in _GOES_ON_AFTER_SOMETHING


def _and_stuff(around: _Around) -> bool:
    return around.ends or around.after() in _GOES_ON


def _always(around: _Around) -> bool:
    return True


# ------------------------------------------------------------ at the end of the day, to be honest
_TRUISM = word_set("it it's that that's is was we're you you're people everyone everybody nobody")
_MEANT_BEFORE_HONEST = word_set(
    "decided wanted want had have need needed chose try tried trying promised asked me her him "
    "them us important hard easier better able going learned taught told"
)


def _end_of_the_day(around: _Around) -> bool:
    """A summing-up, not an hour: nothing is done in what follows."""
    following = [around.after(on) for on in range(8)]
    if not following[0] or any(_is_done(word) for word in following):
        return False
    opens = around.at == 0 or around.first.opens or around.before() in ("and", "but", "because")
    return opens and (around.next.after_comma or following[0] in _TRUISM)


def _is_done(word: str) -> bool:
    return word in PAST_OF_DOING or (word.endswith("ed") and len(word) > 4)


def _to_be_honest(around: _Around) -> bool:
    with_you = (around.after(), around.after(1)) == ("with", "you")
    if around.before() in _MEANT_BEFORE_HONEST and not around.first.after_comma:
        return False
    return with_you or around.after() not in ("with", "about", "and")


# ------------------------------------------------------------ right?
_ASKED_OF_SOMETHING = word_set(
    "that all was is be it not i he she they we you everything get got me wasn't isn't this turned "
    "turn go went"
)


def _right(around: _Around) -> bool:
    """A tag: "four of us, right?"; "is that right?" asks, "right, left" turns."""
    if around.at == 0 or around.first.opens or not around.ends:
        return False
    if around.first.after_comma:
        return True
    return "?" in around.next.gap and around.before() not in _ASKED_OF_SOMETHING


Fills = Callable[[_Around], bool]
_PHRASES: tuple[tuple[str, Fills], ...] = (
    ("you know what i mean", _between_commas),
    ("you know", _you_know),
    ("you see", _between_commas),
    ("i mean", _i_mean),
    ("sort of", _sort_of),
    ("kind of", _sort_of),
    ("like", _like),
    ("actually", _actually),
    ("honestly", _between_commas),
    ("basically", _basically),
    ("literally", _literally),
    ("or something like that", _always),
    ("or something", _or_something),
    ("or whatever", _or_something),
    ("and stuff like that", _always),
    ("and stuff", _and_stuff),
    ("at the end of the day", _end_of_the_day),
    ("to be honest with you", _to_be_honest),
    ("to be honest", _to_be_honest),
    ("so yeah", _always),
    ("right", _right),
)
"""Longer phrases before the shorter ones they begin with."""


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Fills]]]:
    found: dict[str, list[tuple[tuple[str, ...], Fills]]] = {}
    for phrase, fills in _PHRASES:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, fills))
    return found


_BY_FIRST_WORD = _by_first_word()
