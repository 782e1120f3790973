"""The cases of tests/data/grounding.txt: what was told, and drafts that keep to it or do not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "grounding.txt"


@dataclass(frozen=True, slots=True)
class GroundingCase:
    """A draft made from a material."""

    name: str
    """Of the material; with "*" or "+" at its end as the file explains."""
    material: str
    draft: str
    kind: str = ""
    """What is invented: "number", "claim"; empty for an honest rewrite."""
    start_char: int = 0
    end_char: int = 0
    """Where the invention stands in the draft."""


def grounding_cases() -> Iterator[GroundingCase]:
    """All cases in order."""
    for block in _FILE.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = block.strip().split("\n")
        material = "\n".join(line[2:] for line in lines if line.startswith("M "))
        for line in lines:
            if line.startswith("H "):
                yield GroundingCase(name, material, line[2:])
            elif line.startswith("L "):
                yield _invention(name, material, line[2:])


def _invention(name: str, material: str, line: str) -> GroundingCase:
    kind, _, draft = line.partition(" | ")
    before, _, rest = draft.partition("[[")
    invented, _, after = rest.partition("]]")
    start, end = len(before), len(before) + len(invented)
    return GroundingCase(name, material, before + invented + after, kind, start, end)
