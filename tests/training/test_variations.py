from random import Random

from storybuilder.training.variations import variations, without

TEXTS = ("We were late.", "We were sorry.", "I had to call.", "I called.", "They stayed.")
LABELS = "SSTAR"


def told(seed: int) -> list[tuple[tuple[str, ...], str]]:
    return list(variations(TEXTS, LABELS, Random(seed)))


def test_the_answer_itself_comes_first() -> None:
    assert told(1)[0] == (TEXTS, LABELS)


def test_each_part_of_a_whole_answer_is_left_out_once() -> None:
    assert [labels for _, labels in told(1)[1:5]] == ["TAR", "SSAR", "SSTR", "SSTA"]


def test_an_incomplete_answer_is_not_cut_further() -> None:
    assert list(variations(TEXTS[:2], "SS", Random(1))) == [(TEXTS[:2], "SS")]


def test_sentences_and_labels_stay_together() -> None:
    belongs = dict(zip(TEXTS, LABELS, strict=True))
    for seed in range(20):
        for texts, labels in told(seed):
            assert len(texts) == len(labels)
            plain = [pair for pair in zip(texts, labels, strict=True) if pair[0] in belongs]
            assert all(belongs[text] == label for text, label in plain)


def test_the_same_chance_gives_the_same_variations() -> None:
    assert told(3) == told(3)


def test_some_variations_begin_with_the_result_and_some_run_on() -> None:
    every = [variation for seed in range(20) for variation in told(seed)]
    assert any(labels == "RSSTA" for _, labels in every)
    assert any("We were late and We were sorry." in texts for texts, _ in every)


def test_leaving_out_a_part_keeps_the_rest_in_order() -> None:
    assert without("S", TEXTS, LABELS) == (TEXTS[2:], "TAR")
