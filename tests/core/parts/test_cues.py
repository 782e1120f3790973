import pytest

from storybuilder.core.parts.cues import LABELS, cue_scores, is_deed


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Two years ago I was working at a bakery.", "S"),
        ("My task was to halve the wrong orders.", "T"),
        ("I asked the drivers and I wrote a list.", "A"),
        ("As a result the wrong orders fell and the owner thanked me.", "R"),
        ("So yeah, that is my example.", "O"),
    ],
)
def test_plain_wording_speaks_for_its_part(text: str, label: str) -> None:
    scores = cue_scores(text)
    assert max(LABELS, key=lambda other: scores[other]) == label


def test_case_and_commas_change_no_score() -> None:
    assert cue_scores("As a result, we won.") == cue_scores("AS A RESULT WE WON")


@pytest.mark.parametrize(
    ("verb", "deed"),
    [
        ("built", True),
        ("fixed", True),
        ("needed", False),
        ("learned", False),
        ("red", False),
        ("ahmed", False),
        ("indeed", False),
    ],
)
def test_verbs_of_state_are_no_deeds(verb: str, deed: bool) -> None:
    assert is_deed(verb) is deed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It fell by 15 %.", "It fell by fifteen percent."),
        ("2 weeks before, we were late.", "Two weeks before, we were late."),
        ("I organised it.", "I organized it."),
        ("I met Ahmed.", "I met Luca."),
    ],
)
def test_figures_spelling_and_names_change_no_score(one: str, other: str) -> None:
    assert cue_scores(one) == cue_scores(other)


@pytest.mark.parametrize("start", ["Um, ", "So, uh, ", "And well, "])
def test_what_a_voice_begins_with_changes_no_score(start: str) -> None:
    assert cue_scores(start + "last year we were late.") == cue_scores("Last year we were late.")


def test_a_text_without_words_speaks_for_nothing() -> None:
    assert all(cue_scores("... !!")[label] == 0 for label in LABELS[:4])
