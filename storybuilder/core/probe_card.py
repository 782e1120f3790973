"""Probe cards: what an interviewer would ask next, made from a story's own gaps by rules alone.

Each rule looks for something that is there and lacks its other half: "we" without "I", a number
without what it was before, a choice without what else was possible. Sources of the rules: the
probing questions that structured interviewing teaches (role, evidence, alternatives, learning).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from storybuilder.core.findings.quote import quote
from storybuilder.core.findings.vague import vague_claim
from storybuilder.core.ownership import actor_spans
from storybuilder.core.quantities.quantity import Quantity, find_quantities
from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part
from storybuilder.core.wording.doer import passive_spans
from storybuilder.core.wording.quoted_speech import without_quoted_speech

MOST_CARDS = 8
MOST_OF_A_RULE = 2
"""One question of a kind is a probe; the third is a nuisance."""
_CHOSE = re.compile(
    r"\b(?:decided|chose|picked|opted|selected|settled on|went with|went for|insisted|proposed)\b",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:instead|rather than|alternativ\w+|options?|considered|weighed|compared|versus|either"
    r"|other way|could have|trade-?offs?|pros and cons|against)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:disagree\w*|objected|objections?|refused|resist\w*|push\w* back|worried|sceptic\w*"
    r"|skeptic\w*|argued|against it|complain\w*|said no|reluctant|convinced?|persuaded?)\b",
    re.IGNORECASE,
)
_LEARNT = re.compile(
    r"\b(?:learn(?:ed|t)|lesson|next time|since then|in hindsight|looking back|would do differently"
    r"|taught me|ever since|nowadays I)\b",
    re.IGNORECASE,
)
_COMPARED = ("change", "multiplier", "rank")
"""Quantities that say by themselves what they are measured against."""

Told = Mapping[Part, Sequence[Sentence]]
"""The sentences of each part."""


@dataclass(frozen=True, slots=True)
class ProbeCard:
    """One question to be ready for."""

    question: str
    why: str
    """What the interviewer wants to learn."""
    hardness: int
    """1 (kind) to 5 (hard)."""
    part: Part | None = None
    """Where the gap is; None for the story as a whole."""
    about: str = ""
    """The words that make one ask, as they stand in the story."""


def probe_cards(told: Told, lesson: str = "") -> tuple[ProbeCard, ...]:
    """Up to MOST_CARDS questions, kind ones first; none for a story without words."""
    if not any(told.get(part) for part in Part):
        return ()
    rules = (_missing, _we, _hidden, _vague, _figure, _choice, _unmeasured, _against, _lesson)
    found = [card for rule in rules for card in islice(rule(told, lesson), MOST_OF_A_RULE)]
    kept = [*found, *_always()][:MOST_CARDS]
    return tuple(sorted(kept, key=lambda card: card.hardness))


def _missing(told: Told, _: str) -> Iterator[ProbeCard]:
    asks = {
        Part.SITUATION: ("Where was this, and why did it matter?", "Context to judge the rest by."),
        Part.TASK: ("What exactly was yours to do?", "Your role, apart from the team's."),
        Part.ACTION: ("What did you do, step by step?", "How you work."),
        Part.RESULT: ("How did it end?", "Whether it made a difference."),
    }
    for part, (question, why) in asks.items():
        if not told.get(part):
            yield ProbeCard(question, why, 1, part)


def _we(told: Told, _: str) -> Iterator[ProbeCard]:
    for sentence in told.get(Part.ACTION, ()):
        actors = [actor for *_, actor in actor_spans(sentence.text)]
        if "we" in actors and "i" not in actors:
            asked = f"You said {quote(sentence.text)}. What of that did you do yourself?"
            yield ProbeCard(asked, "Your own part in it.", 2, Part.ACTION, sentence.text)


def _hidden(told: Told, _: str) -> Iterator[ProbeCard]:
    for sentence in told.get(Part.ACTION, ()):
        for start, end in islice(passive_spans(sentence.text), 1):
            about = sentence.text[start:end]
            asked = f"{quote(sentence.text)}: who did that?"
            yield ProbeCard(asked, "Who acted.", 2, Part.ACTION, about)


def _vague(told: Told, _: str) -> Iterator[ProbeCard]:
    result = told.get(Part.RESULT, ())
    numberless = [sentence for sentence in result if not find_quantities(sentence.text)]
    if claim := vague_claim(numberless):
        asked = f"{quote(claim)}: from what, to what?"
        yield ProbeCard(asked, "A change that can be checked.", 3, Part.RESULT, claim)


def _figure(told: Told, _: str) -> Iterator[ProbeCard]:
    for sentence in told.get(Part.RESULT, ()):
        for figure in find_quantities(sentence.text):
            if _stands_alone(figure):
                asked = f"{quote(figure.text)}: what was it before, and how was it measured?"
                why = "Whether the number is large, and whether it is yours."
                yield ProbeCard(asked, why, 3, Part.RESULT, figure.text)


def _stands_alone(figure: Quantity) -> bool:
    return figure.baseline is None and figure.kind not in (*_COMPARED, "duration")


def _choice(told: Told, _: str) -> Iterator[ProbeCard]:
    sentences = told.get(Part.ACTION, ())
    for before, sentence, after in _neighbours(sentences):
        words = without_quoted_speech(sentence.text)
        around = f"{before} {words} {after}"
        if _CHOSE.search(words) and not _ELSE.search(around):
            asked = f"{quote(sentence.text)}: what else did you consider, and why not that?"
            yield ProbeCard(asked, "How you decide.", 4, Part.ACTION, sentence.text)


def _neighbours(sentences: Sequence[Sentence]) -> Iterator[tuple[str, Sentence, str]]:
    texts = ["", *(sentence.text for sentence in sentences), ""]
    for place, sentence in enumerate(sentences):
        yield texts[place], sentence, texts[place + 2]


def _unmeasured(told: Told, _: str) -> Iterator[ProbeCard]:
    result = told.get(Part.RESULT, ())
    if result and not any(find_quantities(sentence.text) for sentence in result):
        asked = "How do you know that it worked? What would somebody have counted?"
        yield ProbeCard(asked, "Evidence.", 3, Part.RESULT)


def _against(told: Told, _: str) -> Iterator[ProbeCard]:
    if told.get(Part.ACTION) and not _AGAINST.search(_all(told)):
        asked = "Who disagreed with you, and how did you deal with that?"
        yield ProbeCard(asked, "How you meet resistance.", 4)


def _lesson(told: Told, lesson: str) -> Iterator[ProbeCard]:
    if not lesson.strip() and not _LEARNT.search(_all(told)):
        asked = "What would you do differently today?"
        yield ProbeCard(asked, "Whether you learn from what you do.", 3)


def _always() -> Iterator[ProbeCard]:
    yield ProbeCard(
        "Would it have worked with ten times as many people or as much work?",
        "Whether you know the limits of what you did.",
        5,
    )


def _all(told: Told) -> str:
    return " ".join(sentence.text for sentences in told.values() for sentence in sentences)
