import json
from dataclasses import replace

from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.report import build_report
from storybuilder.core.report_document import Document, report_document
from storybuilder.core.threshold import Thresholds
from storybuilder.core.voice import Span
from tests.builders import sentences_of, spoken, story, voiced
from tests.labeller import LABELLER
from tests.outcomes import OUTCOMES

ANSWER = (
    "Two years ago I was working at a bakery where, um, the orders were often wrong.\n"
    "My task was to halve the wrong orders before the holidays.\n"
    "I asked the drivers to photograph every crate and I wrote a list for the packers.\n"
    "As a result wrong orders fell by 50 % and the owner thanked me."
)
DRAFT = story(
    situation="Two years ago a bakery sent out wrong orders.",
    task="In 3 weeks.",
    action="I asked the drivers at Nordlys to photograph every crate.",
    result="It fell by 15 %.",
    must_land="The owner thanked me.",
)
HEARD = spoken(ANSWER, words_per_minute=120)
PARTS = ["situation", "task", "action", "result"]


def document(*, spoken_aloud: bool) -> Document:
    report = build_report(
        file="answer.wav",
        text=HEARD.text,
        sentences=sentences_of(ANSWER),
        target=DEFAULT_TARGET,
        words_per_minute=120,
        thresholds=Thresholds(),
        labeller=LABELLER.label,
        outcomes=OUTCOMES,
        transcript=HEARD if spoken_aloud else None,
        voice=voiced(40, (0, 20), (24, 38)) if spoken_aloud else None,
        story=DRAFT if spoken_aloud else None,
    )
    perhaps = (Span(20.4, 20.8),) if spoken_aloud else ()
    delivery = replace(report.delivery, possible_fillers=perhaps)
    return report_document(replace(report, delivery=delivery))


def shape(value: object) -> object:
    """The names in their order, with the type of each value; of a list, its first item."""
    if isinstance(value, dict):
        return {name: shape(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return type(value).__name__


PART = {
    "present": "bool",
    "words": "int",
    "seconds": "float",
    "share": "float",
    "verdict": "str",
}
SHAPE = {
    "schema": "int",
    "file": "str",
    "words": "int",
    "duration_s": "int",
    "estimated_duration_s": "float",
    "length": {"target_s": ["int"], "verdict": "str"},
    "sentences": [
        {
            "text": "str",
            "start_char": "int",
            "end_char": "int",
            "start_s": "float",
            "end_s": "float",
            "part": "str",
            "confidence": "float",
        }
    ],
    "parts": dict.fromkeys(PARTS, PART),
    "missing": [],
    "quantities": [
        {
            "text": "str",
            "start_char": "int",
            "end_char": "int",
            "kind": "str",
            "is_result": "bool",
        }
    ],
    "quantified_result": "bool",
    "delivery": {
        "words_per_minute": "float",
        "fillers": [{"text": "str", "start_char": "int", "start_s": "float"}],
        "fillers_per_minute": "float",
        "possible_fillers": [{"start_s": "float", "end_s": "float"}],
        "long_pauses": [{"start_s": "int", "end_s": "int"}],
        "speaking_share": "float",
    },
    "ownership": {"i": "int", "we": "int", "i_share": "float"},
    "drafted": {
        "said": ["str"],
        "missed": ["str"],
        "changed": [{"drafted": "str", "said": "str"}],
        "beats": [
            {"text": "str", "part": "str", "said": "bool", "start_char": "int", "end_char": "int"}
        ],
        "must_land": {"drafted": "str", "verdict": "str", "said": "str", "start_char": "int"},
    },
    "findings": [
        {
            "code": "str",
            "severity": "str",
            "message": "str",
            "evidence": [["int"]],
            "source": "str",
        }
    ],
    "text": "str",
}


def test_a_take_has_exactly_the_shape_of_schema_1() -> None:
    found = shape(document(spoken_aloud=True))
    assert json.dumps(found) == json.dumps(SHAPE)


def test_it_is_json_that_reads_back_the_same() -> None:
    whole = document(spoken_aloud=True)
    assert json.loads(json.dumps(whole)) == whole


def test_a_text_has_no_seconds_and_no_rates() -> None:
    text = json.loads(json.dumps(document(spoken_aloud=False)))
    assert text["duration_s"] is text["drafted"] is None
    assert {sentence["start_s"] for sentence in text["sentences"]} == {None}
    assert {text["parts"][part]["seconds"] for part in PARTS} == {None}
    assert text["delivery"]["words_per_minute"] is None
    assert text["delivery"]["fillers"] == [{"text": "um", "start_char": 47, "start_s": None}]


def test_every_place_indexes_the_text_it_carries() -> None:
    whole = json.loads(json.dumps(document(spoken_aloud=True)))
    for quantity in whole["quantities"]:
        at = slice(quantity["start_char"], quantity["end_char"])
        assert whole["text"][at] == quantity["text"]
    assert all(
        0 <= a < b <= len(whole["text"]) for f in whole["findings"] for a, b in f["evidence"]
    )
    line = whole["drafted"]["must_land"]
    assert whole["text"][line["start_char"] :].startswith(line["said"])


def test_figures_are_rounded_to_what_they_can_say() -> None:
    whole = json.loads(json.dumps(document(spoken_aloud=True)))
    assert whole["parts"]["action"]["share"] == round(whole["parts"]["action"]["share"], 3)
    assert whole["schema"] == 1


def test_names_stand_beside_the_figures_and_sentences_in_a_list_of_their_own() -> None:
    whole = json.loads(json.dumps(document(spoken_aloud=True)))["drafted"]
    assert whole["missed"] == ["3 weeks", "Nordlys"]
    told = [beat["part"] for beat in whole["beats"] if beat["said"]]
    assert told == ["situation", "action", "result"]
