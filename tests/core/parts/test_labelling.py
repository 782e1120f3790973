from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.hint import Hint
from storybuilder.core.parts.labelling import decide
from storybuilder.core.parts.presence import Presence
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from tests.builders import sentences_of

EVIDENCE = 46
ALWAYS = Presence(30.0, (0.0,) * EVIDENCE, 0.5)
NEVER = Presence(-30.0, (0.0,) * EVIDENCE, 0.5)


def row(label: str, sure: float = 0.76) -> dict[str, float]:
    """A sentence that is most likely of one label."""
    return {other: sure if other == label else (1 - sure) / 4 for other in LABELS}


def decided(
    table: Sequence[dict[str, float]], *, without: str = "", hints: Sequence[Hint] = ()
) -> tuple[LabelledSentence, ...]:
    sentences = sentences_of("\n".join("We waited." for _ in table))
    presences = {label: NEVER if label in without else ALWAYS for label in LABELS[:4]}
    return decide(sentences, table, presences, hints)


def hint(label: str, weight: float, surely: str = "") -> Hint:
    return Hint({**dict.fromkeys(LABELS, 1.0), label: weight}, surely)


def parts(labelled: Sequence[LabelledSentence]) -> list[Part | None]:
    return [one.part for one in labelled]


def test_each_sentence_gets_its_likeliest_label() -> None:
    assert parts(decided([row(label) for label in "STAARO"])) == [
        *(Part.SITUATION, Part.TASK, Part.ACTION, Part.ACTION, Part.RESULT, None)
    ]


def test_a_part_that_is_not_told_labels_no_sentence() -> None:
    table = [row("S"), {**row("T", 0.6), "A": 0.3}, row("A"), row("R")]
    assert parts(decided(table, without="T"))[1] is Part.ACTION


def test_a_part_that_is_told_labels_its_likeliest_sentence() -> None:
    table = [row("S"), {**row("S", 0.6), "T": 0.3}, row("A"), row("R")]
    assert parts(decided(table))[1] is Part.TASK


def test_a_part_does_not_take_the_only_sentence_of_another() -> None:
    assert parts(decided([row("A")], without="STR")) == [Part.ACTION]
    assert Part.ACTION in parts(decided([row("A"), row("O")], without="TR"))


def test_the_confidence_is_the_probability_of_the_label_given() -> None:
    assert [one.confidence for one in decided([row("S"), row("T"), row("A"), row("R")])] == [
        0.76
    ] * 4


def test_a_hint_moves_a_sentence_to_its_part() -> None:
    table = [row("S"), row("A"), row("A"), row("R")]
    hints = [Hint(), hint("T", 100.0), Hint(), Hint()]
    assert parts(decided(table, without="T", hints=hints))[1] is Part.ACTION
    assert parts(decided(table, hints=hints)) == list(Part)


def test_a_part_that_is_surely_told_is_told_whatever_presence_says() -> None:
    hints = [Hint(), hint("T", 1000.0, surely="T"), Hint()]
    assert parts(decided([row("S"), row("A"), row("A")], without="TR", hints=hints)) == [
        *(Part.SITUATION, Part.TASK, Part.ACTION)
    ]


def test_hints_that_say_nothing_change_nothing() -> None:
    table = [row(label) for label in "STAARO"]
    told = decided(table, hints=[Hint()] * len(table))
    assert parts(told) == parts(decided(table))


def test_no_sentence_gives_no_label() -> None:
    assert decide([], [], {}) == ()


@given(st.lists(st.sampled_from(LABELS), min_size=4, max_size=12), st.sampled_from(["", "S", "TR"]))
def test_what_is_told_and_nothing_else_is_labelled(labels: list[str], without: str) -> None:
    given_parts = {
        part.value[0].upper()
        for part in parts(decided(list(map(row, labels)), without=without))
        if part
    }
    assert given_parts == set(LABELS[:4]) - set(without)


@pytest.mark.parametrize(("sure", "told"), [(0.49, False), (0.5, True)])
def test_presence_is_told_from_its_least_probability_on(sure: float, told: bool) -> None:
    from math import log

    assert Presence(log(sure / (1 - sure)), (), 0.5).tells(()) is told
