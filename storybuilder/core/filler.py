"""Fillers: sounds and phrases that only fill time."""

import re
from collections.abc import Iterator

_SOUND = r"(?:u+[hm]+|umm*|e+rm+|er|hmm+|mm+|mhm|a+h+)"
_PHRASES = re.compile(
    rf"\b(?:{_SOUND}|you\s+know|i\s+mean|sort\s+of|kind\s+of|basically|actually|literally|like)\b",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([\w'’]+)([^\w]*)$")
_WORD_AFTER = re.compile(r"^([^\w]*)([\w'’]+)")

_NOT_BEFORE_YOU_KNOW = {
    "as",
    "if",
    "do",
    "did",
    "let",
    "when",
    "what",
    "before",
    "that",
    "because",
    "people",
}
_NOT_AFTER_YOU_KNOW = {
    "how",
    "what",
    "who",
    "where",
    "when",
    "why",
    "whether",
    "if",
    "them",
    "him",
    "her",
}
_NOT_BEFORE_I_MEAN = {"what", "which", "that", "by", "how"}
_KINDS = {
    *("a", "an", "the", "this", "that", "these", "those", "what", "which", "any", "some", "same"),
    *(
        "different",
        "every",
        "each",
        "another",
        "other",
        "one",
        "no",
        "all",
        "new",
        "right",
        "wrong",
    ),
    *(
        "first",
        "second",
        "certain",
        "similar",
        "particular",
        "whatever",
        "only",
        "my",
        "our",
        "their",
    ),
    *("his", "her", "its", "your", "best", "worst", "special", "rare", "specific", "usual", "many"),
}
_KINDS_OF = {
    *("problem", "problems", "thing", "things", "person", "people", "work", "issue", "issues"),
    *("project", "projects", "situation", "situations", "question", "questions", "customer"),
    *("customers", "data", "role", "team", "job", "error", "errors", "system", "model", "software"),
}
_BEFORE_FILLING_LIKE = {
    "was",
    "were",
    "and",
    "so",
    "but",
    "because",
    "just",
    "um",
    "uh",
    "it's",
    "i'm",
}
_NOT_AFTER_LIKE = {"to", "that", "this", "me", "him", "her", "them", "us", "it", "those", "these"}
"""After "was like": "was like that" compares."""


def filler_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each filler stands in a text, in characters, in order."""
    for match in _PHRASES.finditer(text):
        if _fills(text, match.start(), match.end()):
            yield match.span()


def _fills(text: str, start: int, end: int) -> bool:
    phrase = " ".join(text[start:end].lower().split())
    before, gap_before = _neighbour_before(text, start)
    gap_after, after = _neighbour_after(text, end)
    match phrase:
        case "like":
            return _like_fills(before, gap_before, gap_after, after)
        case "you know":
            return before not in _NOT_BEFORE_YOU_KNOW and after not in _NOT_AFTER_YOU_KNOW
        case "i mean":
            return before not in _NOT_BEFORE_I_MEAN
        case "sort of" | "kind of":
            return before not in _KINDS and after not in _KINDS_OF
        case "er":
            return text[start:end] != "ER"
        case "mm":
            return not before.isdigit()
    return True


def _neighbour_before(text: str, start: int) -> tuple[str, str]:
    found = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    return (found[1].lower().replace("’", "'"), found[2]) if found else ("", "")


def _neighbour_after(text: str, end: int) -> tuple[str, str]:
    found = _WORD_AFTER.search(text[end : end + 30])
    return (found[1], found[2].lower()) if found else ("", "")


def _like_fills(before: str, gap_before: str, gap_after: str, after: str) -> bool:
    """ "like" between commas, or after "was", "and", "so"; "I like it" and "like this" do not."""
    if "," in gap_before and ("," in gap_after or before in ("um", "uh")):
        return True
    plain = not gap_before.strip() or before in ("um", "uh")
    return plain and before in _BEFORE_FILLING_LIKE and after not in _NOT_AFTER_LIKE
