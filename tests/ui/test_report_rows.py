from dataclasses import replace
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.delivery import Delivery, Filler, measure_wording
from storybuilder.core.drafted import Change, Drafted
from storybuilder.core.findings.finding import Finding
from storybuilder.core.follow_up import FollowUp
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.quantities.quantity import Quantity
from storybuilder.core.report import Report
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span
from storybuilder.ui.labels import NO_BREAK
from storybuilder.ui.report_rows import (
    INSET_WORDS,
    FindingRow,
    PartTime,
    Run,
    Stretch,
    finding_rows,
    follow_up_row,
    part_times,
    passages,
    spoken_s,
    standing,
    stretches,
    voice_note,
)
from tests.builders import report, spoken, voiced

LINES = st.lists(
    st.tuples(st.sampled_from("STAR-"), st.lists(st.sampled_from(["um", "8 %", "I led"]))).map(
        lambda line: f"{line[0]} {' '.join(['so', *line[1]])}"
    ),
    max_size=8,
)
TALK = ("S We were late.", "A I led.", "A I cut it.", "- Right.", "A I ran it.", "R It held.")


def quantity(start_char: int, end_char: int) -> Quantity:
    return Quantity(
        text="",
        start_char=start_char,
        end_char=end_char,
        kind="percent",
        value=8.0,
        unit="%",
        is_result=True,
    )


def said(fillers: tuple[Filler, ...] = (), pauses: tuple[Span, ...] = ()) -> Delivery:
    return replace(measure_wording(""), fillers=fillers, long_pauses=pauses)


def as_text(of: Report) -> Report:
    """The same report of something that was only written."""
    return replace(
        of,
        duration_s=None,
        sentences=tuple(replace(one, start_s=None, end_s=None) for one in of.sentences),
        parts={part: replace(one, seconds=None) for part, one in of.parts.items()},
    )


def runs(of: Report) -> list[Run]:
    """Every run of a report whose words were spoken two a second."""
    return [run for one in passages(of, spoken(of.text)) for run in one.runs]


@st.composite
def marked_reports(draw: st.DrawFn) -> Report:
    """Reports with marks and pauses anywhere, also where they make no sense."""
    told = draw(LINES)
    text = report(*told).text
    chars = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(chars, chars).map(sorted), max_size=6))
    fillers = draw(st.lists(st.tuples(chars, chars).map(sorted), max_size=4))
    pauses = draw(st.lists(st.floats(0, 20), max_size=4).map(sorted))
    return report(
        *told,
        quantities=tuple(quantity(low, high) for low, high in spans),
        delivery=said(
            tuple(Filler(text[low:high], low, None) for low, high in fillers),
            tuple(Span(at_s, at_s + 3) for at_s in pauses),
        ),
    )


# ---------------------------------------------------------------- lengths
@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "2:00 short of your band"),
        (119, "1 s short of your band"),
        (119.4, "1 s short of your band"),
        (119.6, "in your band"),
        (120, "in your band"),
        (180, "in your band"),
        (180.4, "in your band"),
        (180.6, "1 s over your band"),
        (181, "1 s over your band"),
        (1200, "17:00 over your band"),
        (279, "99 s over your band"),
        (280, "1:40 over your band"),
        (1434, "20:54 over your band"),
    ],
)
def test_a_take_stands_where_its_clock_says(seconds: float, words: str) -> None:
    assert standing(seconds, DEFAULT_TARGET) == words


def test_the_length_is_measured_or_else_estimated() -> None:
    assert spoken_s(report("S So", duration_s=3.0, estimated_duration_s=2.0)) == 3.0
    assert spoken_s(report("S So", duration_s=None, estimated_duration_s=2.0)) == 2.0


def test_parts_are_held_against_their_share_of_the_seconds() -> None:
    of = report("S " + "so " * 40, "A " + "so " * 150, "R " + "so " * 10)
    rows = {row.part: row for row in part_times(of, Thresholds())}
    assert [row.seconds for row in rows.values()] == [20, 0, 75, 5]
    action = rows["action"]
    assert (action.low_s, action.high_s) == pytest.approx((50, 70))
    assert action.note.replace(NO_BREAK, " ") == "50 % to 70 % of the answer; here 75 %"


def test_talk_of_no_part_belongs_to_the_answer_that_is_shared_out() -> None:
    of = report("- " + "so " * 40, "A " + "so " * 96, "S " + "so " * 64)
    action = part_times(of, Thresholds())[2]
    assert (action.seconds, action.low_s) == pytest.approx((48, 50))
    assert action.note.endswith(f"here 48{NO_BREAK}%")


def test_the_parts_of_a_text_get_estimated_seconds() -> None:
    taken = report("S so so so so", "A so so so so so so", estimated_duration_s=60.0)
    written = part_times(as_text(taken), Thresholds())
    assert [row.seconds for row in written] == pytest.approx([24, 0, 36, 0])


def test_a_take_without_words_has_parts_of_no_length() -> None:
    assert part_times(report(), Thresholds())[0] == PartTime(
        part="situation",
        seconds=0,
        low_s=0,
        high_s=0,
        note="10 % to 25 % of the answer; here 0 %".replace(" %", f"{NO_BREAK}%"),
    )


# ---------------------------------------------------------------- stretches
def test_neighbours_of_one_part_are_one_stretch() -> None:
    assert stretches(report(*TALK)) == (
        Stretch("situation", 0.0, 1.5),
        Stretch("action", 1.5, 4.0),
        Stretch("other", 4.0, 4.5),
        Stretch("action", 4.5, 6.0),
        Stretch("result", 6.0, 7.0),
    )


def test_a_pause_between_parts_belongs_to_the_one_before() -> None:
    first, last = report("S We were late.", "A I led.").sentences
    later = replace(last, start_s=4.0, end_s=5.0)
    assert stretches(report(sentences=(first, later))) == (
        Stretch("situation", 0.0, 4.0),
        Stretch("action", 4.0, 5.0),
    )


@given(LINES)
def test_stretches_touch_from_the_first_word_to_the_last(told: list[str]) -> None:
    of = report(*told)
    found = stretches(of)
    assert all(one.end_s == other.start_s for one, other in pairwise(found))
    assert all(one.part != other.part for one, other in pairwise(found))
    assert [one.start_s for one in found[:1]] == [0.0 for one in of.sentences[:1]]
    assert [one.end_s for one in found[-1:]] == [one.end_s for one in of.sentences[-1:]]


def test_a_text_or_a_silent_take_has_no_stretch() -> None:
    assert stretches(as_text(report(*TALK))) == stretches(report()) == ()


# ---------------------------------------------------------------- passages
@given(marked_reports(), st.lists(st.integers(0, 60), max_size=6).map(sorted))
def test_passages_keep_every_character_in_order(of: Report, edges: list[int]) -> None:
    shown = passages(of, spoken(of.text), tuple(zip(edges[::2], edges[1::2], strict=False)))
    kept = ["".join(run.text for run in one.runs if run.mark != "pause") for one in shown]
    told = groupby(of.sentences, key=lambda one: one.part)
    assert kept == ["\n".join(one.sentence.text for one in group) for _, group in told]


def _middle_s(word: Word) -> float:
    return (word.start_s + word.end_s) / 2


@given(marked_reports())
def test_every_pause_with_a_word_after_it_is_shown_once(of: Report) -> None:
    words = spoken(of.text).words
    middles_s = [(pause.start_s + pause.end_s) / 2 for pause in of.delivery.long_pauses]
    followed = [at_s for at_s in middles_s if words and _middle_s(words[-1]) >= at_s]
    assert sum(run.mark == "pause" for run in runs(of)) == len(followed)


def test_a_possible_filler_stands_before_the_word_that_follows_it() -> None:
    words = Transcript((Word("I", 1, 2), Word("was", 2.5, 6.1), Word("there.", 7, 8)))
    told = replace(
        report("S I was there."),
        delivery=replace(
            measure_wording(""),
            long_pauses=(Span(2.1, 3.2),),
            possible_fillers=(Span(3.2, 3.5), Span(8.5, 9)),
        ),
    )
    shown = [(run.text, run.mark) for one in passages(told, words) for run in one.runs]
    assert shown == [
        ("I ", ""),
        ("1.1 s", "pause"),
        ("um?", "possible"),
        ("was there.", ""),
    ]


def test_passages_say_their_part_and_second() -> None:
    shown = passages(report(*TALK), None)
    assert [(one.part, one.start_s) for one in shown] == [
        ("situation", 0.0),
        ("action", 1.5),
        ("other", 4.0),
        ("action", 4.5),
        ("result", 6.0),
    ]


def test_a_passage_of_a_text_has_no_second() -> None:
    (shown,) = passages(as_text(report("S We were late.")), None)
    assert shown.start_s is None


@pytest.mark.parametrize(("words", "inset"), [(INSET_WORDS - 1, True), (INSET_WORDS, False)])
def test_a_short_passage_between_others_is_inset(words: int, inset: bool) -> None:
    shown = passages(report("A I led.", "R " + "so " * (words - 1) + "so", "A I left."), None)
    assert [one.inset for one in shown] == [False, inset, False]


def test_numbers_and_fillers_are_marked_where_they_stand() -> None:
    of = report("R It was um 8 % less.")
    marked = report(
        "R It was um 8 % less.",
        quantities=(quantity(10, 13),),
        delivery=said((Filler("um", 7, 1.0),)),
    )
    assert of.text[10:13] == "8 %"
    assert runs(marked) == [
        Run("It was "),
        Run("um", "filler"),
        Run(" "),
        Run("8 %", "number"),
        Run(" less."),
    ]


# "It was um 8 % less." with 8 % as a number, um as a filler
MARKED = report(
    "R It was um 8 % less.", quantities=(quantity(10, 13),), delivery=said((Filler("um", 7, 1.0),))
)


@pytest.mark.parametrize(
    ("corrected", "expected"),
    [
        (((3, 6),), [Run("It "), Run("was", corrected=True), Run(" ")]),
        (((0, 6),), [Run("It was", corrected=True), Run(" ")]),
        ((), [Run("It was ")]),
    ],
)
def test_words_that_the_person_put_right_are_a_run_of_their_own(
    corrected: tuple[tuple[int, int], ...], expected: list[Run]
) -> None:
    (shown,) = passages(MARKED, spoken(MARKED.text), corrected)
    rest = [Run("um", "filler"), Run(" "), Run("8 %", "number"), Run(" less.")]
    assert list(shown.runs) == [*expected, *rest]


def test_a_number_that_was_put_right_stays_a_number() -> None:
    (shown,) = passages(MARKED, spoken(MARKED.text), ((10, 18),))
    assert shown.runs[-3:] == (
        Run("8 %", "number", corrected=True),
        Run(" less", corrected=True),
        Run("."),
    )


def test_corrected_words_over_two_parts_are_marked_in_both() -> None:
    of = report("S We were late.", "A I led.")
    shown = passages(of, spoken(of.text), ((8, 15),))
    assert [one.runs for one in shown] == [
        (Run("We were "), Run("late.", corrected=True)),
        (Run("I", corrected=True), Run(" led.")),
    ]


def test_a_figure_that_differs_from_the_draft_is_marked_as_changed() -> None:
    drafted = Drafted(said=(), missed=(), changed=(Change("15 %", "8 %", 5),))
    of = report("R From 8 % to 9 %.", quantities=(quantity(5, 8), quantity(12, 15)))
    changed = report("R From 8 % to 9 %.", quantities=of.quantities, drafted=drafted)
    assert [run.mark for run in runs(of) if run.mark] == ["number", "number"]
    assert [(run.text, run.mark) for run in runs(changed) if run.mark] == [
        ("8 %", "changed"),
        ("9 %", "number"),
    ]


def test_of_two_marks_that_overlap_the_first_holds() -> None:
    of = report(
        "R It was like 8 % less.",
        quantities=(quantity(7, 15),),
        delivery=said((Filler("like", 7, None),)),
    )
    assert [(run.text, run.mark) for run in runs(of) if run.mark] == [("like", "filler")]


def test_a_pause_stands_before_the_word_after_it() -> None:
    heard = spoken("Then I waited and left", words_per_minute=10, gap_s=3)
    of = report("A Then I waited and left", delivery=said(pauses=(Span(15, 18),)))
    (shown,) = passages(of, heard)
    assert shown.runs == (Run("Then I waited "), Run("3.0 s", "pause"), Run("and left"))


def test_a_pause_between_sentences_opens_the_next_one() -> None:
    of = report("S We were late.", "A I led.", delivery=said(pauses=(Span(0.5, 2.5),)))
    first, second = passages(of, spoken(of.text))
    assert first.runs == (Run("We were late."),)
    assert second.runs[0] == Run("2.0 s", "pause")


def test_a_pause_inside_a_number_parts_it() -> None:
    of = report(
        "R By 15 percent less.",
        quantities=(quantity(3, 13),),
        delivery=said(pauses=(Span(0.6, 1.4),)),
    )
    assert runs(of) == [
        Run("By "),
        Run("15 ", "number"),
        Run("0.8 s", "pause"),
        Run("percent", "number"),
        Run(" less."),
    ]


def test_a_pause_at_the_end_or_without_seconds_is_not_drawn() -> None:
    of = report("A I left.", delivery=said(pauses=(Span(5, 8),)))
    assert runs(of) == [Run("I left.")]
    assert passages(of, None)[0].runs == (Run("I left."),)


def test_a_take_without_words_has_no_passage() -> None:
    assert passages(report(), spoken("")) == ()


# ---------------------------------------------------------------- findings, draft, voice
@pytest.mark.parametrize(("at_s", "at"), [(None, ""), (0.0, "0:00"), (84.2, "1:24")])
def test_a_finding_names_the_second_to_listen_to(at_s: float | None, at: str) -> None:
    found = Finding(
        code="x", severity="note", message="Slow", measure="90", source="Guide", at_s=at_s
    )
    row = FindingRow(
        severity="note", message="Slow", measure="90", source="Guide", at=at, listen_s=at_s
    )
    assert finding_rows([found]) == (row,)


def test_a_finding_is_heard_from_the_words_it_rests_on() -> None:
    found = Finding(
        code="x",
        severity="note",
        message="Slow",
        measure="90",
        source="Guide",
        evidence=((7, 12), (0, 2)),
        at_s=9.0,
    )
    (row,) = finding_rows([found], spoken("So, we waited long", words_per_minute=60))
    assert (row.at, row.listen_s) == ("0:09", 2.0)


def test_a_voice_is_told_by_its_length_and_pauses() -> None:
    heard = voiced(90, (0, 20), (23, 40), (50.5, 80))
    assert voice_note(heard) == (
        "1:30 recorded, 1:06 of it speech; 2 long pauses, the longest 10.5 s."
    )


@pytest.mark.parametrize(
    ("gap_s", "told"),
    [(2.49, "no long pause"), (2.5, "1 long pause, the longest 2.5 s")],
)
def test_only_long_pauses_are_told(gap_s: float, told: str) -> None:
    heard = voiced(60, (0, 30), (30 + gap_s, 60))
    assert voice_note(heard).endswith(f"; {told}.")


# ---------------------------------------------------------------- the last fix
def finding(code: str) -> Finding:
    return Finding(code=code, severity="fix", message="Add a number.", measure="", source="a rule")


def followed(*, done: bool, before: str = "0", now: str = "2 figures") -> FollowUp:
    return FollowUp(fix=finding("result_not_quantified"), before=before, now=now, done=done)


def test_a_fix_that_was_done_says_so_with_its_figures() -> None:
    row = follow_up_row(followed(done=True), report(*TALK, findings=(finding("pace"),)))
    assert (row.label, row.message, row.measure) == (
        "Last time’s fix: done",
        "Add a number.",
        "0 → 2 figures",
    )
    assert row.spoken == "Last time’s fix: done. Add a number. 0 before, now 2 figures."


def test_a_fix_that_is_asked_for_again_is_not_told_twice() -> None:
    again = report(*TALK, findings=(finding("result_not_quantified"),))
    row = follow_up_row(followed(done=False), again)
    assert (row.done, row.label, row.message) == (False, "Last time’s fix: not yet", "")
    assert row.spoken == "Last time’s fix: not yet. 0 before, now 2 figures."


def test_a_fix_without_a_figure_says_only_what_became_of_it() -> None:
    row = follow_up_row(followed(done=True, before="", now=""), report(*TALK))
    assert row.measure == ""
    assert row.spoken == "Last time’s fix: done. Add a number."
