"""Question lists: the questions in a text, a Markdown document or a table, as people keep them."""

import csv
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Form = Literal["txt", "md", "csv"]
MOST_CHARACTERS = 2_000
"""Of one question; a longer line is something else."""
MOST_QUESTIONS = 20_000
HEADS = ("question", "questions", "question text", "interview question", "prompt")
"""What the column of the questions may be called, in any case."""

_MARK = re.compile(
    r"\s*(?:[-*+•‣◦–—·]\s+|\[[ xX]?\]\s+|\(?(?:\d{1,5}|[a-zA-Z])[.)]\s+"
    r"|[Qq](?:uestion)?\s?\d{0,3}\s?[.:)]\s*)"
)
"""A bullet, a box to tick or a number before a question."""
_HEADING_WORDS = 8
_SHOUTED_WORDS = 5
_LETTER = re.compile(r"[^\W\d_]")
_FENCE = ("```", "~~~")
_INDENT = re.compile(r"\s+\S")


class ListMisfit(ValueError):
    """Why a text is no list of questions, as words that complete "the list ..."."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One question of a list."""

    written: str
    """As it stands there, with its bullet or number, without the space around it."""
    text: str
    """The question itself."""


def listed_questions(text: str, form: Form) -> tuple[Listed, ...]:
    """The questions of a list in their order, each as often as it stands there.

    Raises ListMisfit for another program's JSON, a broken table, or far too much text.
    """
    if _is_json(text):
        raise ListMisfit("is JSON")
    readers = {"txt": _in_lines, "md": _in_markdown, "csv": _in_table}
    found = [
        Listed(written, question)
        for written in readers[form](text)
        if _LETTER.search(question := _unmarked(written))
    ]
    if len(found) > MOST_QUESTIONS:
        raise ListMisfit(f"holds more than {MOST_QUESTIONS:,} questions")
    for place, one in enumerate(found, 1):
        if len(one.written) > MOST_CHARACTERS:
            raise ListMisfit(f"has a question, number {place}, of over {MOST_CHARACTERS:,} letters")
    return tuple(found)


def question_key(text: str) -> str:
    """What two questions share that say the same: their words, whatever signs stand between."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(re.findall(r"[\w']+", plain))


def _is_json(text: str) -> bool:
    """A whole document, or one a line."""
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return False
    return any(_parses(part) for part in (start, start.splitlines()[0]))


def _parses(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _unmarked(line: str) -> str:
    """The question without its bullet, number, and emphasis of the whole."""
    text = line.strip()
    while mark := _MARK.match(text):
        text = text[mark.end() :].strip()
    for sign in ("**", "__", "*", "_"):
        inner = text[len(sign) : -len(sign)]
        if text.startswith(sign) and text.endswith(sign) and inner and sign not in inner:
            return inner.strip()
    return text


# ---------------------------------------------------------------- plain text
def _in_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip() and not _is_heading(line.strip()):
            yield line.strip()


def _is_heading(line: str) -> bool:
    if line.startswith("#"):
        return True
    words = line.split()
    shouted = line.isupper() and len(words) <= _SHOUTED_WORDS and not line.endswith("?")
    return shouted or (line.endswith(":") and len(words) <= _HEADING_WORDS)


# ---------------------------------------------------------------- Markdown
def _in_markdown(text: str) -> Iterator[str]:
    """Items of lists and paragraphs; a line goes on until a blank one, an item or a sentence end.

    Headings, rules, tables, comments and code are left out.
    """
    open_question: list[str] = []
    for line in _prose_lines(text):
        if open_question and _ends_before(line, open_question[-1]):
            yield from _joined(open_question)
            open_question = []
        if line.strip():
            open_question.append(line.strip())
    yield from _joined(open_question)


def _prose_lines(text: str) -> Iterator[str]:
    """The lines that may hold questions; a blank one stands for what was left out."""
    fenced = False
    for line in re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).splitlines():
        line = re.sub(r"^\s*(?:>\s?)+", "", line)
        stripped = line.strip()
        if stripped.startswith(_FENCE):
            fenced = not fenced
        left_out = fenced or stripped.startswith((*_FENCE, "#", "|"))
        left_out = left_out or re.fullmatch(r"([-=*_]\s*){3,}", stripped) is not None
        yield "" if left_out else line


def _ends_before(line: str, last: str) -> bool:
    """Whether a question that ended with the line `last` is complete when `line` comes."""
    if not line.strip() or _MARK.match(line):
        return True
    return last.endswith((".", "?", "!", ":")) and not _INDENT.match(line)


def _joined(lines: list[str]) -> Iterator[str]:
    whole = " ".join(lines)
    if whole and not whole.endswith(":") and not _is_heading(whole):
        yield whole


# ---------------------------------------------------------------- tables
def _in_table(text: str) -> Iterator[str]:
    lines = text.splitlines(keepends=True)
    sign = _separator(lines)
    rows = [(at, row) for at, row in _rows(lines, sign) if any(cell.strip() for cell in row)]
    if not rows:
        return
    head = rows[0][1]
    named = [cell.strip().casefold() for cell in head]
    column = next((named.index(name) for name in HEADS if name in named), None)
    for at, row in rows if column is None else rows[1:]:
        if len(head) == 1:  # a table of one column needs no quotes around its commas
            cell = sign.join(row)
        elif len(row) > len(head) or (column is None and len(row) < len(head)):
            raise ListMisfit(
                f"is a broken table: line {at} has {_columns(row)} and the first {len(head)}"
            )
        else:
            cell = row[column or 0] if len(row) > (column or 0) else ""
        if cell.strip():
            yield " ".join(cell.split())


def _columns(row: list[str]) -> str:
    return "1 column" if len(row) == 1 else f"{len(row)} columns"


def _rows(lines: Iterable[str], sign: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line it ends on."""
    reader = csv.reader(lines, delimiter=sign, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise ListMisfit(
            f"is a broken table: the quotes do not match at line {reader.line_num}"
        ) from error


def _separator(lines: Iterable[str]) -> str:
    """What parts the columns: the commonest of its kind in the first line that says something."""
    first = next((line for line in lines if line.strip()), "")
    unquoted = re.sub(r'"[^"]*"', "", first)
    return max((",", ";", "\t"), key=unquoted.count)
