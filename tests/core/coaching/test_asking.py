import pytest

from storybuilder.core.coaching.asking import question_for
from storybuilder.core.coaching.claim import ClaimKind, Why


@pytest.mark.parametrize(
    ("kind", "unit", "question"),
    [
        ("number", "ticket", "How many tickets was it, if you know?"),
        ("number", "person", "How many people was it, if you know?"),
        ("number", "box", "How many boxes was it, if you know?"),
        ("number", "%", "What percentage was it, if you know?"),
        ("number", "€", "How much money was it, if you know?"),
        ("number", "week", "How long was it, if you know?"),
        ("number", "", "What was the number, if you know?"),
        ("date", "year", "Which year was it?"),
        ("date", "near", "When was it?"),
        ("name", "", "What is the name here: who or what was it?"),
        ("quotation", "", "What was said, word for word as far as you remember?"),
    ],
)
def test_what_is_unknown_is_asked_for(kind: ClaimKind, unit: str, question: str) -> None:
    assert question_for(kind, "unknown", unit, "") == question


def test_praise_and_feelings_are_asked_for_what_could_be_seen() -> None:
    assert "recognise" in question_for("claim", "unknown", "", "I was promoted")
    assert "show it" in question_for("claim", "unknown", "", "the customer was delighted")
    assert "own words" in question_for("claim", "unknown", "", "the pump burst")


def test_each_reason_asks_its_own_question() -> None:
    reasons: tuple[Why, ...] = ("moved", "bound", "turned", "doer", "most", "cause", "apart")
    questions = {question_for("claim", why, "", "") for why in reasons}
    assert len(questions) == len(reasons)
    assert all(question.endswith("?") for question in questions)


def test_dates_and_names_of_something_else_are_asked_about() -> None:
    assert question_for("date", "moved", "year", "") != question_for("date", "unknown", "year", "")
    assert question_for("name", "moved", "", "") != question_for("name", "unknown", "", "")
