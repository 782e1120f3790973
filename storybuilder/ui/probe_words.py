"""What cards and the coach's questions say around their text, decided without drawing it. Pure."""

from collections.abc import Collection

from storybuilder.core.probe_card import ProbeCard
from storybuilder.core.story import StoryId
from storybuilder.ui.labels import count, number_word

_HARDNESS = {1: "kind", 2: "fair", 3: "probing", 4: "hard", 5: "very hard"}


def hardness_word(hardness: int) -> str:
    """1 -> "kind", 5 -> "very hard"."""
    return _HARDNESS.get(hardness, "probing")


def cards_news(cards: Collection[ProbeCard]) -> str:
    """The title of a story's cards."""
    if not cards:
        return "Nothing to ask about yet."
    return f"{number_word(len(cards))} {'question' if len(cards) == 1 else 'questions'} to expect."


def points_left_out(dropped: int) -> str:
    """Why fewer points of a review are shown than came; empty where all are."""
    if not dropped:
        return ""
    verb = "was" if dropped == 1 else "were"
    who = "it" if dropped == 1 else "they"
    return (
        f"{count(dropped, 'point')} {verb} left out: {who} quoted words that were not said, or "
        "told what you did not."
    )


def questions_left_out(dropped: int) -> str:
    """Why fewer questions, or fewer quotes beside them, are shown than came."""
    if not dropped:
        return ""
    noun = "question or quote" if dropped == 1 else "questions or quotes"
    verb = "was" if dropped == 1 else "were"
    who = "it" if dropped == 1 else "they"
    return f"{dropped} {noun} {verb} left out: {who} told of something that you did not."


def answer_route(story_id: StoryId | None, aloud_id: str) -> str:
    """Where a question of this sitting is answered, with its story or with none."""
    story = f"/{story_id}" if story_id else ""
    return f"/rehearse{story}/aloud/{aloud_id}"
