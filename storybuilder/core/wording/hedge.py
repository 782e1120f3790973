"""Hedges: words that take back a little of what is claimed."""

import re
from collections.abc import Iterator

from storybuilder.core.filler import filler_spans
from storybuilder.core.wording.quoted_speech import without_quoted_speech

_HEDGE = re.compile(
    r"\b(?:i (?:think|guess|suppose|believe|assume)"
    r"(?! (?:about|of|in|through|the same|like|ahead)\b)"
    r"|i (?:kind of |sort of )?tried to|maybe|perhaps|probably|possibly|hopefully|kinda|somehow"
    r"|i hope|or so i (?:think|believe)|sort of|kind of)\b",
    re.IGNORECASE,
)
_CONTENT_BEFORE = re.compile(
    r"\b(?:what|how|whatever|who|where|why|when|than|as far as|the way|so)\s+$", re.IGNORECASE
)
_THOUGHT_BEFORE = re.compile(
    r"\b(?:thought|wondered|asked|said|says|told|felt|feared|worried|suspected|whether|if|would"
    r"|explained|knew|expected|who)\b(?:\W+\w+){0,5}\W*$",
    re.IGNORECASE,
)
_ROUGH_NUMBER = re.compile(
    r"\s+(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|a (?:dozen|hundred|week|month|day)"
    r"|fif|twent|thirt|fort|sixt|hundred)",
    re.IGNORECASE,
)


def hedge_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence hedges what it tells, in characters.

    "I think about", "what I think", a rough number ("maybe ten"), a thought told as one ("I asked
    if we could maybe") and quoted speech are content, not hedges.
    """
    told = without_quoted_speech(text)
    filling = set(filler_spans(text)) if "of" in told else set()
    for match in _HEDGE.finditer(told):
        if _hedges(told, match, filling):
            yield match.span()


def _hedges(told: str, match: re.Match[str], filling: set[tuple[int, int]]) -> bool:
    word, before = match[0].lower(), told[max(0, match.start() - 60) : match.start()]
    if word.endswith(" of"):
        return match.span() in filling
    if word.startswith("i "):
        return _CONTENT_BEFORE.search(before) is None
    if _ROUGH_NUMBER.match(told, match.end()):
        return False
    return _THOUGHT_BEFORE.search(before) is None
