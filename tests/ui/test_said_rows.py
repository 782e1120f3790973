import pytest

from storybuilder.core.drafted import Change, Drafted
from storybuilder.core.drafts.beat import Beat
from storybuilder.core.drafts.must_land import Landing, MustLand
from storybuilder.core.report import Report
from storybuilder.core.story import Part
from storybuilder.ui.said_rows import MOST_BEATS_MISSED, Panel, Say, panel
from tests.builders import report, spoken

WORDS = "It was 50 % less"


def reported(**fields: object) -> Report:
    given = {"said": (), "missed": (), "changed": (), **fields}
    return report(f"R {WORDS}", drafted=Drafted(**given))  # type: ignore[arg-type]


def shown(**fields: object) -> Panel:
    found = panel(reported(**fields), spoken(WORDS, words_per_minute=60))
    assert found is not None
    return found


def missed(*beats: str, part: Part = Part.ACTION) -> tuple[Beat, ...]:
    return tuple(Beat(text, part) for text in beats)


def test_without_a_draft_or_anything_in_it_there_is_no_panel() -> None:
    assert panel(report()) is None
    assert panel(reported()) is None


def test_a_changed_figure_has_both_values_and_its_second() -> None:
    found = shown(changed=(Change("15 %", "50 %", 7),))
    assert found.changed == (Say("changed", "15 %", "50 %", at="0:02"),)


def test_in_a_text_nothing_has_a_second() -> None:
    found = panel(reported(changed=(Change("15 %", "50 %", 7),)))
    assert found is not None
    assert found.changed[0].at == ""


def test_figures_come_before_names_and_names_before_sentences() -> None:
    found = shown(missed=("$2",), names_missed=("Priya",), beats=missed("I asked the buyers."))
    assert [(one.kind, one.drafted) for one in found.missed] == [
        ("figure", "$2"),
        ("name", "Priya"),
        ("beat", "I asked the buyers."),
    ]


def test_a_sentence_that_is_shown_speaks_for_its_figures_and_names() -> None:
    told = missed("I asked Priya 3 times.")
    found = shown(missed=("3 times", "$2"), names_missed=("Priya",), beats=told)
    assert [one.drafted for one in found.missed] == ["$2", "I asked Priya 3 times."]


@pytest.mark.parametrize(
    ("part", "named"),
    [(Part.SITUATION, 0), (Part.TASK, 0), (Part.ACTION, 1), (Part.RESULT, 1)],
)
def test_only_sentences_of_action_and_result_are_asked_back(part: Part, named: int) -> None:
    assert len(shown(beats=missed("We had a bakery.", part=part)).missed) == named


@pytest.mark.parametrize("more", [0, 1, 3])
def test_sentences_beyond_the_most_are_counted(more: int) -> None:
    found = shown(beats=missed(*(f"I did step {at}." for at in range(MOST_BEATS_MISSED + more))))
    assert (len(found.missed), found.further) == (MOST_BEATS_MISSED, more)


def test_the_note_counts_sentences_or_else_figures() -> None:
    one, other = missed("I asked.", "I wrote.")
    said = Beat("It held.", Part.RESULT, span=(0, 5))
    assert shown(beats=(one, other, said)).note == "1 of 3 beats said"
    assert shown(said=("$2",), missed=("8 %",), beats=(one,)).note == "1 of 2 figures said"


@pytest.mark.parametrize(
    ("landing", "state", "words", "said"),
    [
        ("said", "said", "Must-land line: said", ""),
        ("differently", "differently", "Must-land line: said in other words", "It was"),
        ("not_said", "missed", "Must-land line: not said", ""),
    ],
)
def test_the_must_land_line_has_its_own_tick(
    landing: Landing, state: str, words: str, said: str
) -> None:
    found = shown(must_land=MustLand("It was less.", landing, "It was", 3)).landing
    assert found is not None
    assert (found.line, found.state, found.words, found.said) == (
        "It was less.",
        state,
        words,
        said,
    )


def test_what_was_said_is_figures_then_names() -> None:
    found = shown(said=("50 %",), names_said=("Priya",))
    assert [(one.kind, one.drafted) for one in found.said] == [
        ("figure", "50 %"),
        ("name", "Priya"),
    ]
