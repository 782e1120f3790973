from dataclasses import replace

from storybuilder.core.parts.words import words_of
from storybuilder.training.corpus import load
from storybuilder.training.phrasings import phrasings_of_strangers, train_phrasing

FEW = [answer for answer in load() if answer.source in ("g", "h", "i", "k")]


def test_a_phrase_of_few_writers_is_not_learned() -> None:
    learned = train_phrasing(FEW).weights
    assert "as a" in learned
    odd = [replace(FEW[0], texts=("My harpsichord broke.",), labels="S"), *FEW[1:]]
    assert "harpsichord" not in train_phrasing(odd).weights


def test_what_everybody_says_speaks_for_its_part() -> None:
    learned = train_phrasing(FEW)
    task = learned.scores(words_of("My task was to find out why."))
    result = learned.scores(words_of("As a result, complaints fell."))
    assert task.index(max(task)) == 1
    assert result.index(max(result)) == 3


def test_no_writer_is_seen_through_a_phrasing_learned_from_that_writer() -> None:
    of_strangers = phrasings_of_strangers(FEW)
    assert set(of_strangers) == {"g", "h", "i", "k"}
    others = [answer for answer in FEW if answer.source != "g"]
    assert of_strangers["g"] == train_phrasing(others)
