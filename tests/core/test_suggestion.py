from storybuilder.core.suggestion import Suggestion, evidence_words


def test_a_suggestion_points_at_the_words_that_made_it() -> None:
    text = "I led the team"
    suggestion = Suggestion("leadership", 0.9, ((2, 5),))
    assert [text[a:b] for a, b in suggestion.evidence] == ["led"]


def test_evidence_is_told_in_the_words_of_the_text_each_once() -> None:
    told = Suggestion("leadership", 0.9, ((0, 4), (9, 13), (14, 18)))
    assert evidence_words("lead the lead team", told) == ("lead", "team")
