from dataclasses import replace

import pytest

from storybuilder.core.delivery import Delivery, Filler
from storybuilder.core.findings.delivery_findings import (
    find_bursts,
    find_fillers,
    find_long_pauses,
    find_pace,
)
from storybuilder.core.findings.measured import Measured
from storybuilder.core.voice import Span
from tests.builders import spoken, voiced
from tests.core.measured_answers import heard, measured


def with_fillers(*seconds: float, per_minute: float | None = None) -> Measured:
    fillers = tuple(Filler("um", 3 * at, second) for at, second in enumerate(seconds))
    delivery = Delivery(
        words_per_minute=140,
        fillers=fillers,
        fillers_per_minute=per_minute,
        long_pauses=(),
        speaking_share=None,
    )
    return measured("A " + "um " * len(seconds), delivery=delivery)


@pytest.mark.parametrize(
    ("per_minute", "severities"),
    [(5, []), (5.1, ["note"]), (8, ["note"]), (8.1, ["fix"]), (None, [])],
)
def test_only_many_fillers_are_mentioned(per_minute: float | None, severities: list[str]) -> None:
    found = find_fillers(with_fillers(1, 30, per_minute=per_minute))
    assert [finding.severity for finding in found] == severities


def test_possible_fillers_are_told_beside_the_sure_ones_and_change_nothing_else() -> None:
    said = with_fillers(1, 30, per_minute=5.1)
    sounds = (Span(3, 3.4), Span(8, 8.4))
    perhaps = replace(said, delivery=replace(said.delivery, possible_fillers=sounds))
    (sure,), (more,) = find_fillers(said), find_fillers(perhaps)
    assert more == replace(sure, measure=f"{sure.measure}; perhaps 2 more")


@pytest.mark.parametrize(
    ("seconds", "found"),
    [((1, 6, 11), 1), ((1, 6, 11.1), 0), ((1, 2), 0), ((1, 20, 22, 24, 60), 1)],
)
def test_three_fillers_within_ten_seconds_are_a_burst(
    seconds: tuple[float, ...], found: int
) -> None:
    assert len(list(find_bursts(with_fillers(*seconds)))) == found


def test_the_densest_burst_is_pointed_to() -> None:
    (finding,) = find_bursts(with_fillers(1, 4, 8, 30, 31, 32, 33))
    assert finding.at_s == 30
    assert len(finding.evidence) == 4


def test_the_longest_pause_is_named_with_the_word_after_it() -> None:
    words = spoken("I asked them", words_per_minute=10, gap_s=3.5)
    (finding,) = find_long_pauses(heard(words, voiced(20, (0, 2), (5, 8), (12, 18))))
    assert "the longest 4.0 s" in finding.measure
    assert finding.at_s == 8
    assert finding.evidence == ((8, 12),)


def test_a_fluent_take_has_no_pause_to_mention() -> None:
    assert list(find_long_pauses(heard(spoken("I asked them"), voiced(2)))) == []


@pytest.mark.parametrize(
    ("words_per_minute", "codes"), [(100, ["pace_slow"]), (140, []), (200, ["pace_fast"])]
)
def test_a_sustained_pace_is_mentioned(words_per_minute: float, codes: list[str]) -> None:
    answer = heard(spoken("word " * 120, words_per_minute=words_per_minute))
    assert [finding.code for finding in find_pace(answer)] == codes


def test_a_text_has_no_pace() -> None:
    assert list(find_pace(measured("A I asked."))) == []


def test_the_commonest_fillers_are_named_with_how_often() -> None:
    (finding,) = find_fillers(with_fillers(1, 30, per_minute=6))
    assert finding.message.startswith("Pause where you say “um”")
    assert finding.measure.endswith("6 a minute: um 2")


@pytest.mark.parametrize(("aloud", "least"), [(True, "At least 20"), (False, "20")])
def test_of_a_recording_fillers_are_at_least_so_many(aloud: bool, least: str) -> None:
    answer = heard(spoken("um " * 20, words_per_minute=60), voiced(20))
    (finding,) = find_fillers(answer if aloud else replace(answer, transcript=None))
    assert finding.measure.startswith(f"{least}\N{NO-BREAK SPACE}fillers")


def test_a_burst_is_quoted() -> None:
    answer = heard(spoken("I um went um to um her and stayed there for a long while after"))
    (finding,) = find_bursts(answer)
    assert finding.message == "Say “um went um to um” once more with pauses."


def test_a_pause_is_told_by_the_words_around_it() -> None:
    words = spoken("I asked them", words_per_minute=10, gap_s=3.5)
    (finding,) = find_long_pauses(heard(words, voiced(20, (0, 2), (5, 8), (12, 18))))
    assert finding.message == "After “I asked” know what comes next: “them”."


def test_a_sustained_pace_is_told_by_where_it_begins() -> None:
    answer = heard(spoken("word " * 120, words_per_minute=200))
    (finding,) = find_pace(answer)
    assert finding.message.startswith("Slow down from “word word")
    assert finding.evidence[0][0] == 0
