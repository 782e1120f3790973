import pytest

from storybuilder.core.parcel import Parcel
from storybuilder.core.settings import Settings
from storybuilder.practice.exchanging import CameIn, Merged, Outgoing
from storybuilder.ui.exchange_rows import came_in, counted, left_behind, nearly_same, went_out
from tests.builders import question, story, take

ONE, TWO = story("s1"), story("s2")


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (CameIn(), "The file holds nothing to take in."),
        (CameIn(stories=Merged(new=(ONE,))), "1 story came in."),
        (
            CameIn(stories=Merged(new=(ONE, TWO), same=1)),
            "2 stories came in, 1 was there already.",
        ),
        (CameIn(stories=Merged(same=1)), "1 story was there already."),
        (CameIn(stories=Merged(same=3)), "3 stories were there already."),
        (
            CameIn(stories=Merged(replaced=((ONE, TWO),))),
            "1 story came in, 1 in place of another text, which its versions keep.",
        ),
        (
            CameIn(alike=(ONE,), left_out=2),
            "1 nearly the same as one that is there stayed out, "
            "2 paragraphs outside the stories left out.",
        ),
        (
            CameIn(
                stories=Merged(new=(ONE,)),
                versions=2,
                takes=Merged(new=(take(),)),
                questions=Merged(kept_out=1),
                settings_before=Settings(),
            ),
            "1 story, 2 earlier versions, 1 take and your settings came in, "
            "1 question kept as here.",
        ),
    ],
)
def test_an_import_is_told_in_one_sentence(came: CameIn, said: str) -> None:
    assert came_in(came) == said


def test_an_export_is_told_by_what_it_holds() -> None:
    parcel = Parcel(stories=(ONE, TWO), questions=(question(),))
    assert went_out(Outgoing(content=b"", parcel=parcel)) == "2 stories and 1 question"
    assert went_out(Outgoing(content=b"", parcel=Parcel())) == "no story"


@pytest.mark.parametrize(
    ("number", "told"), [(0, ""), (1, "1 take still waits for its"), (2, "2 takes still wait for")]
)
def test_takes_that_an_export_cannot_hold_are_told(number: int, told: str) -> None:
    said = left_behind(Outgoing(content=b"", parcel=Parcel(), left_behind=number))
    assert said.startswith(told)
    assert bool(said) is bool(number)


@pytest.mark.parametrize(
    ("number", "noun", "told"),
    [(1, "story", "1 story"), (2, "story", "2 stories"), (0, "fit", "0 fits")],
)
def test_stories_are_counted_as_english_has_it(number: int, noun: str, told: str) -> None:
    assert counted(number, noun) == told


def test_whether_duplicates_shall_come_in_is_asked_by_their_number() -> None:
    assert nearly_same(1).startswith("One story is nearly the same as one of yours")
    assert nearly_same(1).endswith("Bring it in as well?")
    assert nearly_same(2).startswith("2 stories are nearly the same as one of yours")
    assert nearly_same(2).endswith("Bring them in as well?")
