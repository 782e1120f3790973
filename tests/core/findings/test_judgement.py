from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybuilder.core.drafted import Change, Drafted
from storybuilder.core.findings.judgement import find, wanting
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.parts.hint import Hint
from storybuilder.core.report import Report, build_report
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from tests.builders import sentences_of, spoken, voiced
from tests.core.measured_answers import measured

GOOD = (
    "S "
    + "We had a till that lost orders every week in the winter of that year and nobody knew why",
    "T It fell to me to find out why within the month",
    "A " + "I asked the team and I wrote down each case and I then fixed the cable. " * 4,
    "R As a result lost orders fell from 30 to 9 a week and the owner kept the list ever since",
)


def test_a_missing_event_comes_before_everything() -> None:
    found = find(measured("- I would go.", "- I usually stay.", seconds=20))
    assert [f.code for f in found[:2]] == ["no_event", "missing_action"]
    assert not {"missing_situation", "missing_task"} & {f.code for f in found}


def test_what_is_left_out_is_wanting_all_the_same() -> None:
    general = measured("- I would go.", "- I usually stay.", seconds=20)
    told = {finding.code for finding in find(general) if finding.severity != "good"}
    assert told < wanting(general)
    assert {"missing_situation", "missing_task"} <= wanting(general) - told
    assert wanting(measured()) == frozenset()


def test_what_went_well_comes_last() -> None:
    severities = [finding.severity for finding in find(measured(*GOOD, seconds=100))]
    assert severities == sorted(severities, key=["fix", "note", "good"].index)
    assert 1 <= severities.count("good") <= 3


def test_at_most_one_finding_is_the_fix_and_it_is_the_first_that_deserves_it() -> None:
    found = find(measured("S we went", "A we ran, we sat, we ate, we saw", seconds=300))
    fixes = [finding.code for finding in found if finding.severity == "fix"]
    assert fixes == ["missing_result"]


def test_a_note_stays_a_note_when_nothing_deserves_a_fix() -> None:
    found = find(measured(*GOOD, seconds=100))
    assert [finding.code for finding in found if finding.severity == "fix"] == []


def test_a_changed_figure_is_the_fix_of_an_otherwise_good_answer() -> None:
    drafted = Drafted(said=(), missed=(), changed=(Change("from 30 to 8", "from 30 to 9", 400),))
    found = find(replace(measured(*GOOD), drafted=drafted))
    assert found[0].code == "figure_changed"


LADEN = (
    "S Our SLA and RFC were new and they failed to tell me",
    "A It was decided to wait, um, I think, maybe, I guess",
    "A Mistakes were made",
    "R Hopefully it went well",
)


@pytest.mark.parametrize("most", [0, 2, 4, 99])
def test_notes_are_capped_and_the_most_valuable_kept(most: int) -> None:
    every, kept = codes_with(99), codes_with(most)
    assert len(kept) == min(1 + most, len(every))
    assert kept == every[: len(kept)]


def capped(most: int) -> Thresholds:
    return Thresholds(most_notes=most, most_good=0)


def codes_with(most: int) -> list[str]:
    """What is found in an answer that has nearly everything to mend, under a cap."""
    return [finding.code for finding in find(measured(*LADEN, thresholds=capped(most)))]


def test_the_fix_is_told_even_where_no_note_is() -> None:
    found = find(measured(*LADEN, thresholds=capped(0)))
    assert [finding.severity for finding in found] == ["fix"]


def test_a_part_is_not_called_thin_and_short_of_its_share_at_once() -> None:
    told = ("S " + "w " * 70, "A We ran.", "R It fell by 9 days.")
    codes = [finding.code for finding in find(measured(*told, thresholds=capped(99)))]
    assert "action_low" in codes
    assert "thin_action" not in codes


def test_no_sentence_leaves_nothing_to_judge() -> None:
    assert find(measured()) == ()


def labelled_in_turn(
    sentences: Sequence[Sentence], _: Sequence[Hint] = ()
) -> tuple[LabelledSentence, ...]:
    """A labeller: situation, task, action, result, none, and again."""
    parts = [*Part, None]
    return tuple(
        LabelledSentence(sentence=sentence, part=parts[at % 5], confidence=0.5)
        for at, sentence in enumerate(sentences)
    )


def judged(text: str, *, aloud: bool) -> Report:
    heard = spoken(text, words_per_minute=190, gap_s=0.01) if aloud else None
    return build_report(
        file="a",
        text=heard.text if heard else text,
        sentences=[s for s in sentences_of(heard.text if heard else text) if s.text.strip()],
        target=DEFAULT_TARGET,
        words_per_minute=140,
        thresholds=Thresholds(most_notes=99, hedges_least=1, burst_fillers=1),
        labeller=labelled_in_turn,
        transcript=heard,
        voice=voiced(90, (0, 10), (20, 80)) if aloud else None,
        question="A time you failed",
    )


SAID = st.sampled_from(
    sorted(
        {"I", "we", "um,", "like", "you know", "I think", "it was decided", "SLA", "they failed to"}
        | {
            "19 %",
            "fell",
            "usually",
            "I would",
            "\n",
            "improved a lot.",
            "“quoted",
            "”",
            '"',
            "...",
        }
    )
)
ANY_ANSWER = st.one_of(st.text(), st.lists(SAID, max_size=60).map(" ".join))


@settings(deadline=None)
@given(ANY_ANSWER, st.booleans())
def test_whatever_was_told_is_judged_within_its_words(text: str, aloud: bool) -> None:
    report = judged(text, aloud=aloud)
    spans = [span for finding in report.findings for span in finding.evidence]
    assert all(0 <= start < end <= len(report.text) for start, end in spans)
    assert sum(finding.severity == "fix" for finding in report.findings) <= 1
    total = sum(measure.share for measure in report.parts.values())
    whole = all(sentence.part for sentence in report.sentences)
    assert total in (0, pytest.approx(1)) if whole else total <= 1 + 1e-9
