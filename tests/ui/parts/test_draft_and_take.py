import flet as ft
import pytest

from storybuilder.ui.parts.draft_and_take import MOST_SHOWN, draft_and_take
from storybuilder.ui.said_rows import Landing, Panel, Say
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import texts, walk


def drawn(**fields: object) -> list[str]:
    return texts(draft_and_take(Panel("", **fields), LIGHT, 320))  # type: ignore[arg-type]


def colours(**fields: object) -> list[object]:
    made = draft_and_take(Panel("", **fields), LIGHT, 320)  # type: ignore[arg-type]
    styles = [one.style for one in walk(made) if isinstance(one, ft.Text | ft.TextSpan)]
    return [style.color for style in styles if style]


def test_a_changed_figure_is_told_with_both_values_and_its_second() -> None:
    told = drawn(changed=(Say("changed", "15 %", "50 %", at="3:16"),))
    assert told == ["≠", "You wrote ", "15 %", ", you said ", "50 %", "3:16"]


@pytest.mark.parametrize("kind", ["figure", "name"])
def test_a_missed_figure_or_name_is_told_in_one_line(kind: str) -> None:
    assert drawn(missed=(Say("missed", "3 weeks", kind=kind),)) == [  # type: ignore[arg-type]
        *("○", "3 weeks", "not said")
    ]


def test_a_missed_sentence_is_told_with_its_part() -> None:
    say = Say("missed", "I asked the buyers.", kind="beat", part="action")
    assert drawn(missed=(say,)) == ["○", "I asked the buyers.", "action, not said"]


@pytest.mark.parametrize(("further", "words"), [(1, "and one more beat"), (3, "and 3 more beats")])
def test_what_is_not_named_is_counted(further: int, words: str) -> None:
    assert drawn(further=further) == [words]


@pytest.mark.parametrize(
    ("landing", "told"),
    [
        (Landing("It held.", "said", "Said", at="2:50"), ["✓", "It held.", "Said · 2:50"]),
        (
            Landing("It held.", "differently", "Other", "It was held"),
            ["≈", "It held.", "Other", "“It was held”"],
        ),
        (Landing("It held.", "missed", "Not said"), ["○", "It held.", "Not said"]),
    ],
)
def test_the_must_land_line_is_told_by_sign_and_words(landing: Landing, told: list[str]) -> None:
    assert drawn(landing=landing) == told


def test_a_few_that_were_said_are_each_named() -> None:
    says = tuple(Say("said", f"{at} %") for at in range(MOST_SHOWN))
    assert drawn(said=says).count("✓") == MOST_SHOWN


def test_many_that_were_said_are_one_count() -> None:
    says = (
        *(Say("said", f"{at} %") for at in range(MOST_SHOWN)),
        Say("said", "Priya", kind="name"),
    )
    sign, counted, listed = drawn(said=says)
    assert (sign, counted) == ("✓", "4 figures and 1 name said")
    assert listed.endswith(" · Priya")


def test_changes_come_first_and_what_was_said_last() -> None:
    told = drawn(
        changed=(Say("changed", "15 %", "50 %"),),
        missed=(Say("missed", "$2"),),
        landing=Landing("It held.", "differently", "Other", "It was"),
        said=(Say("said", "8 %"),),
    )
    assert [word for word in told if len(word) == 1] == ["≠", "○", "≈", "✓"]


def test_only_a_changed_figure_is_in_the_signal_colour() -> None:
    quiet = {"missed": (Say("missed", "$2"),), "landing": Landing("It held.", "missed", "Not said")}
    assert LIGHT.signal not in colours(**quiet)
    assert LIGHT.signal in colours(changed=(Say("changed", "15 %", "50 %"),))


def test_nothing_to_compare_draws_nothing() -> None:
    assert drawn() == []
