"""Stories in other people's files: Markdown or plain text whose parts have labels.

A label is a heading ("## Situation"), bold words ("**Result:** down by half"), a word before a
colon ("Task: halve it"), a letter ("S: ..."), or the part's name alone on its line. A story
begins with a heading that is no label, at a line of dashes, or where the next situation begins.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from storybuilder.core.competency import Competency
from storybuilder.core.markdown import as_text, without_emphasis
from storybuilder.core.story import Part, Story

_NAMES = {
    "situation": "situation|situations",
    "task": "task|tasks",
    "action": "action|actions",
    "result": "result|results",
    "title": "title|story title",
    "headline": "headline",
    "lesson": "lesson|lessons|lesson learned|lessons learned|lesson learnt|lessons learnt|learning"
    "|learnings|what i learned|what i learnt|reflection|takeaway|takeaways",
    "must_land": "must land|key line|key message",
    "happened": "happened",
    "tags": "tags|keywords",
    "competencies": "competency|competencies|other competencies",
}
"""What a label may say anywhere, also plainly before a colon."""
_MARKED_NAMES = {
    "situation": "context|background|setting|the setting",
    "task": "goal|goals|objective|objectives|challenge|problem|role|responsibility",
    "action": "approach|steps|steps taken|what i did",
    "result": "outcome|outcomes|impact",
    "headline": "summary|in short|one line|tldr",
    "happened": "when|date|year|period",
    "tags": "skills",
}
"""What is a label only in a heading or in bold: before a colon it is too often part of a story."""
_LETTERS = {"s": "situation", "t": "task", "a": "action", "r": "result"}
_PARTS = {part.value for part in Part}
_ONE_LINE = {"happened", "tags", "competencies"}
"""With words beside its label one of these is complete; what follows belongs to the part before."""
LONGEST_TITLE = 100
LABEL_LEVEL = 7
"""Of a label that is no heading: below all six levels of headings."""

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:[*_-] ){2,}[*_-])[ \t]*$")
_BULLET = re.compile(r"\A[ \t]*(?:[-*+•][ \t]+|\d{1,2}[.)][ \t]+)")
_BOLD = re.compile(r"(\*\*|__)([^*_\n]{1,60})\1[ \t]*[:–—-]?[ \t]*(.*)$")
_BEFORE_COLON = re.compile(r"([^\W\d_][^:\n]{0,30}?)[ \t]*:(?:[ \t]+|$)(.*)$")
_LETTER = re.compile(r"[\[(]?([STARstar])[\])]?[ \t]*[:.)–—-](?:[ \t]+|$)(.*)$")
_NUMBERED = re.compile(
    r"\A(?:(?:star )?(?:story|example)\s*#?\d*\s*[:.)–—-]|#?\d{1,3}\s*[:.)])\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Outline:
    """The stories of a text, and how many of its paragraphs belong to none."""

    stories: tuple[Story, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A line and what it is: a heading has a level, a label a field; a rule neither."""

    text: str
    level: int = 0
    field: str = ""
    rest: str = ""
    rule: bool = False


@dataclass(slots=True)
class _Chunk:
    """A story as it is being read."""

    title: str = ""
    level: int = LABEL_LEVEL
    """Of its title."""
    label_level: int | None = None
    """Of its first label; None before it."""
    after_rule: bool = False
    current: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)

    @property
    def parts(self) -> set[str]:
        """Which of the four parts are labelled in it."""
        return _PARTS & self.fields.keys()

    def add(self, text: str) -> None:
        self.fields.setdefault(self.current, []).append(text)


def outline_of(
    text: str, blank: Story, competencies: Sequence[Competency] = (), *, markdown: bool = True
) -> Outline:
    """The stories of a text: each is `blank` with what the text says.

    What is called a competency and is none of ours becomes a tag. No label, no story.
    """
    chunks = _joined(_chunks(_lines(text)))
    told = [chunk for chunk in chunks if chunk.parts]
    others = ["\n".join(lines) for chunk in chunks if not chunk.parts for lines in _all(chunk)]
    left_out = sum(bool(paragraph.strip()) for one in others for paragraph in one.split("\n\n"))
    known = {name.casefold(): one.id for one in competencies for name in (one.id, one.label)}
    return Outline(tuple(_story(chunk, blank, known, markdown) for chunk in told), left_out)


# ------------------------------------------------------------ lines
def _lines(text: str) -> Iterator[_Line]:
    lines = _without_front_matter(text.split("\n"))
    lettered = _is_lettered(lines)
    at = 0
    while at < len(lines):
        line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else ""
        opens = (at == 0 or not lines[at - 1].strip()) and len(line) <= LONGEST_TITLE
        underline = _UNDERLINE.match(after) if line.strip() and opens else None
        if underline and not _field_and_rest(line, lettered):
            yield _heading(line.strip(), 1 if underline[1][0] == "=" else 2)
            at += 1
        else:
            yield _kind(line, lettered)
        at += 1


def _without_front_matter(lines: list[str]) -> list[str]:
    """The lines after a block of settings between dashes, as site generators put it first."""
    if lines[0].strip() != "---":
        return lines
    head = [line.strip() for line in lines[1:40]]
    if "---" not in head or not all(":" in line for line in head[: head.index("---")]):
        return lines
    return lines[head.index("---") + 2 :]


def _is_lettered(lines: Sequence[str]) -> bool:
    """Whether S, T, A and R stand for the parts: "A:" alone is the answer to a "Q:"."""
    found = {match[1].lower() for line in lines if (match := _lettered(line))}
    return "s" in found and len(found) >= 3


def _lettered(line: str) -> re.Match[str] | None:
    return _LETTER.match(_bare(line).replace("*", ""))


def _kind(line: str, lettered: bool) -> _Line:
    if not line.strip():
        return _Line("")
    if heading := _HEADING.match(line):
        return _heading(heading[2] or "", len(heading[1]))
    if _RULE.match(line):
        return _Line(line, rule=True)
    name, rest = _field_and_rest(line, lettered) or ("", "")
    return _Line(line, field=name, rest=rest)


def _heading(words: str, level: int) -> _Line:
    plain = without_emphasis(words).strip()
    head, colon, rest = plain.partition(":")
    if name := _field(plain, marked=True):
        return _Line(words, level, name)
    if colon and (name := _field(head, marked=True)):
        return _Line(words, level, name, rest.strip())
    return _Line(plain, level)


def _field_and_rest(line: str, lettered: bool) -> tuple[str, str] | None:
    """The field that a line without a heading's signs is a label of, and what follows it."""
    bare = _bare(line)
    if (bold := _BOLD.match(bare)) and (name := _field(bold[2], marked=True)):
        return name, bold[3]
    if (colon := _BEFORE_COLON.match(bare)) and (name := _field(colon[1], marked=False)):
        return name, colon[2]
    if lettered and (letter := _lettered(line)):
        return _LETTERS[letter[1].lower()], letter[2]
    name = _field(bare, marked=False)
    return (name, "") if name in _PARTS else None


def _bare(line: str) -> str:
    return _BULLET.sub("", line, count=1).strip()


def _field(words: str, *, marked: bool) -> str:
    """The field of a label; empty for words that are none."""
    if not words or len(words) > 60:
        return ""
    folded = " ".join(re.sub(r"[^a-z/&]+", " ", words.lower()).split())
    folded = re.sub(r"^(?:the|my|[star]) | [star]$", "", folded)
    first = re.split(r" ?[/&] ?| and ", folded)[0]
    names = _MARKED_FIELD_OF if marked else _FIELD_OF
    return names.get(folded) or names.get(first, "")


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    return {name: field for field, listed in names.items() for name in listed.split("|")}


_FIELD_OF = _by_name(_NAMES)
_MARKED_FIELD_OF = {**_FIELD_OF, **_by_name(_MARKED_NAMES)}


# ------------------------------------------------------------ stories
def _chunks(lines: Iterator[_Line]) -> list[_Chunk]:
    chunks = [_Chunk()]
    for line in lines:
        chunk = chunks[-1]
        if line.field:
            _label(chunks, line)
        elif line.level and _begins(chunk, line.level):
            chunks.append(_Chunk(line.text, line.level))
        elif line.rule and chunk.fields:
            chunks.append(_Chunk(after_rule=True))
        elif not line.rule:
            chunk.add(line.text)
    return chunks


def _begins(chunk: _Chunk, level: int) -> bool:
    """Whether a heading that is no label is the title of the next story."""
    if chunk.label_level is None:
        return True
    return level < chunk.label_level and (level <= chunk.level or chunk.level == LABEL_LEVEL)


def _label(chunks: list[_Chunk], line: _Line) -> None:
    chunk = chunks[-1]
    if line.field == "title":
        chunks.append(_Chunk(line.rest))
        return
    if line.field == Part.SITUATION and chunk.parts - {"situation"} and "situation" in chunk.parts:
        chunk = _Chunk(_title_taken_from(chunk))
        chunks.append(chunk)
    if chunk.label_level is None:
        chunk.label_level = line.level or LABEL_LEVEL
    before, chunk.current = chunk.current, line.field
    if chunk.fields.setdefault(line.field, []):
        chunk.add("")
    if line.rest:
        chunk.add(line.rest)
    if line.rest and line.field in _ONE_LINE:
        chunk.current = before


def _title_taken_from(chunk: _Chunk) -> str:
    """The next story's title, where it stands as a line of its own at the end of this one."""
    lines = chunk.fields[chunk.current]
    while lines and not lines[-1].strip():
        lines.pop()
    alone = len(lines) >= 3 and not lines[-2].strip()
    return lines.pop() if alone and _may_be_title(lines[-1]) else ""


def _may_be_title(line: str) -> bool:
    return len(line.strip()) <= LONGEST_TITLE and line.strip()[-1:] not in tuple(".!?;,")


def _joined(chunks: Sequence[_Chunk]) -> list[_Chunk]:
    """A line of dashes within a story does not end it."""
    joined: list[_Chunk] = []
    for chunk in chunks:
        before = joined[-1] if joined else None
        within = (
            before is not None
            and before.parts
            and chunk.after_rule
            and not (before.fields.keys() & chunk.fields.keys() - {""})
            and not (chunk.parts and "".join(chunk.fields.get("", [])).strip())
        )
        if before is None or not within:
            joined.append(chunk)
            continue
        before.fields[before.current] += chunk.fields.pop("", [])
        before.fields.update(chunk.fields)
        before.current = chunk.current or before.current
    return joined


def _all(chunk: _Chunk) -> list[list[str]]:
    return list(chunk.fields.values())


def _story(chunk: _Chunk, blank: Story, known: Mapping[str, str], markdown: bool) -> Story:
    title, opening = chunk.title, chunk.fields.pop("", [])
    if not title:
        title, opening = _opening_title(opening)
    if "".join(opening).strip():
        chunk.fields["situation"] = [*opening, "", *chunk.fields.get("situation", [])]
    texts: dict[str, Any] = {name: _text(found, markdown) for name, found in chunk.fields.items()}
    named = _items(texts.pop("competencies", ""))
    ids = [known[name.casefold()] for name in named if name.casefold() in known]
    tags = [name for name in named if name.casefold() not in known]
    listed = _items(texts.pop("tags", ""))
    return replace(
        blank,
        title=_NUMBERED.sub("", _text([title], markdown), count=1) or _text([title], markdown),
        primary_competency=ids[0] if ids else None,
        secondary_competencies=tuple(dict.fromkeys(ids[1:])),
        tags=tuple(dict.fromkeys([*listed, *tags])),
        **texts,
    )


def _opening_title(lines: list[str]) -> tuple[str, list[str]]:
    """A first line of its own before the first label is the title."""
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None or not _may_be_title(lines[first]):
        return "", lines
    return lines[first], lines[first + 1 :]


def _text(lines: Sequence[str], markdown: bool) -> str:
    text = "\n".join(line.rstrip() for line in lines).strip()
    return as_text(without_emphasis(text)) if markdown else text


def _items(text: str) -> tuple[str, ...]:
    items = (_bare(item) for line in text.split("\n") for item in re.split("[,;]", line))
    return tuple(item.strip("#*[]\"' ") for item in items if item.strip("#*[]\"' "))
