import pytest

from storybuilder.core.drafts.beat import Beat, beats_of, lines_of
from storybuilder.core.story import Part
from tests.builders import story


def test_the_beats_of_a_draft_are_its_sentences_in_telling_order() -> None:
    of = story(result="It held.", action="I asked.\nI wrote.")
    assert beats_of(of) == (
        Beat("I asked.", Part.ACTION),
        Beat("I wrote.", Part.ACTION),
        Beat("It held.", Part.RESULT),
    )


def test_a_line_knows_where_it_stands_and_empty_ones_are_none() -> None:
    text = "I asked.\n\n  \nI wrote."
    assert [text[s.start_char : s.end_char] for s in lines_of(text)] == ["I asked.", "I wrote."]


@pytest.mark.parametrize(
    ("span", "has_content", "said"),
    [((0, 4), True, True), ((0, 4), False, True), (None, True, False), (None, False, None)],
)
def test_a_beat_without_content_is_not_called_missed(
    span: tuple[int, int] | None, has_content: bool, said: bool | None
) -> None:
    assert Beat("It was.", Part.RESULT, span, has_content).said is said
