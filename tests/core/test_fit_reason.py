from typing import Any

import pytest

from storybuilder.core.fit import Fit, Level
from storybuilder.core.fit_reason import Lore, explained
from storybuilder.core.offer import Demand, Offer
from storybuilder.core.story import Part
from storybuilder.core.suggestion import Suggestion
from tests.stories import LORE, demand, offer

CONFLICT = demand("A conflict with a manager?", "conflict", "influence")


def fit(one: Offer, other: Demand = CONFLICT, by_hand: Level | None = None) -> Fit:
    return explained(one, other, LORE, by_hand)


@pytest.mark.parametrize(
    ("shown", "why"),
    [
        ({"primary": "conflict"}, "It is your story of conflict, which is asked for first."),
        (
            {"primary": "delivery", "secondary": ("conflict",)},
            "It also shows conflict, which is asked for first.",
        ),
        (
            {"primary": "influence"},
            "It is your story of influence, which is asked for as well.",
        ),
        (
            {"primary": "conflict", "confirmed": False},
            "By its words it is a story of conflict, which is asked for first.",
        ),
        (
            {"primary": "delivery", "secondary": ("failure_learning",)},
            "It shows delivery and failure and learning, and what is asked for is conflict "
            "and influence.",
        ),
        (
            {"primary": "juggling"},
            "It shows juggling, and what is asked for is conflict and influence.",
        ),
        ({}, "Nobody has said which competencies the story shows."),
        (
            {"primary": "conflict", "missing": (Part.TASK, Part.RESULT)},
            "It is your story of conflict, which is asked for first, but its task and result "
            "are not written yet.",
        ),
        (
            {"primary": "conflict", "told_here": True},
            "It is your story of conflict, which is asked for first, but this employer has "
            "heard it.",
        ),
        (
            {"primary": "conflict", "words": "My manager wrote"},
            "It is your story of conflict, which is asked for first; both speak of “manager”.",
        ),
    ],
)
def test_why_names_what_both_have_in_common(shown: dict[str, Any], why: str) -> None:
    assert fit(offer(**shown)).why == why


def test_a_question_nobody_has_tagged_is_said_to_be_so() -> None:
    fitted = fit(offer(primary="conflict"), demand("Manager?"))
    assert fitted.why == "Nobody has said which competencies are asked for."


def test_a_question_tagged_by_its_words_only_seems_to_test_it() -> None:
    asked = demand("", "conflict", confirmed=False)
    assert "which seems to be asked for first" in fit(offer(primary="conflict"), asked).why


@pytest.mark.parametrize(
    ("shown", "bend"),
    [
        ({"missing": tuple(Part)}, "Write it first: all four parts are empty."),
        ({"missing": (Part.RESULT,)}, "Write its result: then it can be told whole."),
        (
            {"told_here": True},
            "Tell another story here if you can; if not, tell another side of this one.",
        ),
        ({"confirmed": False}, "Add a figure to its result, so that it convinces."),
        (
            {"confirmed": False, "quantified": True, "years_ago": 9},
            "Confirm the competencies: then it counts in full.",
        ),
    ],
)
def test_a_story_of_the_right_kind_is_told_what_it_lacks(shown: dict[str, Any], bend: str) -> None:
    assert fit(offer(primary="conflict", **shown)).bend == bend


def test_a_story_of_another_kind_opens_with_the_sentence_that_comes_closest() -> None:
    texts = {Part.ACTION: "I drew a plan. I had a conflict with the foreman about it. We built it."}
    assert fit(offer(primary="influence", texts=texts)).bend == (
        "Open with what shows conflict, which is asked for first: your action comes "
        "closest in “I had a conflict with the foreman about it”."
    )


def test_a_secondary_competency_is_told_by_a_sentence() -> None:
    texts = {Part.TASK: "We had a conflict."}
    bend = fit(offer(primary="delivery", secondary=("conflict",), texts=texts)).bend
    assert bend.endswith("your task tells it in “We had a conflict”.")


def test_the_sentence_is_the_one_that_is_suggested_most() -> None:
    def suggest(sentence: str) -> tuple[Suggestion, ...]:
        return (Suggestion("conflict", 0.9 if "shouted" in sentence else 0.1, ()),)

    texts = {Part.ACTION: "There was a conflict. He shouted at me."}
    one = offer(primary="influence", texts=texts)
    assert "“He shouted at me”" in explained(one, CONFLICT, Lore(LORE.competencies, suggest)).bend


@pytest.mark.parametrize(("likely", "quoted"), [(0.24, False), (0.25, True)])
def test_a_sentence_that_is_hardly_about_it_is_not_quoted(likely: float, quoted: bool) -> None:
    lore = Lore(LORE.competencies, lambda _: (Suggestion("conflict", likely, ()),))
    one = offer(primary="influence", texts={Part.ACTION: "He sang."})
    assert ("“He sang”" in explained(one, CONFLICT, lore).bend) is quoted


def test_a_draft_that_says_nothing_of_it_is_told_to() -> None:
    bend = fit(offer(primary="influence", texts={Part.ACTION: "I sang."})).bend
    assert bend == (
        "Say in your first sentence what in it shows conflict; the draft does not say it."
    )


def test_strong_stories_and_gaps_are_not_bent() -> None:
    assert fit(offer(primary="conflict")).bend == ""
    assert fit(offer(primary="delivery")).bend == ""


def test_what_was_set_by_hand_wins_and_says_so() -> None:
    fitted = fit(offer(primary="delivery"), by_hand="strong")
    assert (fitted.level, fitted.by_hand, fitted.bend) == ("strong", True, "")
    assert fitted.why == (
        "You set this to strong, where the score says gap: it shows delivery, and what is "
        "asked for is conflict and influence."
    )
    assert fitted.score == sum(part.value * part.weight for part in fitted.parts)


@pytest.mark.parametrize("level", ["workable", "stretch"])
def test_a_story_bent_by_hand_is_told_how(level: Level) -> None:
    assert fit(offer(), demand(), by_hand=level).bend == (
        "Choose what the question tests: then it can be said how to open."
    )
