import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.competency import Competency
from storybuilder.core.framework import (
    MOST_ITEMS,
    NEUTRAL,
    OWN,
    Framework,
    FrameworkMisfit,
    Item,
    framework_label,
    neutral,
    own_framework,
)

DIVE = Item("dive_deep", "Dive Deep", "Know the details.", ("problem_solving", "technical_depth"))
ACT = Item("ownership", "Act", "Act for the whole.", ("ownership", "problem_solving"))
EMPLOYER = Framework("x", "X", "a page", (ACT, DIVE))
SOLVING = Competency("problem_solving", "Problem solving", "Finding the cause")
DEPTH = Competency("technical_depth", "Technical depth", "Knowing a craft")
HONEST = Competency("integrity", "Integrity", "Doing what is right")
ALL = (SOLVING, DEPTH, HONEST)


def test_the_items_that_a_competency_shows_best_come_first() -> None:
    assert EMPLOYER.items_of("problem_solving") == (DIVE, ACT)
    assert EMPLOYER.items_of("integrity") == ()


def test_of_two_items_shown_equally_well_the_more_specific_comes_first() -> None:
    plain = Item("judge", "Judge", "Judge well.", ("problem_solving",))
    assert Framework("x", "X", "a page", (DIVE, plain)).items_of("problem_solving")[0] == plain


def test_the_neutral_framework_says_what_we_say() -> None:
    ours = neutral(ALL)
    assert ours.id == NEUTRAL
    assert [framework_label(ours, one) for one in ALL] == [one.label for one in ALL]


def test_a_competency_is_called_what_the_employer_calls_it() -> None:
    assert framework_label(EMPLOYER, SOLVING) == "Dive Deep"


def test_a_competency_that_another_one_shows_better_keeps_its_name_in_brackets() -> None:
    assert framework_label(EMPLOYER, DEPTH) == "Dive Deep (technical depth)"


def test_a_competency_without_a_word_of_the_employer_keeps_ours() -> None:
    assert framework_label(EMPLOYER, HONEST) == "Integrity"


def test_an_own_framework_is_read_by_label_or_id() -> None:
    own = own_framework("Be exact: Technical depth, problem_solving\n\n Be fair : integrity", ALL)
    assert own.id == OWN
    assert [(item.id, item.label, item.competencies) for item in own.items] == [
        ("be_exact", "Be exact", ("technical_depth", "problem_solving")),
        ("be_fair", "Be fair", ("integrity",)),
    ]


def test_a_label_may_hold_a_colon_and_a_competency_counts_once() -> None:
    (item,) = own_framework("Values: fair play: integrity, Integrity", ALL).items
    assert (item.label, item.competencies) == ("Values: fair play", ("integrity",))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no lines"),
        (" \n", "no lines"),
        ("Be fair", "line 1"),
        ("Be fair: integrity\n: integrity", "line 2"),
        ("Be fair:", "line 1"),
        ("Be fair: kindness", "line 1 that there is not"),
        ("A: integrity\nB: A", "line 2 that there is not"),
        ("Fair: integrity\nfair: integrity", "line 1 twice"),
    ],
)
def test_what_is_no_framework_is_refused_by_its_line(text: str, why: str) -> None:
    with pytest.raises(FrameworkMisfit, match=why):
        own_framework(text, ALL)


@pytest.mark.parametrize(("lines", "fine"), [(MOST_ITEMS, True), (MOST_ITEMS + 1, False)])
def test_an_own_framework_has_so_many_lines_at_most(lines: int, fine: bool) -> None:
    text = "\n".join(f"Item {at}: integrity" for at in range(lines))
    if fine:
        assert len(own_framework(text, ALL).items) == lines
        return
    with pytest.raises(FrameworkMisfit, match="more than"):
        own_framework(text, ALL)


@given(st.text(st.sampled_from("Ab:,\n integrity")))
def test_any_text_is_a_framework_or_a_misfit(text: str) -> None:
    try:
        own = own_framework(text, ALL)
    except FrameworkMisfit:
        return
    assert all(item.label and item.competencies for item in own.items)
