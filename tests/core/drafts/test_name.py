import pytest

from storybuilder.core.drafts.name import is_said, names_of, sound_of, sounds_of


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("I called Priya from the desk.", ("Priya",)),
        ("We sold it to the Bank of England.", ("Bank of England",)),
        ("In March I joined Nordlys.", ("Nordlys",)),
        ("At Brandt Logistics we packed.", ("Brandt Logistics",)),
        ("Met Priya at noon.", ("Priya",)),
        ("Priya Shah ran the desk.", ("Priya Shah",)),
        ("Priya's desk was near.", ("Priya",)),
        ("Customers waited.", ()),
        ("I, the CEO and HR met on Monday.", ()),
        ("We moved to SAP on Black Friday.", ("SAP", "Black Friday")),
        ("I asked Mr Adeyemi to sing.", ("Adeyemi",)),
        ("the iPhone team", ("iPhone",)),
        ("I WROTE A LIST FOR PRIYA.", ()),
        ("I Asked The Drivers To Photograph It.", ()),
    ],
)
def test_names_are_capitals_inside_a_sentence(sentence: str, names: tuple[str, ...]) -> None:
    assert names_of([sentence]) == names


def test_a_first_word_is_a_name_when_it_is_one_elsewhere() -> None:
    assert names_of(["Priya ran it.", "I asked Priya."]) == ("Priya",)
    assert names_of(["Priya ran it.", "I asked her."]) == ()


def test_a_name_is_told_once_and_by_its_longest_form_if_that_came_first() -> None:
    assert names_of(["I met Priya Shah.", "I asked Priya.", "And then Priya."]) == ("Priya Shah",)
    assert names_of(["I live in Fernhill.", "I read the Fernhill Echo."]) == (
        *("Fernhill", "Fernhill Echo"),
    )


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Priya", "then i asked pria"),
        ("Okafor", "doctor ocafor came"),
        ("GitHub", "it was on git hub"),
        ("Nordlys", "at nord lease we"),
        ("SAP", "we moved to s a p"),
        ("Tomasz", "I went to Thomas"),
        ("Tromsø", "in tromso"),
        ("Joan Okafor", "I sat down with Joan"),
        ("Brandt Logistics", "this was at brandt"),
    ],
)
def test_a_name_may_be_heard_misspelt_in_pieces_or_in_part(name: str, heard: str) -> None:
    assert is_said(name, sounds_of(heard))


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Priya", "the prior one"),
        ("Maria", "it did not matter"),
        ("Sam", "the same one"),
        ("Halden Bank", "we went to the bank"),
        ("Priya", ""),
    ],
)
def test_another_word_is_not_the_name(name: str, heard: str) -> None:
    assert not is_said(name, sounds_of(heard))


def test_a_word_that_is_another_name_does_not_say_this_one() -> None:
    heard = sounds_of("i live in fernhill")
    assert is_said("Fernhill Echo", heard)
    assert not is_said("Fernhill Echo", heard, ["Fernhill", "Fernhill Echo"])


@pytest.mark.parametrize(("letters", "same"), [("abcdeg", True), ("abcdgh", False)])
def test_one_letter_in_four_may_differ(letters: str, same: bool) -> None:
    assert is_said("Abcdef", sounds_of(letters)) is same


def test_letters_that_sound_alike_are_one() -> None:
    assert sound_of("Philipp") == sound_of("Filip")
    assert sound_of("Zoë") == sound_of("soe")
