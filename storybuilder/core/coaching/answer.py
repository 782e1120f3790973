"""The coach's answers, one shape for each kind of help, read with our own checks.

The same frozen values give the JSON schema that is sent and the reader of what comes back, so the
two cannot drift apart. A shape says nothing about truth: that is `grounding` and `quotes`.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TypeVar, cast, get_args, get_origin, get_type_hints

from storybuilder.core.coaching.help import Help
from storybuilder.core.plain import Misfit, from_plain
from storybuilder.core.story import Part
from storybuilder.core.token import word_set

LONGEST_TEXT = 20_000
"""Characters in one text of an answer; a longer one is no answer to what was asked."""
MOST_ITEMS = 20
"""Points or questions in one list."""
ECHO_WORDS = 12
"""So many words in a row of the instructions in an answer are an echo, not an answer."""
LEAST_ENGLISH_SHARE = 0.15
"""Share of the commonest English words below which a text of some length is not English. In
English prose they are more than a third of all words, in German or Spanish under a tenth."""
LEAST_WORDS_TO_TELL = 12
_COMMON = word_set(
    "the a an and or but of to in on at by for from with as is are was were be been it its this "
    "that these those i you he she we they me my your our their his her what which who how why "
    "when where did do does had have has not no so if then than"
)


class AnswerMisshapen(ValueError):
    """An answer that cannot be used; the message says why, never what stands in it."""


class PointKind(StrEnum):
    """What a point of a review is for."""

    WORKED = "worked"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Interviewed:
    """The next question, or a draft of the part; one of the two is empty."""

    question: str
    why: str
    draft: str


@dataclass(frozen=True, slots=True)
class Tightened:
    """The four parts, shorter."""

    situation: str
    task: str
    action: str
    result: str

    def text_of(self, part: Part) -> str:
        """The new text of one part."""
        text: str = getattr(self, part.value)
        return text


@dataclass(frozen=True, slots=True)
class Shown:
    """A competency by its id, and the words of the story that show it."""

    id: str
    quote: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """Competencies, strongest first; headline and must-land line, empty where none is proposed."""

    competencies: tuple[Shown, ...]
    headline: str
    must_land: str


@dataclass(frozen=True, slots=True)
class Probe:
    """One follow-up question; `quote` is empty where it asks about something missing."""

    text: str
    quote: str
    hardness: int
    """1 (kind) to 5 (hard)."""
    why: str


@dataclass(frozen=True, slots=True)
class Probes:
    """Follow-up questions, kind ones first."""

    questions: tuple[Probe, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One judgement of a review with the words it is about."""

    part: Part
    kind: PointKind
    quote: str
    says: str


@dataclass(frozen=True, slots=True)
class Review:
    """A take, point by point, and the one change that would help most."""

    points: tuple[Point, ...]
    fix: str


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """What an interviewer says next."""

    question: str
    quote: str
    why: str


Value = TypeVar("Value")
Answer = Interviewed | Tightened | Suggested | Probes | Review | NextQuestion
SHAPES: Mapping[Help, type[Answer]] = {
    Help.INTERVIEW: Interviewed,
    Help.TIGHTEN: Tightened,
    Help.SUGGEST: Suggested,
    Help.PROBE: Probes,
    Help.REVIEW: Review,
    Help.NEXT_QUESTION: NextQuestion,
}


def schema_of(help: Help) -> dict[str, object]:
    """The JSON schema of an answer: every key required, no other allowed."""
    return _schema(SHAPES[help])


def read_answer(help: Help, text: str, instructions: str = "") -> Answer:
    """The answer in a reply, cleaned of white space around its texts.

    Raises AnswerMisshapen for what is no JSON of this shape, is empty where something must stand,
    is far too long, repeats `instructions`, or is not in English.
    """
    try:
        answer = from_plain(SHAPES[help], _cleaned(json.loads(text)))
    except (json.JSONDecodeError, RecursionError) as error:
        raise AnswerMisshapen("it is not complete JSON") from error
    except Misfit as misfit:
        raise AnswerMisshapen(f"{'.'.join(misfit.path) or 'it'} {misfit.why}") from misfit
    _check(answer)
    _check_words(" ".join(texts_of(answer)), instructions)
    return answer


def texts_of(answer: Answer) -> tuple[str, ...]:
    """Every text in an answer, in order."""
    found: list[str] = []
    for field in fields(answer):
        value = getattr(answer, field.name)
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            found += [text for item in value for text in texts_of(item)]
    return tuple(found)


def with_texts(answer: Answer, change: Callable[[str], str]) -> Answer:
    """The answer with each of its texts changed; ids and kinds stay."""
    return _changed(answer, change)


def _changed(value: Value, change: Callable[[str], str]) -> Value:
    match value:
        case StrEnum() | int():
            return value
        case str():
            return cast("Value", change(value))
        case tuple():
            return cast("Value", tuple(_changed(item, change) for item in value))
        case _:
            fresh = {
                field.name: _changed(getattr(value, field.name), change)
                for field in fields(value)  # type: ignore[arg-type]  # only dataclasses are left
            }
            return replace(value, **fresh)  # type: ignore[type-var]


# ---------------------------------------------------------------- schema
def _schema(kind: object) -> dict[str, object]:
    if kind in _SIMPLE:
        return {"type": _SIMPLE[kind]}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "string", "enum": [value.value for value in kind]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema(get_args(kind)[0])}
    if isinstance(kind, type):
        hints = get_type_hints(kind)
        return {
            "type": "object",
            "properties": {name: _schema(hint) for name, hint in hints.items()},
            "required": list(hints),
            "additionalProperties": False,
        }
    raise TypeError(f"{kind} has no schema")


_SIMPLE: Mapping[object, str] = {str: "string", int: "integer"}


# ---------------------------------------------------------------- checks
def _cleaned(found: object) -> object:
    """The same plain data without white space around texts. Raises Misfit for what is too much."""
    match found:
        case str():
            if len(found) > LONGEST_TEXT:
                raise Misfit(f"is longer than {LONGEST_TEXT} characters")
            return found.strip()
        case list():
            if len(found) > MOST_ITEMS:
                raise Misfit(f"has more than {MOST_ITEMS} entries")
            return [_cleaned(item) for item in found]
        case dict():
            return {name: _cleaned(item) for name, item in found.items()}
        case _:
            return found


def _check(answer: Answer) -> None:
    match answer:
        case Interviewed(question, _, draft) if bool(question) == bool(draft):
            raise AnswerMisshapen("it must either ask or draft")
        case Tightened() if not any(answer.text_of(part) for part in Part):
            raise AnswerMisshapen("it leaves nothing of the story")
        case Probes(questions) if not questions:
            raise AnswerMisshapen("it asks nothing")
        case Probes(questions) if any(
            not probe.text or not 1 <= probe.hardness <= 5 for probe in questions
        ):
            raise AnswerMisshapen("a question is empty, or harder than 5 or kinder than 1")
        case Review(points, _) if not points:
            raise AnswerMisshapen("it has no point")
        case NextQuestion(question) if not question:
            raise AnswerMisshapen("it asks nothing")
        case _:
            return


def _check_words(said: str, instructions: str) -> None:
    words = re.findall(r"[^\W\d_]+", said.lower())
    if len(words) >= LEAST_WORDS_TO_TELL and not _is_english(words):
        raise AnswerMisshapen("it is not in English")
    if _shares_run(words, re.findall(r"[^\W\d_]+", instructions.lower())):
        raise AnswerMisshapen("it repeats its instructions")


def _is_english(words: list[str]) -> bool:
    return sum(word in _COMMON for word in words) >= LEAST_ENGLISH_SHARE * len(words)


def _shares_run(words: list[str], others: list[str]) -> bool:
    runs = {tuple(others[i : i + ECHO_WORDS]) for i in range(len(others) - ECHO_WORDS + 1)}
    return any(tuple(words[i : i + ECHO_WORDS]) in runs for i in range(len(words) - ECHO_WORDS + 1))
