from storybuilder.core.question import Question, QuestionId


def test_an_own_question_needs_no_more_than_its_text() -> None:
    own = Question(id=QuestionId("q1"), text="Why did you stay?")
    assert (own.bank, own.frame, own.competencies) == ("own", "STAR", ())
