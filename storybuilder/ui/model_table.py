"""The list of speech models as it is drawn: one line each, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.core.speech_model import SpeechModel
from storybuilder.ui.model_rows import Kept, ModelRow, groups, model_row
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import link, text
from storybuilder.ui.theme import Palette, S

COLUMNS, FIRST_ACT = (136, 128, 104, 104), 96
HEADS = ("size", "speed", "wrong words")
Act = Callable[[SpeechModel], None]


@dataclass(frozen=True, slots=True)
class ModelActs:
    """What the links of a line do."""

    download: Act
    use: Act
    delete: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelsShown:
    """What there is to list."""

    kept: Kept
    language: str
    """That of the takes."""
    in_use: str
    """Name of the chosen model."""
    own_folder: bool
    """Whether a folder of the person's own goes before it."""
    busy: str
    """Name of the model that is on its way, or whose size is asked."""
    asked: dict[str, int]
    """Sizes that the hub told, in bytes."""
    names: frozenset[str] | None
    """Those to list; None for all."""


def model_table(shown: ModelsShown, acts: ModelActs, p: Palette, room: float) -> list[ft.Control]:
    """The lines, in two groups; a group without a line is left out."""
    drawn: list[ft.Control] = []
    for head, models in groups(shown.language):
        rows = [
            model_row(model, shown.kept, shown.asked.get(model.name))
            for model in models
            if shown.names is None or model.name in shown.names
        ]
        if rows:
            heads = ("", "", "") if drawn else HEADS
            drawn += [gap(S)] if drawn else []
            drawn.append(_line((head, *heads), "tiny", p.faint, room))
            drawn += [_model(row, shown, acts, p, room) for row in rows]
    return drawn


def _model(
    row: ModelRow, shown: ModelsShown, acts: ModelActs, p: Palette, room: float
) -> ft.Control:
    chosen = row.model.name == shown.in_use and row.model.name in shown.kept.ready
    role, color = ("small_strong", p.ink) if chosen else ("small", p.soft)
    line = _line((row.model.name, row.size, row.speed, row.wrong), role, color, room)
    first, *second = _acts(row, chosen, shown, acts, p)
    # Like the links, whose ring of focus needs room, and as wide as the widest of them.
    inset = ft.Padding.only(left=2) if isinstance(first, ft.Text) else None
    left = ft.Alignment.CENTER_LEFT
    line.controls += [
        ft.Container(width=FIRST_ACT, padding=inset, alignment=left, content=first),
        *second,
    ]
    line.height = 34
    return line


def _acts(
    row: ModelRow, chosen: bool, shown: ModelsShown, acts: ModelActs, p: Palette
) -> list[ft.Control]:
    """At most two: what one most likely wants, then the way to get rid of it."""
    model = row.model
    if model.name == shown.busy:
        return [text("on its way", "small", p.soft)]

    def way(label: str, name: str, act: Act, color: str = "") -> ft.Control:
        return link(label, p, lambda e: act(model), color=color, name=name)

    if model.name in shown.kept.ready:
        delete = way("Delete", f"Delete {model.name}, {row.size}", acts.delete)
        if not chosen:
            return [way("Use", f"Use {model.name}", acts.use, p.ink), delete]
        used = "after your folder" if shown.own_folder else "✓ in use"
        return [text(used, "small_strong", p.good if used[0] == "✓" else p.soft), delete]
    if shown.kept.mb(model):
        return [
            way("Continue", f"Download {model.name}, {row.size} is here", acts.download, p.ink),
            way("Discard", f"Discard what arrived of {model.name}", acts.delete),
        ]
    return [way("Download", f"Download {model.name}, {row.size}", acts.download, p.ink)]


def _line(cells: tuple[str, ...], role: str, color: str, room: float) -> ft.Row:
    """One line of the table."""
    shown: list[ft.Control] = [
        ft.Container(width=width, content=text(cell, role, color))
        for cell, width in zip(cells, COLUMNS, strict=True)
    ]
    return ft.Row(shown, spacing=S, width=room)
