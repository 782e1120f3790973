from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.story import Part
from storybuilder.places import assets
from storybuilder.ui.theme import (
    DARK,
    FALLBACK,
    FONT_FILES,
    LETTER,
    LIGHT,
    PALETTES,
    PARTS,
    ROLES,
    Palette,
    contrast,
    lightness,
    mix,
    pairs,
)

LEAST_PX = 13
LICENCES = {
    "SourceSans3": "OFL-source-sans.md",
    "SourceSerif4": "OFL-source-serif.md",
    "DejaVuSans": "dejavu-copyright.txt",
}
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
both = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())


@both
def test_every_pair_that_is_drawn_can_be_told_apart(palette: Palette) -> None:
    weak = [(what, one, on) for what, one, on, least in pairs(palette) if contrast(one, on) < least]
    assert weak == []


@both
def test_text_is_held_to_more_than_graphics(palette: Palette) -> None:
    needed = {what: least for what, _, _, least in pairs(palette)}
    assert needed["faint on sunk"] == 4.5
    assert needed["edge on page (graphic)"] == 3.0


@both
def test_the_parts_differ_in_grey_too(palette: Palette) -> None:
    greys = [lightness(palette.parts[part]) for part in PARTS]
    assert min(abs(one - other) for one, other in combinations(greys, 2)) > 8


@both
def test_every_part_has_a_colour_and_a_letter_colour(palette: Palette) -> None:
    assert list(palette.parts) == list(palette.on_parts) == list(PARTS) == list(Part)


def test_every_part_and_other_talk_has_its_own_letter() -> None:
    assert "".join(LETTER[part] for part in PARTS) == "STAR"
    assert LETTER["other"] not in "STAR"


@pytest.mark.parametrize(("role", "step"), ROLES.items())
def test_no_role_is_smaller_than_can_be_read(role: str, step: tuple[object, float]) -> None:
    assert step[1] >= LEAST_PX


def test_every_role_has_a_font_and_every_font_is_used() -> None:
    used = {step.family for step in ROLES.values()} | set(FALLBACK)
    assert used == set(FONT_FILES)


@pytest.mark.parametrize("file", FONT_FILES.values())
def test_every_font_is_carried_as_true_type(file: str) -> None:
    assert (assets() / file).read_bytes()[:4] == b"\x00\x01\x00\x00"


@pytest.mark.parametrize("font", sorted(p.name for p in (assets() / "fonts").iterdir()))
def test_every_carried_font_is_used_and_has_its_licence_beside_it(font: str) -> None:
    licence = next(LICENCES[face] for face in LICENCES if font.startswith(face))
    assert f"fonts/{font}" in FONT_FILES.values()
    assert "Copyright" in (assets() / "licences" / licence).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_does_not_ask_which_colour_is_in_front(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21


@pytest.mark.parametrize(("colour", "grey"), [("#000000", 0), ("#FFFFFF", 100), ("#777777", 50)])
def test_lightness_runs_from_black_to_white(colour: str, grey: float) -> None:
    assert lightness(colour) == pytest.approx(grey, abs=0.1)


@given(COLOURS, COLOURS)
def test_a_mix_ends_at_either_colour(one: str, other: str) -> None:
    assert (mix(one, other, 1), mix(one, other, 0)) == (one, other)


def test_talk_of_no_part_stands_on_the_bare_page() -> None:
    assert LIGHT.tint("other") == LIGHT.page
    assert DARK.tint("task") not in (DARK.page, DARK.parts["task"])
