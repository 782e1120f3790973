import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.masking import Mask, mask_of
from tests.grounding_cases import grounding_cases

TOLD = "In 2022 Priya Shah joined Kestrel. Priya cut nineteen of the 19 files; KESTREL paid £1,040."
MATERIALS = sorted({case.material for case in grounding_cases()})


def hidden(text: str, *others: str) -> str:
    return mask_of([text, *others]).hidden(text)


def test_names_and_figures_are_hidden() -> None:
    assert hidden(TOLD) == (
        "In [FIGURE 1] [NAME 1] joined [NAME 2]. [NAME 1b] cut [FIGURE 2] of the [FIGURE 2b] "
        "files; [NAME 2b] paid £[FIGURE 3]."
    )


def test_the_same_thing_has_the_same_placeholder_over_a_sitting() -> None:
    before = mask_of([TOLD])
    after = mask_of(["Tomasz met Priya. It cost 1,040."], before)
    assert after.hidden("Tomasz met Priya. It cost 1,040.") == (
        "[NAME 3] met [NAME 1b]. It cost [FIGURE 3]."
    )
    assert after.hidden(TOLD) == before.hidden(TOLD)


def test_a_thing_can_be_shown_and_hidden_again() -> None:
    mask = mask_of([TOLD]).without("Kestrel")
    assert "Kestrel" in mask.hidden(TOLD)
    assert "KESTREL" in mask.hidden(TOLD)
    assert mask.with_word("Kestrel").hidden(TOLD) == hidden(TOLD)


def test_what_was_shown_stays_shown_with_other_texts() -> None:
    mask = mask_of(["I like Kestrel."], mask_of([TOLD]).without("Kestrel"))
    assert mask.hidden("I like Kestrel.") == "I like Kestrel."


def test_a_word_of_ones_own_is_hidden_in_any_case() -> None:
    text = "Our blue whale project. Blue whale sank."
    mask = mask_of([text]).with_word(" blue whale ")
    assert mask.hidden(text) == "Our [WORD 1] project. [WORD 1b] sank."
    assert mask.restored(mask.hidden(text)) == text


@pytest.mark.parametrize("word", ["", "  ", "?!"])
def test_nothing_cannot_be_hidden(word: str) -> None:
    mask = mask_of([TOLD])
    assert mask.with_word(word) is mask


def test_an_answer_gets_its_words_back() -> None:
    mask = mask_of([TOLD])
    answer = "[name 1b]'s plan at **[NAME_2]** cost [Figure 3]; both [NAME 2]s paid."
    assert mask.restored(answer) == "Priya's plan at **Kestrel** cost 1,040; both Kestrels paid."


def test_a_placeholder_that_was_made_up_is_reported_and_not_guessed() -> None:
    mask = mask_of([TOLD])
    assert mask.restored("[NAME 9] left.") == "[NAME 9] left."
    assert mask.made_up_in("[NAME 9] met [NAME 1], then [NAME 9] left.") == ("[NAME 9]",)


def test_without_any_hides_nothing() -> None:
    mask = mask_of([TOLD]).without_any()
    assert mask.hidden(TOLD) == TOLD
    assert mask.made_up_in("[NAME 1]") == ("[NAME 1]",)


def test_placeholders_of_the_person_are_safe() -> None:
    text = "I wrote [NAME 1] and Priya wrote NAME 2, (figure 3)."
    for mask in (
        mask_of([text]),
        mask_of([text]).without_any(),
        mask_of([text]).without("[NAME 1]"),
    ):
        assert "[NAME 1]" not in mask.hidden(text).replace("[NAME 1] wrote", "")
        assert mask.restored(mask.hidden(text)) == text


def test_a_name_inside_another_word_is_hidden_too() -> None:
    text = "Kestrel sold KestrelPay and mykestrel.example. Al met Alison; alabaster."
    masked = hidden(text)
    assert "estrel" not in masked
    assert "alabaster" in masked


def test_a_name_that_is_a_word_is_hidden_only_as_a_name() -> None:
    assert hidden("I asked Mark to mark it.") == "I asked [NAME 1] to mark it."


def test_a_figure_inside_a_larger_one_is_not_its_piece() -> None:
    masked = mask_of(["It was 12."]).hidden("It was 12, not 2,012 or 12.5 or 312.")
    assert masked == "It was [FIGURE 1], not 2,012 or 12.5 or 312."


def test_an_empty_mask_changes_nothing() -> None:
    assert Mask().hidden(TOLD) == TOLD
    assert Mask().restored("[NAME 1]") == "[NAME 1]"


def test_its_texts_are_not_in_its_description() -> None:
    assert "files" not in repr(mask_of([TOLD]))


@pytest.mark.parametrize("material", MATERIALS, ids=lambda text: text[:40])
def test_material_comes_back_as_it_was(material: str) -> None:
    mask = mask_of([material])
    masked = mask.hidden(material)
    assert mask.restored(masked) == material
    assert not [one for one in mask.made_up_in(masked)]


WORDS = r"""Priya priya PRIYA Shah's Nordlys nordlysX [NAME 1] [FIGURE 2b] NAME 3 name 4 ( [ ]
    12 1,200 12.5 forty-one twice half 8:30 +44 20 7946 0958 p@q.com www.q.com
    Mark mark [ (12) \[ \] 's N14
    NAME FIGURE 's [name I asked"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join) | st.text(max_size=80)


@given(TEXTS, TEXTS)
def test_masked_and_restored_is_the_same_text(one: str, other: str) -> None:
    mask = mask_of([other], mask_of([one]))
    assert mask.restored(mask.hidden(one)) == one
    assert mask.restored(mask.hidden(other)) == other


NAMES = st.text("bcdfgklmnprstvz", min_size=5, max_size=9).map(str.capitalize)


@given(NAMES, st.sampled_from(MATERIALS))
def test_nothing_that_is_masked_is_left(name: str, material: str) -> None:
    text = f"{material} I asked {name}, then {name.lower()} and {name}Pay. {name.upper()}'s!"
    assert name.lower() not in hidden(text).lower()


@given(st.integers(21, 99_999), st.sampled_from(MATERIALS))
def test_no_masked_figure_is_left(number: int, material: str) -> None:
    masked = hidden(f"{material} It was {number} in all.")
    assert f"was {number} in" not in masked
