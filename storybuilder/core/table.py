"""Tables as CSV text that no spreadsheet takes for a program."""

from collections.abc import Iterable, Sequence

Cell = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_QUOTED = frozenset(',"\r\n')


def csv_text(rows: Iterable[Sequence[Cell]]) -> str:
    """Rows as CSV (RFC 4180). Unknown is an empty cell.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP's page
    on CSV injection advises; a number stays one, also below zero.
    """
    return "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text = f"'{cell}" if cell.startswith(_FORMULA) or cell.lstrip()[:1] in _FORMULA[:4] else cell
    if _QUOTED.isdisjoint(text) and text == text.strip():
        return text
    return '"' + text.replace('"', '""') + '"'
