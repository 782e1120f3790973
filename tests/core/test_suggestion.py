from storybuilder.core.suggestion import Suggestion


def test_a_suggestion_points_at_the_words_that_made_it() -> None:
    text = "I led the team"
    suggestion = Suggestion("leadership", 0.9, ((2, 5),))
    assert [text[a:b] for a, b in suggestion.evidence] == ["led"]
