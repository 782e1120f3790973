from storybuilder.core.drafts.rarity import weights_of
from storybuilder.core.drafts.term import terms_of


def test_a_rare_word_weighs_more_than_one_of_every_sentence() -> None:
    first, *_ = weights_of([terms_of(t) for t in ("crate bread", "bread milk", "bread rain")])
    assert first["crat"] > first["bread"] > 0


def test_every_sentence_has_its_weights() -> None:
    assert [set(weights) for weights in weights_of([terms_of("crate"), terms_of("and so")])] == [
        *({"crat"}, set())
    ]


def test_nothing_weighs_nothing() -> None:
    assert weights_of([]) == ()
