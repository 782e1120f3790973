from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.alignment import align
from storybuilder.core.drafted import Change, Drafted, compare_with_draft
from storybuilder.core.drafts.beat import beats_of
from storybuilder.core.quantities.quantity import find_quantities
from tests.builders import labelled_as, story


def compared(draft: str, said: str, **fields: str) -> Drafted:
    of, told = story(result=draft, **fields), labelled_as(*(f"R {s}" for s in said.split("\n")))
    alignment = align(beats_of(of), said, [one.sentence for one in told])
    return compare_with_draft(of, alignment, said, told, find_quantities(said))


def test_words_and_digits_are_the_same_figure() -> None:
    found = compared("It fell by 32 %.", "It fell by thirty-two percent.")
    assert (found.said, found.missed, found.changed) == (("32 %",), (), ())


def test_minutes_and_hours_are_the_same_figure() -> None:
    assert compared("It took 120 minutes.", "It took two hours.").said == ("120 minutes",)


def test_a_figure_left_out_is_missed() -> None:
    assert compared("We had 41 warehouses.", "We had warehouses.").missed == ("41 warehouses",)


def test_another_value_of_the_same_unit_is_a_change() -> None:
    found = compared("Waste fell by 15 %.", "Waste fell by 50 %.")
    assert found.changed == (Change("15 %", "50 %", 14),)
    assert found.missed == ()


def test_another_unit_is_no_change() -> None:
    found = compared("It took 15 days.", "It took 50 people.")
    assert (found.missed, found.changed) == (("15 days",), ())


def test_a_figure_that_is_in_the_draft_is_no_change_of_another() -> None:
    found = compared("It was 15 % and then 50 %.", "It was 50 %.")
    assert (found.said, found.missed, found.changed) == (("50 %",), ("15 %",), ())


def test_a_change_is_said_when_both_its_ends_are() -> None:
    found = compared("It went from 19 % to 8 %.", "It was nineteen percent, and now 8 percent.")
    assert found.said == ("from 19 % to 8 %",)


def test_a_change_with_another_start_is_changed() -> None:
    found = compared("It went from 19 % to 8 %.", "It went from 18 % to 8 %.")
    assert found.changed == (Change("from 19 % to 8 %", "from 18 % to 8 %", 8),)


def test_one_said_figure_changes_only_one_drafted() -> None:
    found = compared("It was 10 % and 20 %.", "It was 30 %.")
    assert (len(found.changed), found.missed) == (1, ("20 %",))


def test_a_fraction_is_compared_by_its_word() -> None:
    assert compared("It fell by a third.", "It shrank by a third.").said == ("by a third",)
    found = compared("It fell by a third.", "It fell by a quarter.")
    assert found.changed == (Change("by a third", "by a quarter", 8),)


def test_a_figure_repeated_in_the_draft_counts_once() -> None:
    assert compared("8 %. Yes, 8 %.", "").missed == ("8 %",)


def test_a_draft_without_figures_has_nothing_to_compare() -> None:
    found = compared("It went well.", "It was 8 %.")
    assert (found.said, found.missed, found.changed) == ((), (), ())


def test_names_of_the_draft_are_said_or_missed() -> None:
    found = compared("I asked Priya and Tomasz.", "so i asked thomas")
    assert (found.names_said, found.names_missed) == (("Tomasz",), ("Priya",))


def test_a_beat_with_another_figure_was_said() -> None:
    found = compared("The repair firm wanted 38,000 euros.", "They wanted 30,000 euros.")
    assert found.changed
    assert [beat.said for beat in found.beats] == [True]


def test_a_beat_of_small_words_is_left_out_of_the_beats() -> None:
    assert compared("It was us.", "It was them.").beats == ()


def test_the_must_land_line_is_looked_for_when_there_is_one() -> None:
    assert compared("It held.", "It held.").must_land is None
    line = compared("It held.", "The bridge held.", must_land="The bridge held.").must_land
    assert line is not None
    assert line.landing == "said"


WORDS = (
    "I wrote 15 % of 41 sites. Half a day later, from ten days to three? Priya (Nordlys) paid "
    "$2.3 million, twice as fast; zero complaints, a third, 3 weeks and 120 minutes !"
)
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join)


@given(TEXTS, TEXTS, TEXTS)
def test_every_drafted_figure_is_said_missed_or_changed_exactly_once(
    draft: str, said: str, line: str
) -> None:
    found = compared(draft, said, must_land=line)
    told = [*found.said, *found.missed, *(change.drafted for change in found.changed)]
    drafted = {one.text for beat in draft.split("\n") for one in find_quantities(beat)}
    repeated = compared(draft, "")
    assert sorted(told) == sorted(repeated.missed)
    assert set(told) <= drafted
    assert set(found.missed_of_result) == set(found.missed)


@given(TEXTS, TEXTS, TEXTS)
def test_every_place_indexes_the_text(draft: str, said: str, line: str) -> None:
    found = compared(draft, said, must_land=line)
    for change in found.changed:
        assert said[change.start_char :].startswith(change.said)
    for beat in found.beats:
        assert beat.span is None or 0 <= beat.span[0] < beat.span[1] <= len(said)
    if found.must_land and found.must_land.start_char is not None:
        assert said[found.must_land.start_char :].startswith(found.must_land.said)


@given(TEXTS)
def test_a_draft_read_aloud_leaves_nothing_out(draft: str) -> None:
    found = compared(draft, draft)
    assert (found.missed, found.changed, found.names_missed) == ((), (), ())
    assert all(beat.said for beat in found.beats)
