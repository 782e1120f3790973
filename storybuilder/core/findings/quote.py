"""Quotes: the person's own words inside advice, shortened so that the advice stays one sentence."""

from collections.abc import Sequence

LONGEST = 60
"""Characters: about ten words, enough to know the place again."""
_MORE = "…"
_EDGES = " .,;:!?–—-…\"'“”‘’"
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "’"})


def quote(text: str, longest: int = LONGEST) -> str:
    """The beginning of a stretch of text, in quotation marks: “I asked the drivers …”."""
    words = _told(text)
    if len(words) <= longest:
        return f"“{words}”"
    kept = words[: longest + 1].rpartition(" ")[0] or words[:longest]
    return f"“{kept.rstrip(_EDGES)} {_MORE}”"


def quote_end(text: str, longest: int = LONGEST) -> str:
    """The end of a stretch of text, in quotation marks: “… and nobody noticed”."""
    words = _told(text)
    if len(words) <= longest:
        return f"“{words}”"
    kept = words[-longest - 1 :].partition(" ")[2] or words[-longest:]
    return f"“{_MORE} {kept.lstrip(_EDGES)}”"


def _told(text: str) -> str:
    """On one line, without signs at its edges, and with no mark that would close the quote."""
    line = " ".join(text.split())
    return (line.strip(_EDGES) or line).translate(_INNER)


def named(words: Sequence[str], most: int = 3) -> str:
    """Several quotes in a row: “um”, “like” and “you know”; beyond `most` they are left out."""
    quotes = [quote(word) for word in words[:most]]
    return " and ".join(filter(None, [", ".join(quotes[:-1]), quotes[-1]])) if quotes else ""
