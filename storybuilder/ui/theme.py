"""Design tokens: type, spacing, colour. Values only; no control is built here.

Two voices: *serif* is the person's own words (story, question, transcript); *sans* is the program.
Every pair of colours that a screen draws is listed by `pairs()`; a test holds each to WCAG 2.x
(text 4.5, graphics 3.0) in both themes.
"""

from dataclasses import dataclass
from typing import NamedTuple

# ---------------------------------------------------------------- type
# The client loads them one after another in this order: what is seen first comes first.
FONT_FILES = {
    "Sans": "fonts/SourceSans3-Regular.ttf",
    "Serif Display": "fonts/SourceSerif4Display-Regular.ttf",
    "Sans Semibold": "fonts/SourceSans3-Semibold.ttf",
    "Sans Light": "fonts/SourceSans3-Light.ttf",
    "Serif": "fonts/SourceSerif4-Regular.ttf",
    "Serif Semibold": "fonts/SourceSerif4-Semibold.ttf",
    "Serif Italic": "fonts/SourceSerif4-It.ttf",
    "Fallback": "fonts/DejaVuSans.ttf",
}
FALLBACK = ["Sans", "Fallback"]  # Source Sans holds arrows and ticks; DejaVu the rest


class Role(NamedTuple):
    """One step of the type scale: a family name of FONT_FILES, size and line height."""

    family: str
    size: float
    height: float
    tracking: float = 0.0


# One file a weight, so a role never asks Flutter for `weight=` (that would smear a fake bold).
# Figures of both families are tabular by default: columns of seconds line up without features.
ROLES = {
    "arm": Role("Sans Light", 150, 1.0, -3),  # the clock while recording, read from a metre away
    "clock": Role("Sans Light", 76, 1.0, -1.5),  # the clock of a report
    "title": Role("Serif Display", 32, 1.2, -0.2),  # one a screen
    "question": Role("Serif Display", 27, 1.28),  # a question asked aloud; the one fix
    "fix": Role("Serif", 20, 1.38),
    "read": Role("Serif", 17, 1.62),  # stories and transcripts
    "read_mark": Role("Serif Semibold", 17, 1.62),
    "read_italic": Role("Serif Italic", 17, 1.62),
    "read_small": Role("Serif", 15, 1.45),
    "aside": Role("Serif Italic", 15, 1.45),
    "heading": Role("Sans Semibold", 15, 1.35),  # section heads: sentence case, never capitals
    "body": Role("Sans", 16, 1.42),
    "strong": Role("Sans Semibold", 16, 1.42),
    "small": Role("Sans", 14, 1.4),
    "small_strong": Role("Sans Semibold", 14, 1.4),
    "tiny": Role("Sans", 13, 1.3),  # axis labels and keys; nothing goes below 13
    "tiny_strong": Role("Sans Semibold", 13, 1.3),
}

# ---------------------------------------------------------------- space
# A 4-point scale with gaps, so that two distances never look almost the same.
XS, S, M, L, XL, XXL, XXXL = 4, 8, 12, 20, 32, 48, 72
RADIUS = 6  # buttons and the one fix
HAIRLINE = 1
MOTION_MS = 140  # one duration; see DESIGN_LANGUAGE.md for what may move


# ---------------------------------------------------------------- colour
@dataclass(frozen=True, slots=True)
class Palette:
    """Colour by role. `signal` means 'this one': the one fix, the record dot, a gap to close."""

    name: str
    page: str
    sunk: str  # rails, hover, chips
    ink: str  # text; primary button fill
    soft: str  # second voice: labels and notes
    faint: str  # third voice: axis figures, keyboard hints
    edge: str  # graphic edges that carry meaning (>= 3:1)
    line: str  # hairlines that carry none
    band: str  # the recommended range
    signal: str
    signal_wash: str
    good: str
    on_ink: str  # text on an ink fill
    dot_on_ink: str  # the record dot on an ink fill
    parts: dict[str, str]
    on_parts: dict[str, str]
    fits: dict[str, tuple[str, str]]  # fit level -> (tile, glyph on it)

    def tint(self, part: str, share: float = 0.09) -> str:
        """The part colour thinned into the page: the ground under a transcript passage."""
        return mix(self.parts[part], self.page, share) if part in self.parts else self.page


def mix(one: str, other: str, share: float) -> str:
    """`share` of one colour in the other, as '#RRGGBB'."""
    channels = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in channels)


LIGHT = Palette(
    name="light",
    page="#FBFCFC",
    sunk="#F0F3F4",
    ink="#12181C",
    soft="#48545C",
    faint="#5E6A73",
    edge="#7F8C95",
    line="#DCE2E5",
    band="#DCE4E8",
    signal="#B23712",
    signal_wash="#FBEAE3",
    good="#1F6B45",
    on_ink="#FFFFFF",
    dot_on_ink="#FF7A4D",
    parts={"situation": "#5077A3", "task": "#B88720", "action": "#063940", "result": "#86305B"},
    on_parts={"situation": "#FFFFFF", "task": "#12181C", "action": "#FFFFFF", "result": "#FFFFFF"},
    fits={
        "strong": ("#1F6B45", "#FFFFFF"),
        "workable": ("#A5CDB6", "#12452B"),
        "stretch": ("#E4EFE8", "#3F6B52"),
        "gap": ("#FBFCFC", "#7F8C95"),
    },
)
DARK = Palette(
    name="dark",
    page="#13181B",
    sunk="#1C2327",
    ink="#ECF0F2",
    soft="#B3BEC5",
    faint="#94A1A9",
    edge="#6F7D86",
    line="#2B3439",
    band="#2C373D",
    signal="#FF9166",
    signal_wash="#34221C",
    good="#7CC79B",
    on_ink="#12181C",
    dot_on_ink="#B23712",
    parts={"situation": "#7F9ECB", "task": "#DCAB4A", "action": "#8FDAD4", "result": "#C76394"},
    on_parts=dict.fromkeys(("situation", "task", "action", "result"), "#12181C"),
    fits={
        "strong": ("#7CC79B", "#12181C"),
        "workable": ("#33604A", "#D5F0E0"),
        "stretch": ("#1D2E26", "#8FBCA3"),
        "gap": ("#13181B", "#6F7D86"),
    },
)
PALETTES = {"light": LIGHT, "dark": DARK}

PARTS = ("situation", "task", "action", "result")
LETTER = {"situation": "S", "task": "T", "action": "A", "result": "R", "other": "–"}

# Wide: rail 148 at the left. Narrow (< 1080): the rail becomes a bar of 48 at the top.
WIDE_FROM = 1080
RAIL = 148
TOPBAR = 48
WIDEST = 1120  # a screen's content grows no further; a line of reading stays under 80 characters


# ---------------------------------------------------------------- contrast
def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.x) of '#RRGGBB'."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour: str) -> float:
    """CIE L* of a colour, 0 to 100: what remains of it in grey."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def pairs(p: Palette) -> list[tuple[str, str, str, float]]:
    """Every (what, foreground, background, required ratio) that the screens draw."""
    text = 4.5
    rows = [
        (f"{role} on {ground}", getattr(p, role), getattr(p, ground), text)
        for role, grounds in (
            ("ink", ("page", "sunk", "band", "signal_wash")),
            ("soft", ("page", "sunk", "band", "signal_wash")),
            ("faint", ("page", "sunk")),
            ("signal", ("page", "sunk", "signal_wash")),
            ("good", ("page", "sunk")),
            ("on_ink", ("ink",)),
        )
        for ground in grounds
    ]
    rows += [
        ("dash on a stretch of other talk", p.soft, p.line, text),
        ("edge on page (graphic)", p.edge, p.page, 3.0),
        ("record dot on ink (graphic)", p.dot_on_ink, p.ink, 3.0),
    ]
    for part in PARTS:
        rows.append((f"letter on {part}", p.on_parts[part], p.parts[part], text))
        rows.append((f"{part} on page (graphic)", p.parts[part], p.page, 3.0))
    for part in PARTS:
        rows.append((f"ink on the {part} tint", p.ink, p.tint(part), text))
        rows.append((f"soft on the {part} tint", p.soft, p.tint(part), text))
        rows.append((f"signal on the {part} tint", p.signal, p.tint(part), text))
    for fit, (tile, glyph) in p.fits.items():
        rows.append((f"glyph on {fit} (graphic)", glyph, tile, 3.0))
    return rows
