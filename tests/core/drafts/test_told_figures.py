import pytest

from storybuilder.core.drafts.beat import Beat
from storybuilder.core.drafts.term import terms_of
from storybuilder.core.drafts.told_figures import ToldFigures, told_figures
from storybuilder.core.quantities.quantity import find_quantities
from storybuilder.core.story import Part
from tests.builders import labelled_as

PARTS = {"S": Part.SITUATION, "A": Part.ACTION, "R": Part.RESULT}


def told(draft: list[str], said: list[str]) -> ToldFigures:
    """Lines as "R It fell.": a draft, and what was said."""
    labelled = labelled_as(*said)
    text = "\n".join(one.sentence.text for one in labelled)
    beats = [Beat(line[2:], PARTS[line[0]]) for line in draft]
    heard = [
        tuple(
            term
            for term in terms_of(text)
            if one.sentence.start_char <= term.start_char < one.sentence.end_char
        )
        for one in labelled
    ]
    about = [terms_of(beat.text) for beat in beats]
    return told_figures(beats, about, text, heard, find_quantities(text), labelled)


def changes(found: ToldFigures) -> list[tuple[str, str]]:
    return [(change.drafted, change.said) for change in found.changed]


def test_a_change_is_found_by_what_the_sentences_are_about() -> None:
    draft = ["S Errors stood at 12 %.", "R Waste fell by 15 %."]
    assert changes(told(draft, ["R And our waste went down by 50 %."])) == [("15 %", "50 %")]


def test_in_the_same_part_the_only_figure_of_its_kind_stands_for_the_drafted() -> None:
    draft, said = ["R Waste fell by 15 %."], "It was 50 % less in the bins."
    assert changes(told(draft, [f"R {said}"])) == [("15 %", "50 %")]
    assert told(draft, [f"A {said}"]).missed == ("15 %",)


def test_a_small_count_of_another_noun_needs_the_same_matter() -> None:
    draft = ["S The choir had nine pupils."]
    assert told(draft, ["S There were nine kids in the choir."]).said == ("nine pupils",)
    assert told(draft, ["S We waited nine buses."]).missed == ("nine pupils",)


def test_a_bare_number_stands_for_a_measured_one_only_in_the_same_matter() -> None:
    draft = ["R We finished 20 minutes early with the samples."]
    assert told(draft, ["R The samples, by all twenty, early"]).said == ("20 minutes",)
    assert told(draft, ["R It was twenty to ten."]).said == ()


def test_one_end_of_a_change_is_no_change_of_it() -> None:
    found = told(["R Exits went from 25 % to 11 %."], ["S A quarter of the exits were early."])
    assert (found.missed, found.changed) == (("from 25 % to 11 %",), ())


def test_another_end_of_a_change_is() -> None:
    found = told(["R Exits went from 25 % to 11 %."], ["R Exits were at 14 % in the end."])
    assert changes(found) == [("from 25 % to 11 %", "14 %")]


@pytest.mark.parametrize(
    ("said", "missed"), [("R It was 8 %.", ("3 weeks",)), ("R It took 3 weeks.", ("8 %",))]
)
def test_what_the_result_lacks_is_known(said: str, missed: tuple[str, ...]) -> None:
    draft = ["S In 4 days.", "R It fell to 8 %.", "R It took 3 weeks."]
    found = told(draft, [said])
    assert found.missed_of_result == missed
    assert found.missed == ("4 days", *missed)


def test_a_figure_repeated_in_the_result_belongs_to_it() -> None:
    assert told(["S It was 8 %.", "R It was 8 %."], ["R Ok."]).missed_of_result == ("8 %",)


def test_one_word_in_common_is_not_the_same_matter_where_there_is_more_to_say() -> None:
    draft = ["A I practised the table of errors with two colleagues on the night shift."]
    assert told(draft, ["R The check caught two silent tables."]).missed == ("two colleagues",)


@pytest.mark.parametrize(
    ("drafted", "said", "was_said"),
    [
        ("two nights", "it took two nights", True),
        ("two nights", "it took twenty-two nights", False),
        ("15 %", "there were 15 people", False),
    ],
)
def test_a_figure_in_words_was_said_where_its_words_were(
    drafted: str, said: str, was_said: bool
) -> None:
    beat, labelled = Beat(f"{drafted}!", Part.RESULT), labelled_as(f"S {said}")
    unmeasured = told_figures([beat], [terms_of(beat.text)], said, [()], (), labelled)
    assert bool(unmeasured.said) is was_said


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("R It fell by half.", ("50 %",)),
        ("T The queue had to be halved.", ("50 %",)),
        ("T I had to halve it.", ()),
    ],
)
def test_a_fraction_in_words_is_the_percentage_where_that_belongs(
    said: str, found: tuple[str, ...]
) -> None:
    assert told(["R The queue fell by 50 %."], [said]).said == found
