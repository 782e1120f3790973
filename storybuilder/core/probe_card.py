"""Probe cards: what an interviewer would ask next, made from a story's own gaps by rules alone.

Each rule looks for something that is there and lacks its other half: "we" without "I", a number
without what it is worth, a choice without what else was possible. Sources of the rules: the
probing questions that structured interviewing teaches (role, evidence, alternatives, learning).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from storybuilder.core.findings.quote import quote
from storybuilder.core.findings.vague import vague_claim
from storybuilder.core.ownership import actor_spans
from storybuilder.core.quantities.outcome import Outcomes
from storybuilder.core.quantities.quantity import Quantity, find_quantities
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.story import Part
from storybuilder.core.wording.doer import passive_spans
from storybuilder.core.wording.quoted_speech import without_quoted_speech

MOST_CARDS = 8
MOST_OF_A_RULE = 2
"""One question of a kind is a probe; the third is a nuisance."""
LONGEST_QUOTE = 110
"""Characters of the story's words within a question: what can be said in one breath."""
_WHO = (
    r"(?:^|[,;:]\s*|\b(?:I|we)(?:['’](?:ve|d))?\s+(?:(?:have|had|then|also|so|finally|\w+ly)\s+)*)"
)
_CHOSE = re.compile(
    rf"{_WHO}(?:decided|chose|picked|opted|selected|settled on|went with|went for|insisted)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"{_WHO}(?:asked(?:\s+(?!what\b|which\b|how\b|why\b|who\b|where\b|when\b)\S+){{1,4}}?\s+(?:to|for)"
    r"|proposed|suggested|requested|begged|applied|pitched|persuaded|convinced|invited)\b",
    re.IGNORECASE,
)
"""Asked for something; what is asked to be told hangs on nobody's yes."""
_ELSE = re.compile(
    r"\b(?:instead|rather than|alternativ\w+|options?|considered|weighed|compared|versus|either"
    r"|other way|could have|trade-?offs?|pros and cons|against)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:disagree\w*|objected|objections?|refused|resist\w*|push\w* back|worried|sceptic\w*"
    r"|skeptic\w*|argued|against it|complain\w*|said no|reluctant|did(?:n['’]t| not) want)\b",
    re.IGNORECASE,
)
_HARD = re.compile(
    r"\b(?:but|however|although|problem|difficult\w*|hard(?:er|est)?|wrong|failed|stuck|mistakes?"
    r"|(?:did|could|was|were)(?:n['’]t| not)|unfortunately|until|despite|still)\b",
    re.IGNORECASE,
)
_LEARNT = re.compile(
    r"\b(?:learn(?:ed|t|ing)|lesson|next time|since then|in hindsight|looking back|ever since"
    r"|(?:would|I'd|I’d) do differently|taught me|nowadays I|these days|from (?:then|that day) on"
    r"|now I always|I always\b[^.!?]*\bnow|I now (?:always|never)|I stopped|I still|I have made it"
    r"|understood that|realised that|realized that)\b",
    re.IGNORECASE,
)
_NO_CHANGE = re.compile(r"\b(?:no (?:longer|more)|any ?more|more than I)\b", re.IGNORECASE)
"""An end, or a feeling: one could not ask by how much."""
_COMPARED = ("change", "multiplier", "rank", "duration")
"""Quantities that say by themselves what they are measured against, or are not measured so."""

Told = Mapping[Part, Sequence[Sentence]]
"""The sentences of each part."""
Figures = Mapping[Part, Sequence[tuple[Sentence, Quantity]]]
"""The figures of each part, each with the sentence it stands in."""
Rule = Callable[[Told], Iterator["ProbeCard"]]
_HEAD = re.compile(r"^\s*(?:situation|task|action|result)\s*[:–-]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ProbeCard:
    """One question to be ready for."""

    asks: str
    """What is asked, of the words it is about where there are any."""
    why: str
    """What the interviewer wants to learn."""
    hardness: int
    """1 (kind) to 5 (hard)."""
    part: Part | None = None
    """Where the gap is; None for the story as a whole."""
    about: str = ""
    """The words that make one ask, as they stand in the story."""

    @property
    def question(self) -> str:
        """The question as it is asked aloud, understood without anything beside it."""
        return (
            f"You said {quote(self.about, LONGEST_QUOTE)}. {self.asks}" if self.about else self.asks
        )


def probe_cards(
    told: Told, lesson: str = "", outcomes: Outcomes | None = None
) -> tuple[ProbeCard, ...]:
    """Up to MOST_CARDS questions, kind ones first; none for a story without words.

    `lesson` is what the person wrote down beside the parts. `outcomes` tells the figures that came
    of the action from the others; without it each figure of the result is asked about.
    """
    if not any(told.get(part) for part in Part):
        return ()
    figures = _figures(told, outcomes)
    rules: tuple[Rule, ...] = (
        _missing,
        _we,
        _hidden,
        lambda told: _figure(figures, judged=outcomes is not None),
        lambda told: _unmeasured(told, measured=bool(figures[Part.RESULT])),
        _choice,
        _no,
        _against,
        lambda told: _lesson(told, lesson),
        _hardest,
        lambda told: _limit(figures, judged=outcomes is not None),
    )
    found = (card for rule in rules for card in islice(rule(told), MOST_OF_A_RULE))
    return tuple(sorted(islice(_once(found), MOST_CARDS), key=lambda card: card.hardness))


def _once(cards: Iterable[ProbeCard]) -> Iterator[ProbeCard]:
    """No words are asked about twice."""
    asked: set[str] = set()
    for card in cards:
        if card.about not in asked:
            yield card
        asked |= {card.about} if card.about else set()


def _missing(told: Told) -> Iterator[ProbeCard]:
    """What a story can least do without comes first."""
    asks = {
        Part.ACTION: ("What did you do, step by step?", "How you work."),
        Part.RESULT: ("How did it end?", "Whether it made a difference."),
        Part.TASK: ("What exactly was yours to do?", "Your role, apart from the team's."),
        Part.SITUATION: ("Where was this, and why did it matter?", "Context to judge the rest by."),
    }
    for part, (question, why) in asks.items():
        if not told.get(part):
            yield ProbeCard(question, why, 1, part)


def _we(told: Told) -> Iterator[ProbeCard]:
    for sentence in told.get(Part.ACTION, ()):
        actors = [actor for *_, actor in actor_spans(sentence.text)]
        if "we" in actors and "i" not in actors:
            asked = "What of that did you do yourself?"
            yield ProbeCard(asked, "Your own part in it.", 2, Part.ACTION, _words(sentence))


def _hidden(told: Told) -> Iterator[ProbeCard]:
    for sentence in told.get(Part.ACTION, ()):
        if any(True for _ in passive_spans(sentence.text)):
            yield ProbeCard("Who did that?", "Who acted.", 2, Part.ACTION, _words(sentence))


def _figure(figures: Figures, *, judged: bool) -> Iterator[ProbeCard]:
    """One figure a sentence, unless the sentence says what it is measured against."""
    compared = {sentence for sentence, figure in figures[Part.RESULT] if _is_compared(figure)}
    for sentence, figure in figures[Part.RESULT]:
        if sentence not in compared and (figure.is_result or not judged):
            asked = "Where does the number come from, and what would it be without you?"
            why = "Whether the number is large, and whether it is yours."
            yield ProbeCard(asked, why, 4, Part.RESULT, _words(sentence))


def _is_compared(figure: Quantity) -> bool:
    return figure.baseline is not None or figure.kind in _COMPARED or figure.value == 0


def _unmeasured(told: Told, *, measured: bool) -> Iterator[ProbeCard]:
    """A result in words alone; asked of its claim, or where it makes none, of the whole."""
    result = [one for one in told.get(Part.RESULT, ()) if not _NO_CHANGE.search(one.text)]
    numberless = [sentence for sentence in result if not find_quantities(sentence.text)]
    if claim := vague_claim(numberless):
        asked = "How did you know: what was it before, and what after?"
        yield ProbeCard(asked, "A change that can be checked.", 3, Part.RESULT, claim)
    elif told.get(Part.RESULT) and not measured:
        asked = "How do you know that it worked? What could somebody have counted?"
        yield ProbeCard(asked, "Evidence.", 3, Part.RESULT)


def _choice(told: Told) -> Iterator[ProbeCard]:
    sentences = told.get(Part.ACTION, ())
    for before, sentence, after in _neighbours(sentences):
        words = without_quoted_speech(sentence.text)
        if _CHOSE.search(words) and not _ELSE.search(f"{before} {words} {after}"):
            asked = "What else did you consider, and why not that?"
            yield ProbeCard(asked, "How you decide.", 4, Part.ACTION, _words(sentence))


def _neighbours(sentences: Sequence[Sentence]) -> Iterator[tuple[str, Sentence, str]]:
    texts = ["", *(sentence.text for sentence in sentences), ""]
    for place, sentence in enumerate(sentences):
        yield texts[place], sentence, texts[place + 2]


def _no(told: Told) -> Iterator[ProbeCard]:
    """What hung on somebody's yes; once, or the cards would be about little else."""
    for sentence in told.get(Part.ACTION, ()):
        if _ASKED.search(without_quoted_speech(sentence.text)):
            asked = "What would you have done if the answer had been no?"
            yield ProbeCard(
                asked, "Whether you had a second way.", 4, Part.ACTION, _words(sentence)
            )
            return


def _against(told: Told) -> Iterator[ProbeCard]:
    if told.get(Part.ACTION) and not _AGAINST.search(_all(told)):
        asked = "Who saw it differently, and how did you deal with that?"
        yield ProbeCard(asked, "How you meet resistance.", 4)


def _lesson(told: Told, lesson: str) -> Iterator[ProbeCard]:
    if not lesson.strip() and not _LEARNT.search(_all(told)):
        asked = "What would you do differently today?"
        yield ProbeCard(asked, "Whether you learn from what you do.", 3)


def _hardest(told: Told) -> Iterator[ProbeCard]:
    action = told.get(Part.ACTION, ())
    told_of = (_HARD.search(one.text) or _AGAINST.search(one.text) for one in action)
    if action and not any(told_of):
        asked = "What was the hardest moment, and what did you do then?"
        yield ProbeCard(asked, "What you do when it does not go by plan.", 3, Part.ACTION)


def _limit(figures: Figures, *, judged: bool) -> Iterator[ProbeCard]:
    """The hard question that can be asked of any story."""
    counted = any(
        figure.kind != "duration" and (figure.is_result or not judged)
        for _, figure in figures[Part.RESULT]
    )
    asked = (
        "Would the same have worked with ten times as many people, or ten times the work?"
        if counted
        else "Suppose it had not worked. What would you have tried next?"
    )
    yield ProbeCard(asked, "Whether you know the limits of what you did.", 5)


def _figures(told: Told, outcomes: Outcomes | None) -> Figures:
    """The figures of each part with their sentences, judged among all that is told."""
    text, placed = "", list[tuple[Part, Sentence, LabelledSentence]]()
    for part in Part:
        for one in told.get(part, ()):
            here = Sentence(one.text, len(text), len(text) + len(one.text))
            labelled = LabelledSentence(sentence=here, part=part, confidence=1.0)
            placed.append((part, one, labelled))
            text += f"{one.text}\n"
    found: dict[Part, list[tuple[Sentence, Quantity]]] = {part: [] for part in Part}
    for figure in find_quantities(text, [labelled for *_, labelled in placed], outcomes):
        for part, one, labelled in placed:
            if labelled.sentence.start_char <= figure.start_char < labelled.sentence.end_char:
                found[part].append((one, figure))
    return found


def _words(sentence: Sentence) -> str:
    """A sentence without the name of its part before it."""
    return sentence.text[found.end() :] if (found := _HEAD.match(sentence.text)) else sentence.text


def _all(told: Told) -> str:
    return " ".join(sentence.text for sentences in told.values() for sentence in sentences)
