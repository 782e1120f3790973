"""Competencies a story shows or a question tests: the primary filled, others tinted or outlined."""

from collections.abc import Callable, Sequence

import flet as ft

from storybuilder.core.competency import Competency
from storybuilder.core.story import Story
from storybuilder.ui.parts.text import focus_ring, hint, style, text
from storybuilder.ui.theme import Palette, S


def chips(
    competencies: Sequence[Competency],
    story: Story,
    choose: Callable[[str], None],
    p: Palette,
    width: float,
) -> ft.Control:
    """One chip for each; a click adds it, then makes it the primary one, then takes it away."""
    primary = story.primary_competency
    chosen = (primary, *story.secondary_competencies) if primary is not None else ()
    return chosen_chips(competencies, chosen, choose, p, width)


def chosen_chips(
    competencies: Sequence[Competency],
    chosen: Sequence[str],
    choose: Callable[[str], None],
    p: Palette,
    width: float,
) -> ft.Control:
    """One chip for each competency; the first of the chosen ids is the primary one."""
    return ft.Row(
        [_chip(one, chosen, choose, p) for one in competencies],
        spacing=S,
        run_spacing=S,
        wrap=True,
        width=width,
    )


def _chip(
    one: Competency, all_chosen: Sequence[str], choose: Callable[[str], None], p: Palette
) -> ft.Control:
    primary = one.id == next(iter(all_chosen), None)
    chosen = one.id in all_chosen
    color = p.on_ink if primary else p.ink
    role = "primary" if primary else "also shown" if chosen else "not shown"
    face = ft.ButtonStyle(
        shape=ft.StadiumBorder(),
        elevation=0,
        shadow_color=ft.Colors.TRANSPARENT,
        padding=ft.Padding.symmetric(horizontal=14, vertical=4),
        bgcolor=p.ink if primary else p.sunk if chosen else p.page,
        color=color,
        text_style=style("small", color),
        side=focus_ring(p, "" if chosen else p.edge),
    )
    words = text(one.label, "small_strong" if primary else "small", color)
    words.semantics_label = f"{one.label}, {role}"
    return ft.FilledButton(
        content=words,
        style=face,
        height=32,
        on_click=lambda e: choose(one.id),
        tooltip=hint(one.shows, p),
    )
