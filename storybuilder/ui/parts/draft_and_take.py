"""The draft against the take: what was changed, what was left out, and what landed."""

import flet as ft

from storybuilder.ui.labels import count
from storybuilder.ui.parts.text import hint, prose, text
from storybuilder.ui.said_rows import Landing, Panel, Say
from storybuilder.ui.theme import Palette, S

SIGN_WIDTH, TAIL_WIDTH = 22.0, 66.0
MOST_SHOWN = 4
"""More figures and names that were said are counted: they need nothing of the next take."""
_SIGN = {"changed": "≠", "missed": "○", "said": "✓", "differently": "≈"}
_MOST_LINES = 3
_BETWEEN = " · "


def draft_and_take(found: Panel, p: Palette, width: float) -> ft.Control:
    """Changed, missed, the must-land line, said: what the next take needs first comes first."""
    rows = [_changed(say, p, width) for say in found.changed]
    rows += [_missed(say, p, width) for say in found.missed]
    if found.further:
        rows.append(
            _row("", text(f"and {_beats(found.further)}", "small", p.soft), p.soft, p, width)
        )
    if found.landing:
        rows.append(_landing(found.landing, p, width))
    return ft.Column([*rows, *_said(found.said, p, width)], spacing=S, tight=True)


def _beats(further: int) -> str:
    return f"{further} more beats" if further > 1 else "one more beat"


def _row(
    sign: str, words: ft.Control, shade: str, p: Palette, width: float, tail: str = ""
) -> ft.Control:
    """A sign in its own column, the words, and at the end what they come to."""
    end = TAIL_WIDTH if tail else 0.0
    cells: list[ft.Control] = [
        ft.Container(width=SIGN_WIDTH, content=text(sign, "strong", shade)),
        ft.Container(content=words, width=width - SIGN_WIDTH - end),
    ]
    if tail:
        told = text(tail, "small", p.soft)
        cells.append(ft.Container(content=told, width=end, alignment=ft.Alignment.TOP_RIGHT))
    return ft.Row(cells, spacing=0, vertical_alignment=ft.CrossAxisAlignment.START)


def _changed(say: Say, p: Palette, width: float) -> ft.Control:
    words = prose(
        [
            ("You wrote ", "body", p.soft),
            (say.drafted, "read_mark", p.ink),
            (", you said ", "body", p.soft),
            (say.said, "read_mark", p.signal),
        ]
    )
    return _row(_SIGN["changed"], words, p.signal, p, width, say.at)


def _missed(say: Say, p: Palette, width: float) -> ft.Control:
    if say.kind != "beat":
        return _row(
            _SIGN["missed"], text(say.drafted, "read_small", p.soft), p.soft, p, width, "not said"
        )
    words = ft.Column(
        [
            _clipped(say.drafted, "read_small", p.soft, p),
            text(f"{say.part}, not said", "small", p.faint),
        ],
        spacing=1,
        tight=True,
    )
    return _row(_SIGN["missed"], words, p.soft, p, width)


def _landing(landing: Landing, p: Palette, width: float) -> ft.Control:
    """The line in the person's voice, and below it what became of it."""
    shade = {"said": p.good, "differently": p.soft, "missed": p.soft}[landing.state]
    at = f"{_BETWEEN}{landing.at}" if landing.at else ""
    rows: list[ft.Control] = [
        _clipped(landing.line, "read_small", p.soft if landing.state == "missed" else p.ink, p),
        text(landing.words + at, "small", p.soft),
    ]
    if landing.said:
        rows.append(_clipped(f"“{landing.said}”", "aside", p.soft, p))
    words = ft.Column(rows, spacing=1, tight=True)
    return _row(_SIGN[landing.state], words, shade, p, width)


def _said(says: tuple[Say, ...], p: Palette, width: float) -> list[ft.Control]:
    """Each by itself while there are few; many are counted, and listed in small."""
    if len(says) <= MOST_SHOWN:
        return [
            _row(_SIGN["said"], text(say.drafted, "read_small", p.ink), p.good, p, width)
            for say in says
        ]
    words = ft.Column(
        [
            text(_counted(says), "body", p.ink),
            _clipped(_BETWEEN.join(say.drafted for say in says), "read_small", p.soft, p),
        ],
        spacing=1,
        tight=True,
    )
    return [_row(_SIGN["said"], words, p.good, p, width)]


def _counted(says: tuple[Say, ...]) -> str:
    names = sum(say.kind == "name" for say in says)
    kinds = [(len(says) - names, "figure"), (names, "name")]
    return f"{' and '.join(count(number, kind) for number, kind in kinds if number)} said"


def _clipped(words: str, role: str, shade: str, p: Palette) -> ft.Control:
    """A few lines of a longer text; all of it on demand."""
    return text(
        words,
        role,
        shade,
        max_lines=_MOST_LINES,
        overflow=ft.TextOverflow.ELLIPSIS,
        tooltip=hint(words, p),
    )
