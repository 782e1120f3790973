"""What the draft against the take says, decided without drawing it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from storybuilder.core.delivery import second_of
from storybuilder.core.drafted import Drafted
from storybuilder.core.drafts.beat import Beat
from storybuilder.core.drafts.must_land import MustLand
from storybuilder.core.report import Report
from storybuilder.core.story import Part
from storybuilder.core.transcript import Transcript
from storybuilder.ui.labels import clock

SayState = Literal["changed", "missed", "said"]
SayKind = Literal["figure", "name", "beat"]

KEY_PARTS = (Part.ACTION, Part.RESULT)
"""What the story is told for: each sentence of these is a beat worth bringing back."""
MOST_BEATS_MISSED = 4
"""More are counted: a page of what is missing helps nobody."""


@dataclass(frozen=True, slots=True)
class Say:
    """One figure, name or sentence of the draft against the take."""

    state: SayState
    drafted: str
    said: str = ""
    """What was said in its place, of a change."""
    kind: SayKind = "figure"
    part: str = ""
    """The part of a beat."""
    at: str = ""
    """When it was said; empty in a text."""


@dataclass(frozen=True, slots=True)
class Landing:
    """The must-land line, and what became of it."""

    line: str
    state: Literal["said", "differently", "missed"]
    words: str
    """What became of it, in words."""
    said: str = ""
    """The words said in its place; empty where they are the line's own or there are none."""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """The draft against the take, in the order of the screen."""

    note: str
    changed: tuple[Say, ...] = ()
    missed: tuple[Say, ...] = ()
    further: int = 0
    """Beats that were missed too and are not named."""
    landing: Landing | None = None
    said: tuple[Say, ...] = ()
    """Figures and names; the beats that were said are counted in `note`."""


def panel(report: Report, transcript: Transcript | None = None) -> Panel | None:
    """What became of the draft; None without one, or where nothing of it can be compared."""
    drafted = report.drafted
    if drafted is None or not any(_comparable(drafted)):
        return None
    beats = [beat for beat in _key_beats(drafted) if not beat.said]
    named = beats[:MOST_BEATS_MISSED]
    return Panel(
        note=_note(drafted),
        changed=tuple(
            Say("changed", one.drafted, one.said, at=_at(transcript, one.start_char))
            for one in drafted.changed
        ),
        missed=(*_missed(drafted, named), *(_beat_missed(beat) for beat in named)),
        further=len(beats) - len(named),
        landing=_landing(drafted.must_land, transcript) if drafted.must_land else None,
        said=(
            *(Say("said", figure) for figure in drafted.said),
            *(Say("said", name, kind="name") for name in drafted.names_said),
        ),
    )


def _comparable(drafted: Drafted) -> Iterator[object]:
    yield from (drafted.said, drafted.missed, drafted.changed)
    yield from (drafted.names_said, drafted.names_missed, drafted.beats, drafted.must_land)


def _key_beats(drafted: Drafted) -> list[Beat]:
    return [beat for beat in drafted.beats if beat.part in KEY_PARTS]


def _missed(drafted: Drafted, beats: Sequence[Beat]) -> Iterator[Say]:
    """Figures and names, but those that a missed sentence shows anyway."""
    told = " ".join(beat.text for beat in beats)
    yield from (Say("missed", figure) for figure in drafted.missed if figure not in told)
    yield from (
        Say("missed", name, kind="name") for name in drafted.names_missed if name not in told
    )


def _beat_missed(beat: Beat) -> Say:
    return Say("missed", beat.text, kind="beat", part=beat.part.value)


def _note(drafted: Drafted) -> str:
    """How much was said: of the beats where there are several, else of the figures."""
    if len(drafted.beats) > 1:
        said = sum(beat.said is True for beat in drafted.beats)
        return f"{said} of {len(drafted.beats)} beats said"
    figures = len(drafted.said) + len(drafted.missed) + len(drafted.changed)
    return f"{len(drafted.said)} of {figures} figures said" if figures else ""


def _landing(line: MustLand, transcript: Transcript | None) -> Landing:
    at = _at(transcript, line.start_char)
    match line.landing:
        case "said":
            return Landing(line.drafted, "said", "Must-land line: said", at=at)
        case "differently":
            words = "Must-land line: said in other words"
            return Landing(line.drafted, "differently", words, line.said, at)
        case "not_said":
            return Landing(line.drafted, "missed", "Must-land line: not said")


def _at(transcript: Transcript | None, char: int | None) -> str:
    if transcript is None or char is None:
        return ""
    second = second_of(transcript, char)
    return "" if second is None else clock(second)
