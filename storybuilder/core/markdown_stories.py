"""Stories as Markdown and back, without loss.

A file begins with a mark that says whose it is. Each story is a heading of its own, each field
that is written a heading below it; what is not written has none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from storybuilder.core.markdown import as_block, as_line, as_text
from storybuilder.core.story import Story

FORMAT = 1
MARK = f"<!-- storybuilder stories, format {FORMAT} -->"
_MARK = re.compile(r"\A\s*<!-- storybuilder stories, format (\d{1,9}) -->[ \t]*(?:\n|$)")
TEXTS = {
    "Headline": "headline",
    "Situation": "situation",
    "Task": "task",
    "Action": "action",
    "Result": "result",
    "Lesson": "lesson",
    "Must land": "must_land",
    "Happened": "happened",
}
LISTS = {
    "Other competencies": "secondary_competencies",
    "Tags": "tags",
    "Long telling only": "long_only",
}
COMPETENCY, ARCHIVED = "Competency", "Archived"
_FIELDS = {*TEXTS, *LISTS, COMPETENCY, ARCHIVED}
_START = "Situation"
"""Where a text stands that somebody has written straight under the title."""
Fields = dict[str, list[str]]


def stories_markdown(stories: Iterable[Story]) -> str:
    """Stories as one Markdown text, in this order."""
    return "\n\n".join([MARK, *(_story(story) for story in stories)]) + "\n"


def format_of_markdown(text: str) -> int | None:
    """The format that a text of ours says it has; None for a text of somebody else."""
    mark = _MARK.match(text)
    return int(mark[1]) if mark else None


def stories_of_markdown(text: str, blank: Story) -> tuple[Story, ...]:
    """The stories that were written, in order: each is `blank` with what stands in the text."""
    body = _MARK.sub("", text, count=1)
    return tuple(_read(title, fields, blank) for title, fields in _cut(body.split("\n")))


def _story(story: Story) -> str:
    blocks = [_headed("#", as_line(story.title))]
    for label, name in TEXTS.items():
        if text := getattr(story, name):
            blocks += [f"## {label}", as_block(text)]
    if story.primary_competency is not None:
        blocks += [f"## {COMPETENCY}", as_line(story.primary_competency)]
    for label, name in LISTS.items():
        if items := getattr(story, name):
            blocks += [f"## {label}", "\n".join(_headed("-", as_line(item)) for item in items)]
    if story.archived:
        blocks += [f"## {ARCHIVED}", "yes"]
    return "\n\n".join(blocks)


def _headed(sign: str, words: str) -> str:
    return f"{sign} {words}" if words else sign


def _cut(lines: Iterable[str]) -> Iterator[tuple[str, Fields]]:
    """Title and fields of each story."""
    title, fields, current = "", Fields(), _START
    for line in lines:
        if line == "#" or line.startswith("# "):
            if title or fields:
                yield title, fields
            title, fields, current = line[2:], {_START: []}, _START
        elif (label := line.removeprefix("## ").strip()) in _FIELDS and line.startswith("## "):
            current = label
            fields.setdefault(current, [])
        elif line.strip() or current in fields:
            fields.setdefault(current, []).append(line)
    if title or fields:
        yield title, fields


def _read(title: str, fields: Mapping[str, list[str]], blank: Story) -> Story:
    written = {label: "\n".join(lines).strip("\n") for label, lines in fields.items()}
    found: dict[str, Any] = {
        **{name: as_text(written.get(label, "")) for label, name in TEXTS.items()},
        **{name: _items(written.get(label, "")) for label, name in LISTS.items()},
        "title": as_text(title),
        "primary_competency": as_text(written[COMPETENCY]) if COMPETENCY in written else None,
        "archived": ARCHIVED in written,
    }
    return replace(blank, **found)


def _items(written: str) -> tuple[str, ...]:
    lines = (line for line in written.split("\n") if line)
    return tuple(as_text(line.removeprefix("-").removeprefix(" ")) for line in lines)
