"""Offers and demands: what a story brings, what a question wants, each prepared once for a map."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from storybuilder.core.competency import Competency
from storybuilder.core.drafts.term import is_content, stem
from storybuilder.core.framework import Framework
from storybuilder.core.question import Question
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.core.token import Token, word_set

_ASKING = frozenset(
    stem(word)
    for word in word_set(
        "tell describe explain share walk give example examples instance time times situation "
        "occasion when how approach handle handled handling deal dealt did do ever recent last "
        "would experience happened outcome result think talk discuss someone something you your "
        "story moment case particular specific way through about question questions work worked "
        "working job role people person team group two half part rest take took taken along day "
        "week month year long new good great best most hard help find found put use used"
    )
)
"""Stems of how questions are asked, and of what any story speaks of: sharing them says nothing."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
UNTITLED = "Untitled story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What one story brings to any question."""

    id: StoryId
    title: str
    """As sentences name it; no other story of the map has the same."""
    texts: Mapping[Part, str] = field(default_factory=dict, repr=False)
    """Its draft, to quote from."""
    missing: tuple[Part, ...] = ()
    """Parts that are not written yet."""
    primary: str | None = None
    secondary: tuple[str, ...] = ()
    confirmed: bool = True
    """Whether the person chose the competencies; otherwise its words suggested them."""
    words: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Its content words by stem, each as it is first written."""
    quantified: bool = False
    """Whether its result, or the last take, tells a figure that came of the action."""
    ready_takes: int = 0
    """Takes that have their words."""
    years_ago: int | None = None
    """Whole years since it happened; None when it does not say."""
    told_here: bool = False
    """Whether this employer has heard it already."""

    @property
    def competencies(self) -> tuple[str, ...]:
        """What it shows, the primary one first."""
        return (() if self.primary is None else (self.primary,)) + self.secondary


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What one question, or one item of a framework, wants of a story."""

    id: str
    text: str
    competencies: tuple[str, ...] = ()
    """Best first; empty when nobody has said and its words suggest none."""
    confirmed: bool = True
    """Whether somebody said so; otherwise its words suggested them."""
    words: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Its content words by stem, without those of asking."""
    commonness: int = 3
    """1 seldom to 5 in almost every interview."""


def words_of(text: str) -> Mapping[str, str]:
    """The content words of a text by stem, each as it is first written. Quick."""
    found: dict[str, str] = {}
    for word in dict.fromkeys(_WORD.findall(text)):
        lower = word.lower().replace("’", "'")
        if is_content(Token(word, lower, 0, len(word))):
            found.setdefault(stem(lower), word)
    return found


def asked_words(text: str) -> Mapping[str, str]:
    """The words of a question that say what it is about: those of asking are left out."""
    return {key: word for key, word in words_of(text).items() if key not in _ASKING}


def ideal(competency: str) -> Offer:
    """The best story of one competency there could be: whole, with a figure, told, recent."""
    return Offer(
        id=StoryId(""),
        title="",
        primary=competency,
        quantified=True,
        ready_takes=3,
        years_ago=0,
    )


def titles_of(stories: Iterable[Story]) -> Mapping[StoryId, str]:
    """What sentences call each story; of those with one title the later ones get a number."""
    seen: Counter[str] = Counter()
    titles = {}
    for story in stories:
        title = story.title.strip() or UNTITLED
        seen[title] += 1
        titles[story.id] = title if seen[title] == 1 else f"{title} ({seen[title]})"
    return titles


def competency_demand(competency: Competency) -> Demand:
    """A column for one competency by itself."""
    return Demand(id=competency.id, text=competency.label, competencies=(competency.id,))


def item_demands(framework: Framework, known: Collection[str]) -> tuple[Demand, ...]:
    """What each item of a framework wants; competencies that no longer exist are left out.

    The id names the framework too: items of two frameworks may have the same id.
    """
    return tuple(
        Demand(
            id=f"{framework.id}/{item.id}",
            text=item.label,
            competencies=tuple(id for id in item.competencies if id in known),
            words=asked_words(f"{item.label}. {item.meaning}"),
        )
        for item in framework.items
    )


def story_words(story: Story) -> Mapping[str, str]:
    """All that the person wrote of a story, by stem."""
    texts = (story.title, story.headline, story.spoken_text, story.lesson, *story.tags)
    return words_of("\n".join(texts))


def demand_of(
    question: Question, known: Collection[str], suggested: tuple[str, ...] = ()
) -> Demand:
    """What a question wants; competencies that no longer exist (not in `known`) are left out.

    `suggested` counts only where nobody has said what the question tests.
    """
    said = tuple(id for id in question.competencies if id in known)
    return Demand(
        id=question.id,
        text=question.text,
        competencies=said or tuple(id for id in suggested if id in known),
        confirmed=bool(said),
        words=asked_words(question.text),
        commonness=min(5, max(1, question.commonness)),
    )
