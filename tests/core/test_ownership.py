import pytest

from storybuilder.core.ownership import Ownership, actor_spans, count_actors


@pytest.mark.parametrize(
    ("text", "i", "we"),
    [
        ("I asked and we went.", 1, 1),
        ("I'd gone, I’ve been, we've seen, we'll go.", 2, 2),
        ("They told me and us in my office.", 0, 0),
        ("i wrote it", 1, 0),
        ("I I took it, we we went", 1, 1),
        ('He said "I will, we can" and I left.', 1, 0),
        ("He said “I will” and left.", 0, 0),
        ("I mean we went.", 0, 1),
        ("The west wing, iOS and Wii.", 0, 0),
    ],
)
def test_only_those_who_act_are_counted(text: str, i: int, we: int) -> None:
    assert count_actors([text]) == Ownership(i, we)


def test_sentences_add_up() -> None:
    assert count_actors(["I asked.", "We went."]) == Ownership(1, 1)


def test_the_share_is_unknown_when_nobody_acts() -> None:
    assert count_actors([]).i_share is None
    assert Ownership(3, 1).i_share == 0.75


def test_an_actor_stands_where_it_says() -> None:
    text = 'She said "I". Then we left.'
    assert [(text[a:b], actor) for a, b, actor in actor_spans(text)] == [("we", "we")]
