import pytest

from storybuilder.core.coaching.doer_marks import doer_marks, subject_of
from storybuilder.core.coaching.material import material_of
from storybuilder.core.coaching.passage import passages_of
from storybuilder.core.token import tokens_of

TOLD = (
    "My colleague Ravi fixed the tax rate. I wrote the report and called the vendor. We rebuilt "
    "the index. I asked Lena to test it. The page was rewritten. It was my mistake. I had been "
    "wrong about the ditch."
)


def marked(draft: str) -> list[str]:
    material = material_of([TOLD])
    return [mark.why for one in passages_of(draft) for mark in doer_marks(one, set(), material)]


@pytest.mark.parametrize(
    ("told", "verb", "doer"),
    [
        ("I then quickly fixed it", "fixed", "i"),
        ("We've rebuilt it", "rebuilt", "we"),
        ("My colleague Ravi fixed it", "fixed", "=ravi"),
        ("My colleague fixed it", "fixed", "other"),
        ("I checked the logs, called her and wrote it", "wrote", "i"),
        ("Priya and I wrote it", "wrote", "open"),
        ("It was fixed", "fixed", "open"),
        ("It was fixed by Ravi", "fixed", "other"),
        ("I asked Priya to fix it", "fix", "other"),
        ("I wanted to fix it", "fix", "i"),
        ("My baker, Joris, fixed it", "fixed", "other"),
        ("The report fixed it", "fixed", "open"),
        ("Fixed it", "Fixed", "open"),
    ],
)
def test_the_doer_of_a_verb_is_read_from_what_stands_before_it(
    told: str, verb: str, doer: str
) -> None:
    tokens = tokens_of(told)
    assert subject_of(tokens, [token.text for token in tokens].index(verb)) == doer


@pytest.mark.parametrize(
    "draft",
    [
        "I fixed the tax rate.",
        "I rebuilt the index.",
        "We wrote the report.",
        "I tested it.",
        "Tomasz fixed the tax rate.",
        "Ravi wrote the report.",
        "It was Ravi's mistake.",
        "Mogens had been wrong about the ditch.",
    ],
)
def test_a_deed_of_someone_else_is_marked(draft: str) -> None:
    assert marked(draft) == ["doer"]


@pytest.mark.parametrize(
    "draft",
    [
        "Ravi fixed the tax rate.",
        "He fixed the tax rate.",
        "The tax rate was fixed.",
        "I called the vendor.",
        "We rebuilt the index.",
        "Lena tested it.",
        "I rewrote the page.",
        "It was our mistake.",
    ],
)
def test_deeds_of_the_same_doer_and_open_ones_are_free(draft: str) -> None:
    assert marked(draft) == []
