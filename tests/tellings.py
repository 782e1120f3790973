"""The drafted stories and their tellings of tests/data/tellings.txt."""

from dataclasses import dataclass
from pathlib import Path

from storybuilder.core.sentence import Sentence
from storybuilder.core.story import Part, Story
from tests.builders import sentences_of, story

PATH = Path(__file__).parent / "data" / "tellings.txt"
PART_OF = {part.value[0].upper(): part for part in Part}


@dataclass(frozen=True, slots=True)
class Telling:
    """One drafted story, and one way it was told, with what a reader finds in it."""

    name: str
    draft: tuple[tuple[Part, str, bool], ...]
    """Each drafted sentence with its part, and whether it was said."""
    must_land: str
    landed: str
    """ "said", "differently" or "not"."""
    names: tuple[tuple[str, bool], ...]
    figures: tuple[tuple[str, str], ...]
    """Each with "said", "missed" or the words that took its place."""
    told: tuple[tuple[Part | None, str], ...]

    @property
    def kept_aside(self) -> bool:
        """Whether nothing was tuned on it."""
        return self.name.endswith("*")

    @property
    def story(self) -> Story:
        """The draft as the person keeps it."""
        texts = {
            part.value: "\n".join(text for of, text, _ in self.draft if of is part) for part in Part
        }
        return story(self.name, must_land=self.must_land, **texts)

    @property
    def text(self) -> str:
        """What was said, one sentence a line."""
        return "\n".join(text for _, text in self.told)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What was said, as sentences of `text`."""
        return sentences_of(self.text)


def tellings() -> tuple[Telling, ...]:
    """All of them, in the order of the file."""
    _, *blocks = PATH.read_text(encoding="utf-8").split("\n== ")
    return tuple(_telling(block) for block in blocks)


def _telling(block: str) -> Telling:
    name, *lines = block.strip().split("\n")
    cut = lines.index("--")
    drafted = [_entry(line) for line in lines[:cut]]
    kept = [(kind, sign, text) for kind, sign, text in drafted if kind in PART_OF]
    ((sign, must_land),) = [(sign, text) for kind, sign, text in drafted if kind == "M"]
    return Telling(
        name=name,
        draft=tuple((PART_OF[kind], text, sign != "-") for kind, sign, text in kept),
        must_land=must_land,
        landed={"": "said", "~": "differently", "-": "not"}[sign],
        names=tuple((text, sign == "") for kind, sign, text in drafted if kind == "N"),
        figures=tuple(_figure(sign, text) for kind, sign, text in drafted if kind == "F"),
        told=tuple((PART_OF.get(line[0]), line[2:]) for line in lines[cut + 1 :]),
    )


def _entry(line: str) -> tuple[str, str, str]:
    """The kind, the sign and the text of a line of the draft."""
    head, _, text = line.partition(" ")
    return head[0], head[1:], text


def _figure(sign: str, text: str) -> tuple[str, str]:
    if sign == "~":
        drafted, _, said = text.partition(" > ")
        return drafted, said
    return text, "missed" if sign else "said"
