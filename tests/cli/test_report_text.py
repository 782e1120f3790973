"""The text of a report, from values made here: nothing is read or heard."""

from dataclasses import replace

import pytest

from storybuilder.adapters.parser import SpacyParser
from storybuilder.cli.report_text import WIDTH, report_text
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.report import Report, build_report
from storybuilder.core.story import Story
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Span
from tests.builders import spoken, story
from tests.labeller import LABELLER
from tests.outcomes import OUTCOMES

ANSWER = (
    "In 2024 our support queue had grown to 900 tickets. My task was to halve it. "
    "I sorted the tickets by cause. I wrote three macros. We trained four people. "
    "As a result the queue fell by 60 %."
)


def report(
    text: str = ANSWER, transcript: Transcript | None = None, draft: Story | None = None
) -> Report:
    return build_report(
        file="answer.txt",
        text=text,
        sentences=SpacyParser().sentences(text),
        target=DEFAULT_TARGET,
        words_per_minute=140,
        thresholds=Thresholds(),
        labeller=LABELLER.label,
        outcomes=OUTCOMES,
        transcript=transcript,
        story=draft,
    )


def lines(judged: Report) -> list[str]:
    return report_text(judged, Thresholds()).replace("\u00a0", " ").splitlines()


def heard(words_per_minute: float = 150, gap_s: float = 0.0) -> Report:
    transcript = spoken(ANSWER, words_per_minute=words_per_minute, gap_s=gap_s)
    return report(transcript.text, transcript)


def line_with(judged: Report, start: str) -> str:
    (found,) = [line for line in lines(judged) if line.startswith(start)]
    return found


def test_the_head_names_the_file_its_length_and_its_target() -> None:
    judged = report()
    assert lines(judged)[0] == "answer.txt"
    assert lines(judged)[1] == "0:16 to say it, 38 words; 1:44 short of your band (2:00-3:00)"


def test_a_spoken_answer_has_a_measured_length() -> None:
    assert lines(heard())[1].startswith("0:16 spoken, ")


def test_every_part_has_its_line_with_the_recommended_share() -> None:
    judged = report()
    assert line_with(judged, "  Situation").split()[-2:] == ["25", "%"]
    assert "missing" not in line_with(judged, "  Task")
    assert line_with(judged, "  Action").endswith("recommended 50 % to 70 %")
    assert line_with(judged, "  Result")


def test_seconds_of_a_part_are_shown_only_when_they_were_spoken() -> None:
    assert ":" not in line_with(report(), "  Action")
    assert "0:0" in line_with(heard(), "  Action")


def test_numbers_are_counted_and_those_of_the_result_named() -> None:
    judged = report()
    told = f"Numbers: {len(judged.quantities)} numbers, in the result: 60 %."
    assert line_with(judged, "Numbers") == told


def test_an_answer_without_numbers_says_so() -> None:
    assert line_with(report("I led the team. It went well."), "Numbers") == "Numbers: none."


def test_numbers_outside_the_result_are_told_as_such() -> None:
    judged = report("We had 900 tickets in the queue. I sorted all of them.")
    assert line_with(judged, "Numbers") == "Numbers: 1 number, none in the result."


@pytest.mark.parametrize(("pace", "told"), [(150, "150"), (200, "200")])
def test_pace_is_told_of_speech(pace: float, told: str) -> None:
    assert line_with(heard(pace), "Pace") == f"Pace: {told} words a minute."


def test_pace_is_not_told_of_a_text() -> None:
    assert not [line for line in lines(report()) if line.startswith("Pace")]


def test_fillers_are_told_only_when_there_are_some() -> None:
    assert not [line for line in lines(report()) if line.startswith("Fillers")]
    judged = report("Um, I led the team. I, uh, wrote a plan for all of it.")
    assert line_with(judged, "Fillers") == "Fillers: 2."


def test_of_a_recording_fillers_are_the_least_there_were() -> None:
    transcript = spoken("Um, I led the team. I, uh, wrote a plan for all of it.")
    judged = report(transcript.text, transcript)
    assert line_with(judged, "Fillers") == "Fillers: at least 2."


@pytest.mark.parametrize(
    ("sure", "told"),
    [("Um, I", "Fillers: at least 1, perhaps 1 more."), ("I", "Fillers: perhaps 1.")],
)
def test_sounds_that_may_be_fillers_are_told_apart(sure: str, told: str) -> None:
    transcript = spoken(f"{sure} led the team for all of it.", words_per_minute=20)
    judged = report(transcript.text, transcript)
    perhaps = replace(judged.delivery, possible_fillers=(Span(3, 3.4),))
    assert line_with(replace(judged, delivery=perhaps), "Fillers") == told


def test_the_actors_of_the_action_are_counted() -> None:
    assert line_with(report(), "In the action") == "In the action: I 2, we 1."


def test_the_draft_is_compared_figure_by_figure() -> None:
    draft = story(situation="We had 900 tickets.", result="The queue fell by 50 %, in 3 weeks.")
    judged = report(draft=draft)
    assert line_with(judged, "Drafted and changed") == "Drafted and changed: 50 % became 60 %."
    assert line_with(judged, "Drafted and missed") == "Drafted and missed: 3 weeks."
    assert line_with(judged, "Drafted and said") == "Drafted and said: 900 tickets."


def test_without_a_draft_nothing_is_compared() -> None:
    assert not [line for line in lines(report()) if line.startswith("Drafted")]


def test_exactly_one_finding_is_the_fix() -> None:
    judged = report("I led the team. I wrote a plan.")
    assert judged.fix is not None
    flat = " ".join(" ".join(lines(judged)).split())
    assert f"! {judged.fix.message} <- the one fix" in flat
    assert flat.count("<- the one fix") == 1


def test_every_finding_shows_its_figures_and_its_source() -> None:
    judged = report()
    flat = " ".join(" ".join(lines(judged)).split())
    for finding in judged.findings:
        assert finding.measure.replace("\u00a0", " ") in flat
        assert f"Source: {finding.source}".replace("\u00a0", " ")[:40] in flat


def test_a_finding_says_when_to_listen() -> None:
    judged = heard()
    timed = replace(judged, findings=(replace(judged.findings[0], at_s=12.4),))
    assert [line for line in lines(timed) if line.endswith("(at 0:12)")]


def test_what_stands_below_a_finding_fits_the_width() -> None:
    told = lines(
        report("I led the team and we improved everything for all of the customers a lot.")
    )
    below = [line for line in told if line.startswith(("  ", "! ", "- ", "+ "))]
    assert all(len(line) <= WIDTH for line in below)


DRAFT = story(
    situation="Our support queue at Nordlys had 900 tickets.",
    action="I sorted the tickets by cause.\nI phoned every customer who had waited for a month.",
    result="The queue fell by 50 %.",
    must_land="Sort before you answer.",
)


def test_the_draft_is_told_changed_then_missed_then_the_line_then_said() -> None:
    told = report_text(report(draft=DRAFT), Thresholds()).replace("\u00a0", " ")
    order = [
        "Drafted and changed: 50 % became 60 %.",
        "Drafted and missed: Nordlys.",
        "Drafted and missed in the action: “I phoned every customer",
        "Must-land line: not said.",
        "Drafted and said: 900 tickets.",
    ]
    places = [told.index(words) for words in order]
    assert places == sorted(places)
    assert all(len(line) <= WIDTH for line in told.splitlines() if line.startswith("Drafted"))


def test_a_line_said_otherwise_shows_its_words() -> None:
    line = "Macros that three people wrote halve any queue."
    told = lines(report(draft=story(result="It fell.", must_land=line)))
    assert [one for one in told if one.startswith("Must-land line: said in other words: “")]


def test_without_a_draft_nothing_is_said_of_one() -> None:
    assert not [line for line in lines(report()) if line.startswith(("Drafted", "Must-land"))]
