"""Short ways to say "a story that offers this" in tests of fits, maps, plans and loops."""

from pathlib import Path

from storybuilder.adapters.competency_file import load_competencies
from storybuilder.core.fit_reason import Lore
from storybuilder.core.offer import Demand, Offer, asked_words, words_of
from storybuilder.core.story import StoryId

COMPETENCIES = load_competencies(Path(__file__).parents[1] / "assets" / "competencies.json")
LORE = Lore({one.id: one for one in COMPETENCIES}, lambda _: ())
"""The real competencies, and nobody who suggests any."""


def offer(id: str = "s1", words: str = "", **fields: object) -> Offer:
    """A whole story of last year, without a figure and never told; its id is its title."""
    given = {"id": StoryId(id), "title": id, "words": words_of(words), "years_ago": 1, **fields}
    return Offer(**given)  # type: ignore[arg-type]  # names are ours


def demand(text: str = "", *competencies: str, id: str = "q1", **fields: object) -> Demand:
    """A question that somebody said tests these, the first one first."""
    given = {"id": id, "text": text, "words": asked_words(text), "competencies": competencies}
    return Demand(**{**given, **fields})  # type: ignore[arg-type]  # names are ours
