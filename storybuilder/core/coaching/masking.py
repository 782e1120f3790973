"""Masking: words of a person that a text is sent without, and that come back in the answer.

The same thing has the same placeholder in all texts of a sitting. What is hidden is a proposal of
rules: any of it can be shown, and words can be added. Restoring never guesses: a placeholder that
the answer made up stays as it is and is reported.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from storybuilder.core.coaching.maskable import Found, is_common, maskable_in
from storybuilder.core.coaching.placeholder import (
    MaskKind,
    Placeholder,
    placeholders_in,
    replaced,
)
from storybuilder.core.quantities.number import numbers_of
from storybuilder.core.token import tokens_of

_MOST_FORMS = 26
_INSIDE_WORDS = 4
"""Letters from which a name is hidden inside other words too: "KestrelPay", not "Alison" for Al."""
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class Hidden:
    """One thing that is masked, in every way the texts write it."""

    kind: MaskKind
    number: int
    forms: tuple[str, ...]
    """The first is how it is called when a person is asked about it."""
    shown: bool = False
    """Whether the person took it out: it is sent as it is."""

    @property
    def placeholder(self) -> str:
        """What stands for it."""
        return str(Placeholder(self.kind, self.number))


@dataclass(frozen=True)
class Mask:
    """What of a sitting's texts is hidden, and the way back."""

    things: tuple[Hidden, ...] = ()
    texts: tuple[str, ...] = field(default=(), repr=False)
    added: tuple[str, ...] = field(default=(), repr=False)
    """Words that the person asked to hide."""

    def hidden(self, text: str) -> str:
        """A text of the sitting with placeholders for everything that is masked."""
        return self._pattern.sub(lambda match: str(self._slots[match[0]]), text)

    def restored(self, text: str) -> str:
        """An answer with the person's words in place of their placeholders."""
        return replaced(text, self._words.get)

    def made_up_in(self, answer: str) -> tuple[str, ...]:
        """Placeholders of an answer that stand for nothing, as written there, each once."""
        unknown = (text for slot, text in placeholders_in(answer) if slot not in self._words)
        return tuple(dict.fromkeys(unknown))

    def without(self, word: str) -> "Mask":
        """The mask with one thing shown as it is, by any of its forms."""
        return self._with_shown(lambda thing: thing.shown or word in thing.forms)

    def with_word(self, word: str) -> "Mask":
        """The mask with a word of the person's choice; one that was shown is hidden again."""
        word = word.strip()
        told = [thing for thing in self.things if word in thing.forms]
        if told:
            return self._with_shown(lambda thing: thing.shown and thing not in told)
        if not any(letter.isalnum() for letter in word):
            return self
        return mask_of(self.texts, replace(self, added=(*self.added, word)))

    def without_any(self) -> "Mask":
        """The mask that hides nothing, placeholders that the person wrote apart."""
        return self._with_shown(lambda thing: not _is_written_slot(thing))

    def _with_shown(self, is_shown: Callable[[Hidden], bool]) -> "Mask":
        things = tuple(
            replace(thing, shown=is_shown(thing) and not _is_written_slot(thing))
            for thing in self.things
        )
        return replace(self, things=things)

    @cached_property
    def _slots(self) -> Mapping[str, Placeholder]:
        """For each way to write what is hidden, what stands for it."""
        return {
            form: Placeholder(thing.kind, thing.number, at)
            for thing in reversed(self.things)
            if not thing.shown
            for at, form in enumerate(thing.forms)
        }

    @cached_property
    def _words(self) -> Mapping[Placeholder, str]:
        return {slot: form for form, slot in self._slots.items()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        kinds = {form: slot.kind for form, slot in self._slots.items()}
        longest_first = sorted(kinds, key=lambda form: (-len(form), form))
        found = "|".join(_bounded(form, kinds[form]) for form in longest_first)
        return re.compile(found or _NOTHING)


def mask_of(texts: Iterable[str], before: Mask | None = None) -> Mask:
    """The mask of a sitting's texts; what the mask of before held keeps its placeholder."""
    before = before or Mask()
    every = tuple(dict.fromkeys((*before.texts, *texts)))
    whole = "\n".join(every)
    things = list(before.things)
    found: list[Found] = [("WORD", word) for word in before.added]
    found += [one for text in every for one in maskable_in(text)]
    for kind, word in dict.fromkeys(found):
        for form in _written_as(kind, word, whole):
            _take_up(things, kind, form)
    return Mask(tuple(things), every, before.added)


def _written_as(kind: MaskKind, word: str, texts: str) -> Iterator[str]:
    """The word, and every other case that the texts write it in."""
    yield word
    if kind == "WORD" or not (len(word) < _INSIDE_WORDS or is_common(word)):
        yield from (match[0] for match in re.finditer(re.escape(word), texts, re.IGNORECASE))


def _take_up(things: list[Hidden], kind: MaskKind, form: str) -> None:
    """Put a form to the thing that it writes, or begin another thing."""
    if any(form in thing.forms for thing in things):
        return
    for at, thing in enumerate(things):
        if thing.kind == kind and len(thing.forms) < _MOST_FORMS and _is_same(thing, form):
            things[at] = replace(thing, forms=(*thing.forms, form))
            return
    number = 1 + max((thing.number for thing in things if thing.kind == kind), default=0)
    things.append(Hidden(kind, number, (form,)))


def _is_same(thing: Hidden, form: str) -> bool:
    """Whether two words are one thing: "Priya" and "Priya Shah", "19" and "nineteen"."""
    first = thing.forms[0]
    if first.lower() == form.lower():
        return True
    if thing.kind == "FIGURE":
        value = _value(form)
        return value is not None and value == _value(first)
    one, other = (set(re.findall(r"\w+", name.lower())) for name in (first, form))
    return thing.kind == "NAME" and (one <= other or other <= one)


def _value(figure: str) -> float | None:
    """What a figure is worth; None where it is no single number: "8:30"."""
    tokens = tokens_of(figure)
    numbers = numbers_of(tokens)
    if len(numbers) != 1 or (numbers[0].first, numbers[0].end) != (0, len(tokens)):
        return None
    return numbers[0].value if numbers[0].share is None else -numbers[0].share


def _is_written_slot(thing: Hidden) -> bool:
    """Whether the person wrote a placeholder themselves: it must never be taken for one of ours."""
    return any(True for _ in placeholders_in(thing.forms[0]))


def _bounded(form: str, kind: MaskKind) -> str:
    """The pattern of a form, so that it is not found where it is a piece of something else."""
    word = re.escape(form)
    if kind == "FIGURE" and form[-1].isdigit() and form[0].isdigit():
        return rf"(?<!\d)(?<!\d[.,:/]){word}(?!\d)(?![.,:/]\d)"
    if kind == "FIGURE" or (kind == "WORD" and len(form) < _INSIDE_WORDS):
        before = r"(?<!\w)" if form[0].isalpha() else ""
        return f"{before}{word}" + (r"(?![^\W\d])" if form[-1].isalpha() else "")
    if kind == "NAME" and (len(form) < _INSIDE_WORDS or is_common(form)):
        return rf"(?<![^\W\d_]){word}(?![a-zß-ÿ])"
    return word
