"""What belongs to a story besides its text: its takes, and its earlier versions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import flet as ft

from storybuilder.core.diff import TextChange
from storybuilder.core.story import StoryId, Version
from storybuilder.core.take import Take, TakeState
from storybuilder.ui.compare_pair import other_for
from storybuilder.ui.labels import clock, count, moment
from storybuilder.ui.parts.changes import changes_of
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import heading, link, text
from storybuilder.ui.theme import XS, L, Palette, S

STATES: dict[TakeState, tuple[str, ...]] = {
    TakeState.RECORDING: ("being recorded",),
    TakeState.WAITING: ("waits for its words",),
    TakeState.READY: (),
    TakeState.SILENT: ("no words in it",),
}
NO_QUESTION = "A take without a question"
LONGEST_NAME = 56
NO_TAKE = "No take yet. Two minutes, spoken once, is enough for a first report."


def take_rows(takes: Sequence[Take], go: Callable[[str], None], p: Palette) -> list[ft.Control]:
    """The takes, last first; the first one told is take 1. Each leads to the one before it."""
    rows: list[ft.Control] = [heading("Takes", p), gap(XS)]
    if not takes:
        return [*rows, text(NO_TAKE, "small", p.soft)]
    for number, take in reversed(list(enumerate(takes, 1))):
        rows.append(_take(f"Take {number}", take, go, p, _compare(take, takes, go, p)))
    return rows


def recent_rows(
    takes: Sequence[Take],
    titles: Mapping[StoryId, str],
    go: Callable[[str], None],
    p: Palette,
) -> list[ft.Control]:
    """Takes of any story or none, in the order given; nothing when there is none."""
    if not takes:
        return []
    rows = [
        _take(take.question or _title(take, titles) or NO_QUESTION, take, go, p) for take in takes
    ]
    return [heading("Last takes", p), gap(XS), *rows]


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier version, and the way from it to the text as it is."""

    version: Version
    changes: tuple[TextChange, ...]


@dataclass(frozen=True, slots=True)
class VersionGestures:
    """What a person does with an earlier version."""

    restore: Callable[[Version], None]
    compare: Callable[[Version], None]
    """Show what differs, or hide it again."""


def version_rows(
    versions: Sequence[Version],
    gestures: VersionGestures,
    p: Palette,
    width: float,
    shown: Comparison | None = None,
) -> list[ft.Control]:
    """Earlier versions, newest first, each with its way back; nothing when there is none."""
    if not versions:
        return []
    rows: list[ft.Control] = [
        heading("Earlier versions", p, "kept before the text was changed"),
        gap(XS),
    ]
    for version in versions:
        open_here = shown is not None and shown.version == version
        rows.append(_version(version, gestures, p, open_here=open_here))
        if shown is not None and open_here:
            rows += [gap(S), changes_of(shown.changes, p, width), gap(L)]
    return rows


def _title(take: Take, titles: Mapping[StoryId, str]) -> str:
    return titles.get(take.story_id, "") if take.story_id else ""


def _compare(
    take: Take, takes: Sequence[Take], go: Callable[[str], None], p: Palette
) -> list[ft.Control]:
    """The way to two takes side by side; none where one of them has no words."""
    other = other_for(take, takes)
    if other is None or {take.state, other.state} != {TakeState.READY}:
        return []
    ids = [one.id for one in takes]
    words = f"with take {ids.index(other.id) + 1}"
    return [
        link(
            f"Compare {words}",
            p,
            lambda e: go(f"/takes/{take.id}/with/{other.id}"),
            name=f"Compare take {ids.index(take.id) + 1} {words}",
        )
    ]


def _take(
    name: str,
    take: Take,
    go: Callable[[str], None],
    p: Palette,
    ways: Sequence[ft.Control] = (),
) -> ft.Control:
    shown = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    opened = link(shown, p, lambda e: go(f"/takes/{take.id}"), color=p.ink)
    told = " · ".join([_when(take.recorded_at), *STATES[take.state]])
    return ft.Row(
        [
            opened,
            text(clock(take.duration_s), "small_strong", p.ink),
            text(told, "small", p.soft),
            *ways,
        ],
        spacing=L,
    )


def _version(
    version: Version, gestures: VersionGestures, p: Palette, *, open_here: bool
) -> ft.Control:
    when, words = _when(version.kept_at), count(len(version.story.spoken_text.split()), "word")
    compare = "Hide the changes" if open_here else "Compare"
    ways = [
        link(
            "Restore", p, lambda e: gestures.restore(version), color=p.ink, name=f"Restore {when}"
        ),
        link(
            compare, p, lambda e: gestures.compare(version), color=p.ink, name=f"{compare} {when}"
        ),
    ]
    told = f"{when} · {version.reason} · {words}"
    return ft.Row([*ways, text(told, "small", p.soft)], spacing=L)


def _when(at: datetime) -> str:
    return moment(at, datetime.now(UTC).astimezone())
