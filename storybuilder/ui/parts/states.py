"""The things that are not content: nothing yet, working, a problem, and a small notice."""

import flet as ft

from storybuilder.errors import StorybuilderError
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import Click, link, style, text
from storybuilder.ui.theme import RADIUS, L, M, Palette, S

Choice = tuple[str, Click]
"""Words and what they do."""


def empty(
    title: str, words: str, first: Choice, p: Palette, width: float, other: Choice | None = None
) -> ft.Control:
    """Nothing here yet: what will stand here, and the one way to get it."""
    choices: list[ft.Control] = [primary(first[0], p, first[1])]
    if other:
        choices.append(quiet(other[0], p, other[1]))
    return ft.Column(
        [
            text(title, "question", p.ink),
            text(words, "body", p.soft),
            gap(S),
            ft.Row(choices, spacing=S, wrap=True),
        ],
        spacing=S,
        tight=True,
        width=width,
    )


class Working:
    """A line that fills, words that say how much is left, and a way to stop."""

    def __init__(self, title: str, p: Palette, width: float, stop: Choice | None = None) -> None:
        self._width = width
        self.title = text(title, "strong", p.ink)
        self.fill = ft.Container(width=0, height=3, bgcolor=p.ink)
        self.words = text("", "small", p.soft)
        foot: list[ft.Control] = [self.words]
        if stop:
            foot.append(link(stop[0], p, stop[1]))
        rail = ft.Stack(
            [ft.Container(width=width, height=3, bgcolor=p.line), self.fill], width=width, height=3
        )
        self.root = ft.Column(
            [self.title, rail, ft.Row(foot, spacing=L, wrap=True, run_spacing=0)],
            spacing=S,
            tight=True,
            width=width,
        )

    def show(self, done: float, words: str) -> list[ft.Control]:
        """Set how much is done, 0 to 1; returns the controls that changed."""
        self.fill.width = self._width * min(1.0, max(0.0, done))
        self.words.value = words
        return [self.fill, self.words]


def problem(
    what: str, todo: str, p: Palette, width: float, choices: tuple[Choice, ...] = ()
) -> ft.Control:
    """A problem: what happened, what is safe, what to do."""
    lines: list[ft.Control] = [text(what, "strong", p.ink), text(todo, "body", p.soft)]
    if choices:
        ways: list[ft.Control] = [
            link(words, p, click, role="small_strong", color=p.ink) for words, click in choices
        ]
        lines.append(ft.Row(ways, spacing=L, wrap=True))
    return ft.Row(
        [
            ft.Container(width=22, content=text("!", "strong", p.signal)),
            ft.Column(lines, spacing=2, tight=True, width=width - 22),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.START,
        width=width,
    )


def failure_shown(
    failure: StorybuilderError, p: Palette, width: float, choices: tuple[Choice, ...] = ()
) -> ft.Control:
    """A failure in its own words: what happened, then what to do."""
    said, todo = str(failure), failure.hint
    return problem(
        f"{said[:1].upper()}{said[1:]}.", f"{todo[:1].upper()}{todo[1:]}", p, width, choices
    )


def notice(
    words: str, p: Palette, undo: Choice | None = None, *, stays: bool = False
) -> ft.SnackBar:
    """Said and done, with its undo. Ink ground, at the foot of the window.

    Gone by itself, unless it `stays` until it is closed.
    """
    return ft.SnackBar(
        content=text(words, "body", p.on_ink),
        bgcolor=p.ink,
        behavior=ft.SnackBarBehavior.FLOATING,
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
        padding=ft.Padding.symmetric(horizontal=L, vertical=M),
        action=undo and ft.SnackBarAction(label=undo[0], text_color=p.on_ink, on_click=undo[1]),
        duration=6000 if undo else 5000,
        persist=stays,
        show_close_icon=stays,
        close_icon_color=p.on_ink,
        width=560,
    )


def question_box(title: str, words: str, yes: Choice, no: Choice, p: Palette) -> ft.AlertDialog:
    """Asks before something that cannot be undone."""
    return ft.AlertDialog(
        modal=True,
        bgcolor=p.page,
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
        title=text(title, "question", p.ink),
        content=ft.Text(value=words, style=style("body", p.soft)),
        actions=[quiet(no[0], p, no[1], autofocus=True), primary(yes[0], p, yes[1])],
    )
