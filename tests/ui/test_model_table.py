from dataclasses import replace

import flet as ft
import pytest

from storybuilder.core.speech_model import SPEECH_MODELS, SpeechModel
from storybuilder.ui.model_rows import Kept
from storybuilder.ui.model_table import ModelActs, ModelsShown, model_table
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import click, texts, walk

SHOWN = ModelsShown(
    kept=Kept(
        frozenset({"base.en", "tiny.en"}),
        (("base.en", 148_000_000), ("tiny.en", 78_000_000), ("small.en", 60_000_000)),
    ),
    language="en",
    in_use="base.en",
    own_folder=False,
    busy="medium",
    asked={"large-v3": 3_090_000_000},
    names=None,
)


class Done:
    """Remembers what was asked for."""

    def __init__(self) -> None:
        self.acts: list[str] = []

    def act(self, verb: str, model: SpeechModel) -> None:
        self.acts.append(f"{verb} {model.name}")

    @property
    def to_do(self) -> ModelActs:
        return ModelActs(
            lambda model: self.act("download", model),
            lambda model: self.act("use", model),
            lambda model: self.act("delete", model),
        )


def lines(shown: ModelsShown, done: Done | None = None) -> dict[str, ft.Row]:
    """The line of each model."""
    drawn = model_table(shown, (done or Done()).to_do, LIGHT, 760)
    rows = [row for row in drawn if isinstance(row, ft.Row) and row.height]
    return {texts(row)[0]: row for row in rows}


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("base.en", ["148 MB", "1 ×", "10.1 %", "✓ in use", "Delete"]),
        ("tiny.en", ["78 MB", "1.8 ×", "11.7 %", "Use", "Delete"]),
        ("small.en", ["60 of 486 MB", "0.33 ×", "8.3 %", "Continue", "Discard"]),
        ("medium", ["not known", "0.12 ×", "not measured", "on its way"]),
        ("large-v3", ["3.1 GB", "not measured", "not measured", "Download"]),
    ],
)
def test_a_line_tells_a_model_and_what_can_be_done_with_it(name: str, cells: list[str]) -> None:
    assert texts(lines(SHOWN)[name])[1:] == cells


def test_every_model_has_a_line_unless_some_are_chosen() -> None:
    assert list(lines(SHOWN)) == [model.name for model in SPEECH_MODELS]
    few = replace(SHOWN, names=frozenset({"tiny.en"}))
    assert list(lines(few)) == ["tiny.en"]


def test_a_folder_of_ones_own_goes_before_the_chosen_model() -> None:
    assert "after your folder" in texts(lines(replace(SHOWN, own_folder=True))["base.en"])


def test_links_do_what_they_say() -> None:
    done = Done()
    drawn = lines(SHOWN, done)
    for name in ("tiny.en", "small.en", "large-v3"):
        for link in [one for one in walk(drawn[name]) if isinstance(one, ft.TextButton)]:
            click(link)
    assert done.acts == [
        *("use tiny.en", "delete tiny.en"),
        *("download small.en", "delete small.en"),
        "download large-v3",
    ]


def test_each_link_has_a_name_of_its_own() -> None:
    named = [
        one.content.semantics_label
        for row in lines(SHOWN).values()
        for one in walk(row)
        if isinstance(one, ft.TextButton) and isinstance(one.content, ft.Text)
    ]
    assert len(named) == len(set(named)) > len(SPEECH_MODELS)
