"""What belongs to a story besides its text: its takes, and its earlier versions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import flet as ft

from storybuilder.core.story import StoryId, Version
from storybuilder.core.take import Take, TakeState
from storybuilder.ui.labels import clock, count, moment
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import heading, link, text
from storybuilder.ui.theme import XS, L, Palette

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
    """The takes, last first; the first one told is take 1."""
    rows: list[ft.Control] = [heading("Takes", p), gap(XS)]
    if not takes:
        return [*rows, text(NO_TAKE, "small", p.soft)]
    numbered = reversed(list(enumerate(takes, 1)))
    return [*rows, *[_take(f"Take {number}", take, go, p) for number, take in numbered]]


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


def version_rows(
    versions: Sequence[Version], restore: Callable[[Version], None], p: Palette
) -> list[ft.Control]:
    """Earlier versions, newest first, each with its way back; nothing when there is none."""
    if not versions:
        return []
    return [
        heading("Earlier versions", p, "kept before the text was changed"),
        gap(XS),
        *[_version(version, restore, p) for version in versions],
    ]


def _title(take: Take, titles: Mapping[StoryId, str]) -> str:
    return titles.get(take.story_id, "") if take.story_id else ""


def _take(name: str, take: Take, go: Callable[[str], None], p: Palette) -> ft.Control:
    shown = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    opened = link(shown, p, lambda e: go(f"/takes/{take.id}"), color=p.ink)
    told = " · ".join([_when(take.recorded_at), *STATES[take.state]])
    return ft.Row(
        [opened, text(clock(take.duration_s), "small_strong", p.ink), text(told, "small", p.soft)],
        spacing=L,
    )


def _version(version: Version, restore: Callable[[Version], None], p: Palette) -> ft.Control:
    when, words = _when(version.kept_at), count(len(version.story.spoken_text.split()), "word")
    back = link("Restore", p, lambda e: restore(version), color=p.ink, name=f"Restore {when}")
    told = f"{when} · {version.reason} · {words}"
    return ft.Row([back, text(told, "small", p.soft)], spacing=L)


def _when(at: datetime) -> str:
    return moment(at, datetime.now(UTC).astimezone())
