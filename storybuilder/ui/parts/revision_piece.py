"""One piece of a proposed text: what goes, what comes, and what in it nobody ever said."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import flet as ft

from storybuilder.core.coaching.revision import Kept, Piece
from storybuilder.core.diff import Run
from storybuilder.ui.parts.changes import run_style
from storybuilder.ui.parts.text import style
from storybuilder.ui.theme import Palette

AROUND_WORDS = 7
"""So many words before and after a change tell where it stands."""


def piece_text(
    piece: Piece, before: Kept | Piece | None, after: Kept | Piece | None, p: Palette, width: float
) -> ft.Control:
    """The change in its place, as one paragraph in the person's voice."""
    spans = [_plain(_end_of(before), p)] if isinstance(before, Kept) else []
    if piece.removed.strip():
        spans.append(
            ft.TextSpan(
                text=_flat(piece.removed),
                style=run_style(Run("removed", piece.removed), "read", p),
            )
        )
    if piece.removed.strip() and piece.added.strip():
        spans.append(_plain(" ", p))
    spans += _added(piece, p)
    if isinstance(after, Kept):
        spans.append(_plain(_start_of(after), p))
    return ft.Text(spans=[one for one in spans if one.text], width=width)


def spoken_piece(piece: Piece, name: str, number: int, of: int) -> str:
    """The change as words, for a screen reader."""
    said = [
        f"{verb} “{_flat(words)}”"
        for verb, words in (("removed", piece.removed), ("added", piece.added))
        if words.strip()
    ]
    untraced = quoted(piece)
    told = f". Not from your words: {untraced}" if untraced else ""
    return f"{name}, change {number} of {of}: {'; '.join(said)}{told}"


def quoted(piece: Piece) -> str:
    """What in it cannot be traced, in quotation marks; empty where all can."""
    words = dict.fromkeys(_flat(claim.text) for claim in piece.claims)
    whole = [one for one in words if not any(one in other for other in words if other != one)]
    return ", ".join(f"“{one}”" for one in whole)


def _added(piece: Piece, p: Palette) -> list[ft.TextSpan]:
    """What comes, underlined; what cannot be traced in it, in the signal colour too."""
    added = _flat(piece.added)
    usual = run_style(Run("added", added), "read", p)
    marked = style(
        "read_mark",
        p.signal,
        decoration=ft.TextDecoration.UNDERLINE,
        decoration_style=ft.TextDecorationStyle.WAVY,
        decoration_color=p.signal,
    )
    claims = {_shared(_flat(claim.text), added) for claim in piece.claims} - {""}
    if not claims:
        return [ft.TextSpan(text=added, style=usual)]
    longest_first = sorted(claims, key=lambda one: (-len(one), one))
    pattern = "(" + "|".join(re.escape(one) for one in longest_first) + ")"
    return [
        ft.TextSpan(text=words, style=marked if words in claims else usual)
        for words in re.split(pattern, added)
        if words
    ]


def _shared(claim: str, added: str) -> str:
    """What of a claim stands in the change, in whole words: it may reach into words that stay."""
    words, said = claim.split(), added.split()
    match = SequenceMatcher(None, words, said, autojunk=False).find_longest_match()
    if match.size == 0:
        return claim if claim in added else ""
    run = " ".join(words[match.a : match.a + match.size])
    return claim if claim in added else run


def _plain(words: str, p: Palette) -> ft.TextSpan:
    return ft.TextSpan(text=words, style=style("read", p.faint))


def _end_of(kept: Kept) -> str:
    words = kept.text.split()
    dots = "… " if len(words) > AROUND_WORDS else ""
    return dots + _joined(words[-AROUND_WORDS:], after=" ")


def _start_of(kept: Kept) -> str:
    words = kept.text.split()
    dots = " …" if len(words) > AROUND_WORDS else ""
    return _joined(words[:AROUND_WORDS], before=" ") + dots


def _joined(words: Sequence[str], *, before: str = "", after: str = "") -> str:
    return f"{before}{' '.join(words)}{after}" if words else ""


def _flat(words: str) -> str:
    return " ".join(words.split())
