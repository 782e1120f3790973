"""Preview of a call: the exact text, what is masked in it, and the person's choice to send it."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from storybuilder.core.coaching.masking import Hidden, Mask
from storybuilder.core.token import count_words
from storybuilder.practice.coaching import Preview
from storybuilder.ui.coach_words import NO_PRICE, facts, masked_in, price, runs, sends
from storybuilder.ui.labels import NO_BREAK, count
from storybuilder.ui.parts.buttons import primary, quiet
from storybuilder.ui.parts.field import boxed, labelled
from storybuilder.ui.parts.frame import gap
from storybuilder.ui.parts.text import Click, heading, link, style, text
from storybuilder.ui.screen import Window
from storybuilder.ui.theme import XS, L, M, Palette, S

ADD_LABEL = "Mask these words too, then Enter"
REMEMBER = "Do not ask again for this until I close storybuilder"
ASK_AGAIN = "Ask me each time again"
MASKED_NOTE = "sent as placeholders, put back in the answer"
WORKING_OUT = "Working out what would be sent …"
SLOT_WIDTH, WAY_WIDTH = 92.0, 56.0


@dataclass(frozen=True, slots=True)
class PreviewGestures:
    """What a person does with a preview."""

    send: Click
    back: Click
    mask: Callable[[Mask], None]
    """Have another mask."""
    ask_again: Click
    settings: Click


class PreviewView:
    """What would be sent; changes of the mask show at once. It keeps what was opened and typed."""

    def __init__(self, window: Window, gestures: PreviewGestures, *, folded: bool) -> None:
        self._window, self._do = window, gestures
        self._folded = folded
        self._open = not folded
        self._instructions_open = False
        self.remember = False
        """Whether the person asked not to be asked again."""
        self._preview: Preview | None = None
        self._wanted: Mask | None = None
        """The mask as last asked for, shown already or being worked out."""
        self._waiting = False
        self._note = ""
        self._field: ft.TextField | None = None
        self._head, self._text, self._list = ft.Container(), ft.Container(), ft.Container()
        self._tick = ft.Container()
        self._widths = 0.0, 0.0

    @property
    def wanted(self) -> Mask | None:
        """The mask as last asked for; None before the first preview."""
        return self._wanted

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is what would be sent: nothing typed, nothing being worked out."""
        return not self._waiting and not self._typed

    def wait(self) -> None:
        """Another preview is being worked out; what is shown must not be sent."""
        self._waiting = True
        self._fill_head()
        self._window.refresh(self._head)

    def show(self, preview: Preview) -> None:
        """Show another preview in place of this one."""
        self._preview, self._waiting = preview, False
        self._fill()
        self._window.refresh(self._head, self._text, self._list)

    def draw(self, preview: Preview, p: Palette, room: float, *, wide: bool) -> list[ft.Control]:
        """The line of facts with its ways, then text and mask side by side."""
        between, side = (56.0, 316.0) if wide else (32.0, 260.0)
        self._widths = room - side - between, side
        self._preview = preview
        self._wanted = self._wanted or preview.mask
        self._head, self._text, self._list = (
            ft.Container(width=room),
            ft.Container(width=self._widths[0]),
            ft.Container(width=side),
        )
        self._fill()
        body = ft.Row(
            [self._text, self._list],
            spacing=between,
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        return [self._head, gap(L), body]

    def take_typed(self) -> None:
        """Mask what is typed in the field, as Enter would."""
        words, self._note = self._typed, ""
        if self._preview is None or not words:
            return
        if words.lower() not in "\n".join(self._preview.brief.told).lower():
            self._note = f"“{words}” does not stand in this text."
        if self._field is not None:
            self._field.value = ""
        self._change((self._wanted or self._preview.mask).with_word(words))

    # ------------------------------------------------------------ drawing
    @property
    def _typed(self) -> str:
        return (self._field.value or "").strip() if self._field is not None else ""

    def _fill(self) -> None:
        self._fill_head()
        preview, p = self._preview, self._window.look.p
        if preview is None:
            return
        self._text.visible = self._list.visible = self._open
        if self._open:
            self._text.content = self._texts(preview, p)
            self._list.content = self._masked(preview, p)

    def _fill_head(self) -> None:
        preview, p = self._preview, self._window.look.p
        if preview is None:
            return
        told = sends(preview) + "." if self._folded else facts(preview)
        rows: list[ft.Control] = [text(WORKING_OUT if self._waiting else told, "body", p.soft)]
        rows += [text(words, "small", p.signal) for words in [preview.problem] if words]
        rows += [self._price(preview, p), gap(S), self._ways(p)]
        self._head.content = ft.Column(rows, spacing=XS, tight=True)

    def _price(self, preview: Preview, p: Palette) -> ft.Control:
        if told := price(preview):
            return text(told, "small", p.soft)
        return link(NO_PRICE, p, self._do.settings, color=p.faint)

    def _ways(self, p: Palette) -> ft.Control:
        send = primary("Send", p, self._do.send)
        send.disabled = self._waiting
        ways: list[ft.Control] = [send, quiet("Go back", p, self._do.back)]
        if self._folded:
            see = "Hide it" if self._open else "See exactly what"
            ways += [link(see, p, self._on_open), link(ASK_AGAIN, p, self._do.ask_again)]
        else:
            self._tick = ft.Container()
            self._fill_tick(p)
            ways.append(self._tick)
        return ft.Row(ways, spacing=S, run_spacing=XS, wrap=True)

    def _fill_tick(self, p: Palette) -> None:
        """By itself, so that the button beside it stays the same one."""
        sign, said = ("✓", "yes") if self.remember else ("○", "no")
        name = f"{REMEMBER}: {said}"
        self._tick.content = link(f"{sign} {REMEMBER}", p, self._on_remember, name=name)

    def _texts(self, preview: Preview, p: Palette) -> ft.Control:
        told, width = preview.request.instructions, self._widths[0]
        words = "Hide the instructions" if self._instructions_open else "Show the instructions"
        note = f"{count(count_words(told), 'word')}, the same for everyone"
        rows: list[ft.Control] = [
            heading("What the coach is told to do", p, note),
            link(words, p, self._on_instructions),
        ]
        if self._instructions_open:
            rows.append(text(told, "small", p.soft, width=width))
        rows += [gap(M), heading("What it is given to read", p, "word for word"), gap(XS)]
        rows += [_line(line, p, width) for line in preview.request.material.split("\n")]
        return ft.Column(rows, spacing=XS, tight=True, width=width)

    def _masked(self, preview: Preview, p: Palette) -> ft.Control:
        found = masked_in(preview)
        hidden = [thing for thing in found if not thing.shown]
        open_ = [thing for thing in found if thing.shown]
        rows: list[ft.Control] = [heading(f"Masked: {len(hidden)}", p, MASKED_NOTE), gap(XS)]
        rows += [self._thing(thing, p) for thing in hidden]
        if open_:
            rows += [gap(M), heading(f"Sent as it stands: {len(open_)}", p)]
            rows += [self._thing(thing, p) for thing in open_]
        rows += [gap(M), labelled(self._box(p), ADD_LABEL, p)]
        if self._note:
            rows.append(text(self._note, "small", p.soft))
        return ft.Column(rows, spacing=0, tight=True, width=self._widths[1])

    def _thing(self, thing: Hidden, p: Palette) -> ft.Control:
        word, way = thing.forms[0], "Mask" if thing.shown else "Show"
        slot = text(
            "" if thing.shown else thing.placeholder, "tiny", p.soft, no_wrap=True, max_lines=1
        )
        said = text(
            " / ".join(thing.forms),
            "read_small",
            p.ink,
            max_lines=1,
            overflow=ft.TextOverflow.ELLIPSIS,
            expand=True,
        )
        change = link(way, p, lambda e: self._turn(thing), name=f"{way} {word}", end=True)
        return ft.Row(
            [
                ft.Container(width=SLOT_WIDTH, content=slot),
                said,
                ft.Container(width=WAY_WIDTH, content=change, alignment=ft.Alignment.CENTER_RIGHT),
            ],
            spacing=0,
        )

    def _box(self, p: Palette) -> ft.TextField:
        """The field is kept, so that a change of the mask loses neither text nor focus."""
        if self._field is None:
            self._field = boxed("", "", p, on_submit=lambda e: self.take_typed())
        fresh = boxed("", "", p)
        self._field.text_style, self._field.cursor_color = fresh.text_style, fresh.cursor_color
        self._field.border, self._field.width = fresh.border, self._widths[1]
        return self._field

    # ------------------------------------------------------------ clicks
    def _turn(self, thing: Hidden) -> None:
        """Show what is masked, or mask it again."""
        if self._wanted is None:
            return
        change = self._wanted.with_word if thing.shown else self._wanted.without
        self._note = ""
        self._change(change(thing.forms[0]))

    def _change(self, mask: Mask) -> None:
        """Ask for another mask; the next change builds on it, worked out or not."""
        self._wanted = mask
        self._do.mask(mask)

    def _on_open(self, _: object) -> None:
        self._open = not self._open
        self._fill()
        self._window.refresh(self._head, self._text, self._list)

    def _on_instructions(self, _: object) -> None:
        self._instructions_open = not self._instructions_open
        self._fill()
        self._window.refresh(self._text)

    def _on_remember(self, _: object) -> None:
        self.remember = not self.remember
        self._fill_tick(self._window.look.p)
        self._window.refresh(self._tick)


def _line(line: str, p: Palette, width: float) -> ft.Control:
    """One line of the text; what stands for masked words has a ground of its own."""
    spans = [
        ft.TextSpan(
            text=words.replace(" ", NO_BREAK) if is_masked else words,
            style=style("small_strong", p.ink, bgcolor=p.band)
            if is_masked
            else style("read_small", p.ink),
        )
        for words, is_masked in runs(line)
    ]
    # Not selectable: each line would be read out as a field that cannot be written into.
    return ft.Text(spans=spans or [ft.TextSpan(text=" ")], width=width)
