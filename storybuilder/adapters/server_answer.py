"""What a transcription server answered, as words with times; nothing in it is taken on trust.

Servers that speak OpenAI's API differ in what they give for `verbose_json`: words with times
beside the text (OpenAI, speaches), tokens inside each segment (whisper.cpp), segments alone (vLLM,
LocalAI), or the text alone. Times of words are used where they make sense. Where there are none,
the words are spread over their segment, or over all that was sent, by their length.
"""

import json
import math
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from storybuilder.core.piece import in_order
from storybuilder.core.transcript import Word
from storybuilder.core.voice import Span

NO_SPEECH_SHARE, LEAST_LOG_PROBABILITY, REPEATING_RATIO = 0.6, -1.0, 2.4
"""Whisper's own limits for "nobody spoke", "not sure at all" and "goes round in circles"."""
SLACK_S = 1.0
"""Times may be this far outside of what was sent, or out of order; beyond that they are noise."""
MOST_WORDS_PER_S, FEW_WORDS = 10.0, 20
"""Nobody speaks faster; what has more words was not spoken."""
MOST_LETTERS = 1000
"""No word is longer, not even a sentence of a language without spaces."""
_LEAST_TOKEN_SHARE = 0.3
"""With fewer tokens than this for each word the text has no spaces, and the words are better."""


class AnswerMisfit(ValueError):
    """Why an answer is none, as the end of "nas.local:8000 …"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The words of what was sent, with seconds from its start."""

    words: tuple[Word, ...] = ()
    rough: bool = False
    """The server gave no times of words; they are spread by their length."""


@dataclass(frozen=True, slots=True)
class _Segment:
    text: str
    span: Span | None
    words: tuple[Word, ...]
    made_up: bool


def read_answer(body: bytes, kind: str, seconds: float, is_echo: Callable[[str], bool]) -> Answer:
    """The words in an answer to `seconds` of sound; `kind` is its content type.

    `is_echo` tells a text that only repeats the prompt. Raises AnswerMisfit.
    """
    if "html" in kind:
        raise AnswerMisfit("answered with a web page")
    text = _decoded(body)
    if kind.startswith("text/plain"):
        return _answer({"text": text}, seconds, is_echo)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise AnswerMisfit("answered with something that is no JSON") from error
    if not isinstance(found, dict):
        raise AnswerMisfit("answered with something that is no transcript")
    return _answer(found, seconds, is_echo)


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnswerMisfit("answered with something that is no text") from error


def _answer(found: dict[str, object], seconds: float, is_echo: Callable[[str], bool]) -> Answer:
    segments = [_segment(one, is_echo) for one in _objects(found.get("segments"))]
    if not isinstance(found.get("text"), str) and not any(one.text for one in segments):
        if "text" not in found and "segments" not in found:
            raise AnswerMisfit("answered with something that is no transcript")
        return Answer()
    said = _printable(found.get("text"))
    good = [one for one in segments if not one.made_up and one.text]
    text = " ".join(one.text for one in good) if any(one.text for one in segments) else said
    if is_echo(text) or is_repeating(text) or not _tokens(text):
        return Answer()
    if len(_tokens(text)) > FEW_WORDS + MOST_WORDS_PER_S * seconds:
        raise AnswerMisfit("answered with more words than can be spoken in that time")
    words = _believed(_words(found.get("words")), segments) or tuple(
        word for one in good for word in one.words
    )
    if words and _make_sense(words, seconds):
        return Answer(in_order(_with_text(text, words), seconds))
    spans = [one.span for one in good]
    if good and _in_time(spans, seconds):
        spread = [word for one in good for word in _spread(one.text, cast("Span", one.span))]
        return Answer(in_order(spread, seconds), rough=True)
    return Answer(in_order(_spread(text, Span(0.0, seconds)), seconds), rough=True)


# -------------------------------------------------------------------- reading
def _objects(found: object) -> list[dict[str, object]]:
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _printable(found: object) -> str:
    """A text as one line, without what can neither be shown nor kept."""
    if not isinstance(found, str):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in found).split())


def _number(found: object) -> float | None:
    if not isinstance(found, int | float) or isinstance(found, bool):
        return None
    try:
        number = float(found)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _segment(found: dict[str, object], is_echo: Callable[[str], bool]) -> _Segment:
    text = _printable(found.get("text"))
    start_s, end_s = _number(found.get("start")), _number(found.get("end"))
    span = Span(start_s, end_s) if start_s is not None and end_s is not None else None
    made_up = _is_doubtful(found) or is_echo(text) or is_repeating(text)
    return _Segment(text, span, _words(found.get("words")), made_up)


def _is_doubtful(found: dict[str, object]) -> bool:
    """Whether the server's own figures say that it made this up; without figures it did not."""
    probability = _number(found.get("avg_logprob"))
    silence = _number(found.get("no_speech_prob"))
    ratio = _number(found.get("compression_ratio"))
    unsure = probability is not None and probability < LEAST_LOG_PROBABILITY
    silent = silence is not None and silence > NO_SPEECH_SHARE
    return (unsure and silent) or (ratio is not None and ratio > REPEATING_RATIO)


def _words(found: object) -> tuple[Word, ...]:
    """Words with times; none at all where one has no time."""
    words = []
    for one in _objects(found):
        text = _printable(one.get("word", one.get("text")))
        start_s, end_s = _number(one.get("start")), _number(one.get("end"))
        if start_s is None or end_s is None:
            return ()
        if text:
            words.append(Word(text, start_s, end_s, _probability(one.get("probability"))))
    return tuple(words)


def _probability(found: object) -> float | None:
    number = _number(found)
    return number if number is not None and 0 <= number <= 1 else None


# -------------------------------------------------------------------- judging
def is_repeating(text: str) -> bool:
    """Whether a text goes round in circles, as Whisper does when it has lost its way."""
    letters = text.encode("utf-8", "replace")
    return bool(letters) and len(letters) / len(zlib.compress(letters)) > REPEATING_RATIO


def _believed(words: tuple[Word, ...], segments: Sequence[_Segment]) -> tuple[Word, ...]:
    """The words that are in no segment that was made up."""
    wrong = [one.span for one in segments if one.made_up and one.span is not None]
    return tuple(
        word
        for word in words
        if not any(s.start_s <= (word.start_s + word.end_s) / 2 <= s.end_s for s in wrong)
    )


def _make_sense(words: Sequence[Word], seconds: float) -> bool:
    return _in_time([Span(word.start_s, word.end_s) for word in words], seconds)


def _in_time(spans: Sequence[Span | None], seconds: float) -> bool:
    """Whether all spans are in what was sent, one after the other."""
    known = [span for span in spans if span is not None]
    return (
        len(known) == len(spans)
        and all(-SLACK_S <= one.start_s <= one.end_s <= seconds + SLACK_S for one in known)
        and all(after.start_s >= before.start_s - SLACK_S for before, after in pairwise(known))
        and (len(known) < 2 or any(one.end_s > one.start_s for one in known))
    )


# -------------------------------------------------------------------- putting together
def _tokens(text: str) -> list[str]:
    """The words of a text; punctuation on its own is none."""
    return [one[:MOST_LETTERS] for one in text.split() if _letters(one)]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


def _with_text(text: str, words: Sequence[Word]) -> list[Word]:
    """The words as the text writes them, with its punctuation, and their own times.

    Where text and words do not have the same letters, the words stay as they are.
    """
    tokens = _tokens(text)
    owners = [word for word in words for _ in _letters(word.text)]
    same = _letters("".join(tokens)) == _letters("".join(word.text for word in words))
    if not same or len(tokens) < _LEAST_TOKEN_SHARE * len(words):
        return [word for word in words if _letters(word.text)]
    timed, at = [], 0
    for token in tokens:
        here = owners[at : at + len(_letters(token))]
        at += len(here)
        sure = [word.probability for word in here if word.probability is not None]
        timed.append(Word(token, here[0].start_s, here[-1].end_s, min(sure, default=None)))
    return timed


def _spread(text: str, over: Span) -> list[Word]:
    """The words of a text, one after the other, each as long as its letters are many."""
    tokens = _tokens(text)
    total = sum(len(token) + 1 for token in tokens)
    words, at = [], 0
    for token in tokens:
        start_s = over.start_s + at / total * (over.end_s - over.start_s)
        at += len(token) + 1
        end_s = over.start_s + at / total * (over.end_s - over.start_s)
        words.append(Word(token, start_s, end_s))
    return words
