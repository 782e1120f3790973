"""The coach's answers: what is read, what is refused, and never with the words in the reason."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.answer import (
    ECHO_WORDS,
    LONGEST_TEXT,
    MOST_ITEMS,
    AnswerMisshapen,
    Interviewed,
    Point,
    PointKind,
    Probe,
    Probes,
    Review,
    Shown,
    Suggested,
    Tightened,
    read_answer,
    schema_of,
    texts_of,
    with_texts,
)
from storybuilder.core.coaching.help import Help
from storybuilder.core.story import Part

PROBE = {"text": "How many were you?", "quote": "we were few", "hardness": 2, "why": "Scale."}
POINT = {"part": "result", "kind": "change", "quote": "it went well", "says": "Say how well."}
GOOD: dict[Help, dict[str, object]] = {
    Help.INTERVIEW: {"question": "How many?", "why": "A number convinces.", "draft": ""},
    Help.TIGHTEN: {"situation": "We were late.", "task": "", "action": "I cut.", "result": "Done."},
    Help.SUGGEST: {
        "competencies": [{"id": "delivery", "quote": "we were late"}],
        "headline": "The late release",
        "must_land": "",
    },
    Help.PROBE: {"questions": [PROBE]},
    Help.REVIEW: {"points": [POINT], "fix": "Give the number."},
    Help.NEXT_QUESTION: {"question": "Who decided?", "quote": "it was decided", "why": "Role."},
}
GERMAN = (
    "Wir haben die Lieferung dann doch noch rechtzeitig geschafft, weil alle Kolleginnen abends "
    "länger geblieben sind und mir geholfen haben"
)


def read(help: Help, **changes: object) -> object:
    return read_answer(help, json.dumps({**GOOD[help], **changes}))


@pytest.mark.parametrize("help", Help)
def test_every_help_has_an_answer_that_is_read(help: Help) -> None:
    assert texts_of(read_answer(help, json.dumps(GOOD[help])))


def test_answers_become_values() -> None:
    assert read(Help.INTERVIEW) == Interviewed("How many?", "A number convinces.", "")
    assert read(Help.PROBE) == Probes((Probe("How many were you?", "we were few", 2, "Scale."),))
    point = Point(Part.RESULT, PointKind.CHANGE, "it went well", "Say how well.")
    assert read(Help.REVIEW) == Review((point,), "Give the number.")
    shown = Shown("delivery", "we were late")
    assert read(Help.SUGGEST) == Suggested((shown,), "The late release", "")


def test_white_space_around_texts_goes() -> None:
    tightened = read(Help.TIGHTEN, situation=" We were late.\n")
    assert isinstance(tightened, Tightened)
    assert tightened.text_of(Part.SITUATION) == "We were late."


@pytest.mark.parametrize("help", Help)
def test_the_schema_asks_for_every_key_and_no_other(help: Help) -> None:
    schema = schema_of(help)
    assert schema["required"] == list(GOOD[help])
    assert schema["additionalProperties"] is False


def test_the_schema_names_what_a_point_may_be() -> None:
    points = schema_of(Help.REVIEW)["properties"]["points"]  # type: ignore[index]
    assert points["items"]["properties"]["kind"] == {"type": "string", "enum": ["worked", "change"]}


@pytest.mark.parametrize("help", Help)
def test_a_missing_key_is_refused_by_its_name(help: Help) -> None:
    name = next(iter(GOOD[help]))
    cut = {key: value for key, value in GOOD[help].items() if key != name}
    with pytest.raises(AnswerMisshapen, match=name):
        read_answer(help, json.dumps(cut))


@pytest.mark.parametrize(
    ("help", "changes", "told"),
    [
        (Help.INTERVIEW, {"draft": "I led it."}, "either ask or draft"),
        (Help.INTERVIEW, {"question": " "}, "either ask or draft"),
        (Help.TIGHTEN, dict.fromkeys(("situation", "action", "result"), ""), "leaves nothing"),
        (Help.TIGHTEN, {"action": ["I cut."]}, "action"),
        (Help.PROBE, {"questions": []}, "asks nothing"),
        (Help.PROBE, {"questions": [{**PROBE, "hardness": 6}]}, "harder than 5"),
        (Help.PROBE, {"questions": [{**PROBE, "hardness": "hard"}]}, "whole number"),
        (Help.PROBE, {"questions": [{**PROBE, "text": ""}]}, "empty"),
        (Help.PROBE, {"questions": [PROBE] * (MOST_ITEMS + 1)}, "more than"),
        (Help.REVIEW, {"points": []}, "no point"),
        (Help.REVIEW, {"points": [{**POINT, "part": "lesson"}]}, "points"),
        (Help.REVIEW, {"points": [{**POINT, "kind": "bad"}]}, "worked, change"),
        (Help.NEXT_QUESTION, {"question": ""}, "asks nothing"),
        (Help.TIGHTEN, {"result": "x" * (LONGEST_TEXT + 1)}, "longer than"),
        (Help.TIGHTEN, {"result": GERMAN}, "not in English"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(
    help: Help, changes: dict[str, object], told: str
) -> None:
    with pytest.raises(AnswerMisshapen, match=told):
        read(help, **changes)


@pytest.mark.parametrize("text", ["", "Sorry, I cannot.", '{"question": "Wh', "[]", "null", "3"])
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(AnswerMisshapen):
        read_answer(Help.INTERVIEW, text)


def test_a_bottomless_answer_is_refused() -> None:
    with pytest.raises(AnswerMisshapen):
        read_answer(Help.INTERVIEW, "[" * 100_000)


def test_an_echo_of_the_instructions_is_refused_and_a_few_shared_words_are_not() -> None:
    instructions = "You ask one question at a time and you draft the part from the answers given"
    words = instructions.split()
    echo = json.dumps({**GOOD[Help.INTERVIEW], "question": " ".join(words[:ECHO_WORDS])})
    with pytest.raises(AnswerMisshapen, match="repeats its instructions"):
        read_answer(Help.INTERVIEW, echo, instructions)
    short = json.dumps({**GOOD[Help.INTERVIEW], "question": " ".join(words[: ECHO_WORDS - 1])})
    assert read_answer(Help.INTERVIEW, short, instructions)


@given(st.text(max_size=200))
def test_a_reason_never_carries_the_words(words: str) -> None:
    secret = f"Zanzibar {words}"
    with pytest.raises(AnswerMisshapen) as refused:
        read(Help.PROBE, questions=[{**PROBE, "hardness": secret}])
    assert "Zanzibar" not in str(refused.value)


def test_every_text_of_an_answer_can_be_changed_and_nothing_else() -> None:
    shouted = with_texts(read(Help.REVIEW), str.upper)  # type: ignore[arg-type]
    point = Point(Part.RESULT, PointKind.CHANGE, "IT WENT WELL", "SAY HOW WELL.")
    assert shouted == Review((point,), "GIVE THE NUMBER.")
