"""Prompts: what the coach is told, as a text with named places for the person's words.

A prompt file has a head between two lines of `---` (name, version, variables, most_tokens), then
two sections: `# Instructions`, the same in every call, and `# Material`, in which each variable
stands once or more as `{{name}}`. What fills a place is data: it is fenced, and cannot close its
fence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

HEAD_NAMES = ("name", "version", "variables", "most_tokens")
SECTIONS = ("Instructions", "Material")
MOST_TOKENS_LIMIT = 16_000
"""The service's library wants a longer answer to be asked for in another way (SDK 2.10)."""
_HEAD = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_SECTION = re.compile(r"^# (.+)$", re.MULTILINE)
_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_FENCE = re.compile(r"<(?=\s*/?\s*given\b)", re.IGNORECASE)


class PromptBroken(ValueError):
    """A text that is no prompt; the message says which rule it breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt, checked."""

    name: str
    version: str
    variables: tuple[str, ...]
    most_tokens: int
    instructions: str
    material: str
    """With a place for each variable."""

    def filled(self, values: Mapping[str, str]) -> str:
        """The material with the person's words in their places, each fenced as data.

        Raises KeyError when a variable has no value: that is a mistake in the program.
        """
        return _PLACE.sub(lambda place: fenced(place[1], values[place[1]]), self.material)


@dataclass(frozen=True, slots=True)
class FoundPrompt:
    """The prompt in force for one kind of help."""

    prompt: Prompt
    is_own: bool = False
    """Whether the person wrote it."""
    problem: str = ""
    """Why the person's own is not in force, as one sentence; empty where there is none."""


def fenced(name: str, words: str) -> str:
    """Words between tags that they cannot forge; nothing given is told as such."""
    safe = _FENCE.sub("‹", words).strip()
    return f'<given name="{name}">\n{safe or "(nothing)"}\n</given>'


def parse_prompt(text: str) -> Prompt:
    """Read a prompt file. Raises PromptBroken."""
    found = _HEAD.match(text.replace("\r\n", "\n"))
    if found is None:
        raise PromptBroken("it does not begin with a head between two lines of ---")
    head, sections = _head(found["head"]), _sections(found["body"])
    variables = tuple(name for name in re.split(r"[,\s]+", head["variables"]) if name)
    _check_places(variables, sections)
    return Prompt(
        name=head["name"],
        version=head["version"],
        variables=variables,
        most_tokens=_most_tokens(head["most_tokens"]),
        instructions=sections["Instructions"],
        material=sections["Material"],
    )


def _head(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.split("\n") if line.strip())
    head = {name.strip(): value.strip() for name, _, value in pairs}
    for name in HEAD_NAMES:
        if not head.get(name):
            raise PromptBroken(f"its head lacks {name}")
    for name in head:
        if name not in HEAD_NAMES:
            raise PromptBroken(f"its head has {name}, which means nothing")
    return head


def _sections(body: str) -> dict[str, str]:
    _, *pieces = _SECTION.split(body)
    sections = dict(zip(pieces[::2], (piece.strip() for piece in pieces[1::2]), strict=True))
    for name in SECTIONS:
        if not sections.get(name):
            raise PromptBroken(f"it has no section # {name}, or an empty one")
    for name in sections:
        if name not in SECTIONS:
            raise PromptBroken(f"it has a section # {name}, which is never sent")
    return sections


def _check_places(variables: tuple[str, ...], sections: Mapping[str, str]) -> None:
    used = set(_PLACE.findall(sections["Material"]))
    if _PLACE.search(sections["Instructions"]):
        raise PromptBroken("its instructions have a {{place}}: they must be the same in every call")
    if unknown := sorted(used - set(variables)):
        raise PromptBroken(f"it uses {unknown[0]}, which its head does not declare")
    if unused := sorted(set(variables) - used):
        raise PromptBroken(f"it declares {unused[0]} and never uses it")


def _most_tokens(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= MOST_TOKENS_LIMIT:
        raise PromptBroken(f"most_tokens must be a number from 1 to {MOST_TOKENS_LIMIT}")
    return int(written)
