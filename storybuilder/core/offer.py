"""Offers and demands: what a story brings, what a question wants, each prepared once for a map."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from storybuilder.core.drafts.term import is_content, stem
from storybuilder.core.question import Question
from storybuilder.core.story import Story
from storybuilder.core.token import tokens_of, word_set

_ASKING = frozenset(
    stem(word)
    for word in word_set(
        "tell describe explain share walk give example examples instance time times situation "
        "occasion when how approach handle handled handling deal dealt did do ever recent last "
        "would experience happened outcome result think talk discuss someone something you your "
        "story moment case particular specific way through about question questions work worked "
        "working job role"
    )
)
"""Stems of how questions are asked, whatever they ask for."""
_NO_WORDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What one story brings to any question."""

    story: Story = field(repr=False)
    title: str
    """As sentences name it; no other story of the map has the same."""
    primary: str | None = None
    secondary: tuple[str, ...] = ()
    confirmed: bool = True
    """Whether the person chose the competencies; otherwise its words suggested them."""
    words: Mapping[str, str] = field(default=_NO_WORDS, repr=False)
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
    words: Mapping[str, str] = field(default=_NO_WORDS, repr=False)
    """Its content words by stem, without those of asking."""
    commonness: int = 3
    """1 seldom to 5 in almost every interview."""


def words_of(text: str) -> Mapping[str, str]:
    """The content words of a text by stem, each as it is first written. Quick."""
    found: dict[str, str] = {}
    for token in tokens_of(text):
        if token.is_word and is_content(token):
            found.setdefault(stem(token.lower), token.text)
    return found


def asked_words(text: str) -> Mapping[str, str]:
    """The words of a question that say what it is about: those of asking are left out."""
    return {key: word for key, word in words_of(text).items() if key not in _ASKING}


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
