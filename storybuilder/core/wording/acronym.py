"""Acronyms: capitals that whoever listens may not know, and whether the answer explains them."""

import re
from collections.abc import Iterator, Sequence

from storybuilder.core.token import word_set

_ACRONYM = re.compile(r"(?<![\w&@#./-])([A-Z]{2,6})(?:s|['’]s)?(?![\w&@/-])")
_ROMAN = re.compile(r"[IVX]+")
_WORD = re.compile(r"[^\W\d_]+")
_EXPLAINED_AFTER = re.compile(
    r"['’]?s?,?\s*(?:\(|[,–—]?\s*(?:which |that )?(?:stands for|means|is short))"
)

KNOWN = frozenset(
    # Everyday letters: nobody says them in words.
    word_set(
        "TV PC ID OK USB PDF GPS SMS URL PIN ATM CV FAQ VIP DIY SIM LED CD DVD CCTV WIFI SUV AC DC "
        "AM PM AD BC GMT ASAP FYI PS XL DJ MC BBQ DNA MRI HIV AIDS COVID PE IQ SOS GP ISBN RNA CAT"
    )
    # Whoever hires knows them: roles, departments, the words of hiring itself.
    | word_set(
        "CEO CFO CTO COO CIO HR IT PR BA MA BSC MSC PHD MBA GCSE STAR ROI KPI VAT PLC LTD LLC"
    )
    # Places and bodies known by their letters.
    | word_set(
        "US USA UK EU UN UAE NYC LA NHS BBC NASA NATO FBI CIA IRS WHO IBM BMW DHL UPS IKEA HP AWS "
        "SAP"
    )
    # Of things made of software: the words behind the letters would help nobody.
    | word_set(
        "AI API SQL HTML CSS HTTP XML JSON CSV IOS PHP UI JPEG PNG CPU RAM GB MB KB TB HDMI README"
    )
)
_STRESSED = word_set(
    "NOT ALL NO YES NEVER VERY WHY AND BUT OR STOP NOW THE A AN I WE MY ME IS WAS ARE DO DID ONE "
    "TWO EVERY LIKE REST ABC XYZ MORE LESS ONLY MUST SO TOO ANY THIS THAT HOW WHAT ON OFF IN OUT "
    "UP TO IF IT NEW OPEN "
    "SHUT RED GO DONE TODO DRAFT NOTE TASK ACTION RESULT SITUATION"
)


def unexplained_acronyms(text: str) -> Iterator[tuple[str, int, int]]:
    """Each acronym that is never explained: its letters and where it is first said.

    None in a text without small letters (a heading, a transcript in capitals) and none that is
    widely known, a Roman number or a stressed word. An acronym is explained by words with its
    initials anywhere, or by what follows it in brackets.
    """
    found: dict[str, tuple[int, int]] = {}
    words = _WORD.findall(text)
    if _shouts(words):
        return
    for match in _ACRONYM.finditer(text):
        letters = match[1]
        known = letters in KNOWN or letters in _STRESSED or _ROMAN.fullmatch(letters)
        if known or letters in found or _EXPLAINED_AFTER.match(text, match.end(1)):
            continue
        found[letters] = match.span(1)
    for letters, (start, end) in found.items():
        if letters.lower() not in words and not _is_spelled(letters, words):
            yield letters, start, end


def _shouts(words: Sequence[str]) -> bool:
    loud = sum(1 for word in words if len(word) > 1 and word.isupper())
    return loud * 2 > len(words)


_SMALL = word_set("of and the for to in a an on")


def _is_spelled(letters: str, words: Sequence[str]) -> bool:
    """Whether words beginning with these letters follow each other; small words may lie between."""
    wanted = letters.lower()
    plain = [word for word in words if word.lower() not in _SMALL and not word.isupper()]
    return any(wanted in _initials(kept) for kept in (plain, words))


def _initials(words: Sequence[str]) -> str:
    return "".join(" " if len(w) > 1 and w.isupper() else w[0].lower() for w in words)
