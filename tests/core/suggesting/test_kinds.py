from collections import Counter

from storybuilder.adapters.competency_file import load_competencies
from storybuilder.core.suggesting.kinds import KINDS
from storybuilder.places import assets


def test_every_competency_has_kinds_of_words() -> None:
    known = {one.id for one in load_competencies(assets() / "competencies.json")}
    assert KINDS.keys() == known


def test_a_kind_speaks_for_one_competency_only() -> None:
    names = Counter(name for kinds in KINDS.values() for name in kinds)
    assert max(names.values()) == 1


def test_lists_hold_words_and_nothing_empty() -> None:
    listed = [
        words for kinds in KINDS.values() for line in kinds.values() for words in line.split(", ")
    ]
    assert [words for words in listed if not words.strip() or words != words.lower()] == []
