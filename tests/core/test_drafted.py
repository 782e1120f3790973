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
