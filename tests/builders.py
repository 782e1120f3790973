"""Short ways to say "a story, a transcript, a take like this" in tests."""

from datetime import UTC, datetime
from itertools import accumulate, pairwise

from storybuilder.core.delivery import measure_wording
from storybuilder.core.length import DEFAULT_TARGET, judge_length
from storybuilder.core.ownership import Ownership
from storybuilder.core.parts.part_measure import measure_parts
from storybuilder.core.question import Question, QuestionId
from storybuilder.core.report import Report
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.core.take import Take, TakeId, TakeState
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def story(id: str = "s1", **fields: object) -> Story:
    """A story; every field but the id may be left out."""
    given = {"id": StoryId(id), "created_at": NOON, "changed_at": NOON, **fields}
    return Story(**given)  # type: ignore[arg-type]


def question(id: str = "q1", **fields: object) -> Question:
    """A question of the person's own."""
    given = {"id": QuestionId(id), "text": f"Why {id}?", **fields}
    return Question(**given)  # type: ignore[arg-type]


def take(id: str = "t1", **fields: object) -> Take:
    """A take that waits for its words."""
    given = {
        "id": TakeId(id),
        "recorded_at": NOON,
        "state": TakeState.WAITING,
        "target": DEFAULT_TARGET,
        **fields,
    }
    return Take(**given)  # type: ignore[arg-type]


def spoken(text: str, *, words_per_minute: float = 120, gap_s: float = 0.0) -> Transcript:
    """Say `text` at an even pace, with `gap_s` of silence after each word."""
    step_s = 60 / words_per_minute
    return Transcript(
        tuple(
            Word(word, round(i * step_s, 6), round((i + 1) * step_s - gap_s, 6))
            for i, word in enumerate(text.split())
        )
    )


def voiced(duration_s: float, *spans: tuple[float, float]) -> Voice:
    """A recording with a voice in these spans; without any, from start to end."""
    return Voice(duration_s, tuple(Span(a, b) for a, b in spans or ((0.0, duration_s),)), -3.0)


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Every line of a text as one sentence."""
    sentences, at = [], 0
    for line in text.split("\n"):
        sentences.append(Sentence(line, at, at + len(line)))
        at += len(line) + 1
    return tuple(sentences)


def labelled_as(
    *told: str, times: tuple[tuple[float, float], ...] = ()
) -> tuple[LabelledSentence, ...]:
    """Sentences written as "S I was there": the first letter is the part, "-" tells none."""
    parts = {"S": Part.SITUATION, "T": Part.TASK, "A": Part.ACTION, "R": Part.RESULT, "-": None}
    sentences = sentences_of("\n".join(line[2:] for line in told)) if told else ()
    return tuple(
        LabelledSentence(
            sentence=sentence,
            part=parts[line[0]],
            confidence=1.0,
            start_s=times[at][0] if times else None,
            end_s=times[at][1] if times else None,
        )
        for at, (sentence, line) in enumerate(zip(sentences, told, strict=True))
    )


def report(*told: str, **fields: object) -> Report:
    """A report of a take that told these lines (see `labelled_as`), half a second a word.

    Nothing else was found in it; every field may be given.
    """
    counts = [len(line.split()) - 1 for line in told]
    ends_s = [total / 2 for total in accumulate(counts, initial=0)]
    labelled = labelled_as(*told, times=tuple(pairwise(ends_s))) if told else ()
    given = {
        "file": "",
        "text": "\n".join(one.sentence.text for one in labelled),
        "words": sum(counts),
        "duration_s": ends_s[-1],
        "estimated_duration_s": ends_s[-1],
        "length": judge_length(ends_s[-1], DEFAULT_TARGET, Thresholds()),
        "sentences": labelled,
        "parts": measure_parts(labelled, Thresholds()),
        "quantities": (),
        "delivery": measure_wording(""),
        "ownership": Ownership(i=0, we=0),
        "drafted": None,
        "findings": (),
        **fields,
    }
    return Report(**given)  # type: ignore[arg-type]
