import pytest

from storybuilder.core.suggesting.features import features_of, sentences_heard


def names(text: str) -> set[str]:
    return {name for sentence in sentences_heard(text) for name, _ in features_of(sentence)}


def heard(text: str) -> list[list[str]]:
    return [[text[w.start_char : w.end_char] for w in words] for words in sentences_heard(text)]


def test_a_sentence_is_heard_without_articles_and_possessives() -> None:
    assert heard("I convinced my manager.") == [["I", "convinced", "manager"]]


@pytest.mark.parametrize(
    ("text", "count"),
    [("I led. It won.", 2), ("I led\nit won", 2), ("Version 3.5 won", 1), ("?!\n .", 0), ("", 0)],
)
def test_sentences_end_at_signs_before_a_space_and_at_line_ends(text: str, count: int) -> None:
    assert len(heard(text)) == count


def test_words_pairs_kinds_and_their_competency_are_features() -> None:
    assert {"disagre", "disagre with", "#disagree", "#boss", "@conflict"} <= names(
        "I disagreed with my boss"
    )


def test_a_phrase_is_found_in_other_forms_and_with_articles_between() -> None:
    assert "#persuade" in names("I won over a board")
    assert "#persuade" in names("winning your boss over, win over her boss")


def test_a_phrase_does_not_reach_into_the_next_sentence() -> None:
    assert "#beyond" in names("above and beyond")
    assert "#beyond" not in names("It was above. And beyond it lay more.")


def test_common_words_are_no_features_alone() -> None:
    assert names("Tell me about the time") == {"tell me", "me about", "about tim"}


def test_a_kind_knows_which_words_show_it() -> None:
    (sentence,) = sentences_heard("she went the extra mile")
    places = dict(features_of(sentence))["#beyond"]
    assert [sentence[at].stem for at in places] == ["extra", "mil"]
