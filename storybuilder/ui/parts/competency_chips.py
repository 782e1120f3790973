"""Competencies a story shows or a question tests: the primary filled, others tinted or outlined."""

from collections.abc import Callable, Sequence

import flet as ft

from storybuilder.core.competency import Competency
from storybuilder.core.proposal import Proposal
from storybuilder.core.story import Story
from storybuilder.ui.parts.text import focus_ring, hint, prose, style, text
from storybuilder.ui.theme import Palette, S

MOST_QUOTED = 4
"""So many words of one quotation stand on a chip."""


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


def proposed_chips(
    competencies: Sequence[Competency],
    proposals: Sequence[Proposal],
    confirm: Callable[[str], None],
    p: Palette,
    width: float,
) -> ft.Control:
    """What the words suggest, each with the words; a click confirms one. Nothing for nothing."""
    known = {one.id: one for one in competencies}
    offered = [
        proposed_chip(known[one.id], one, confirm, p) for one in proposals if one.id in known
    ]
    return ft.Row(
        [text("Suggested:", "small", p.soft), *offered] if offered else [],
        spacing=S,
        run_spacing=S,
        wrap=True,
        width=width,
    )


def proposed_chip(
    one: Competency, proposal: Proposal, confirm: Callable[[str], None], p: Palette
) -> ft.Control:
    """One competency that is suggested; its words stand on it where there are some."""
    quotes = ", ".join(f"“{_short(words)}”" for words in proposal.words)
    told = [(f" — {quotes}", "small", p.soft)] if quotes else []
    label = prose([(one.label, "small", p.ink), *told])
    label.semantics_label = f"Add {one.label}" + (f", suggested by {quotes}" if quotes else "")
    return ft.FilledButton(
        content=label,
        style=ft.ButtonStyle(
            shape=ft.StadiumBorder(),
            elevation=0,
            shadow_color=ft.Colors.TRANSPARENT,
            padding=ft.Padding.symmetric(horizontal=14, vertical=4),
            bgcolor=p.page,
            color=p.ink,
            side=focus_ring(p, p.edge),
        ),
        height=32,
        on_click=lambda e: confirm(one.id),
        tooltip=hint(one.shows, p),
    )


def _short(words: str) -> str:
    """Few enough words for a chip, on one line."""
    said = words.split()
    return " ".join(said[:MOST_QUOTED]) + (" …" if len(said) > MOST_QUOTED else "")


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
