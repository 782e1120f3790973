from dataclasses import replace

import flet as ft
import pytest

from storybuilder.core.findings.finding import Severity
from storybuilder.ui.parts.findings import findings, no_fix, one_fix
from storybuilder.ui.report_rows import FindingRow
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import button, click, texts, walk


def row(severity: Severity = "note", at: str = "") -> FindingRow:
    return FindingRow(
        severity=severity, message="Slow down", measure="190 a minute", source="Miller", at=at
    )


def test_the_words_of_a_finding_are_heard_by_a_click() -> None:
    heard: list[float] = []
    made = findings((replace(row(at="1:24"), listen_s=84.2),), LIGHT, 320, heard.append)
    assert texts(made)[-2:] == ["190 a minute", "Listen 1:24"]
    click(button(made, "Listen 1:24"))
    click(
        button(
            one_fix(replace(row("fix"), listen_s=3.0), "Fix", LIGHT, 320, heard.append),
            "Listen 0:03",
        )
    )
    assert heard == [84.2, 3.0]


def test_each_way_to_listen_is_named_by_what_it_plays() -> None:
    made = findings((replace(row(at="1:24"), listen_s=84.2),), LIGHT, 320, lambda at_s: None)
    labels = [one.semantics_label for one in walk(made) if isinstance(one, ft.Text)]
    assert "Listen from 1:24: Slow down" in labels


@pytest.mark.parametrize("listen_s", [None, 84.2])
def test_without_sound_a_finding_only_says_its_second(listen_s: float | None) -> None:
    made = findings((replace(row(at="1:24"), listen_s=listen_s),), LIGHT, 320)
    assert texts(made)[-1] == "190 a minute · 1:24"


def grounds(control: ft.Control) -> list[object]:
    return [one.bgcolor for one in walk(control) if isinstance(one, ft.Container) and one.bgcolor]


def test_the_fix_shows_advice_then_figure_then_rule() -> None:
    made = one_fix(row("fix"), "The one fix for take 3", LIGHT, 320)
    assert texts(made) == [
        "The one fix for take 3",
        "Slow down",
        "190 a minute",
        "Rule: Miller",
    ]


def test_only_the_fix_has_a_tinted_ground() -> None:
    assert grounds(one_fix(row("fix"), "Fix", LIGHT, 320)) == [LIGHT.signal_wash]
    assert grounds(findings((row("fix"), row("note"), row("good")), LIGHT, 320)) == []
    assert grounds(no_fix("Fix", LIGHT, 320)) == [LIGHT.sunk]


def test_nothing_to_fix_is_said_in_the_same_place() -> None:
    label, words = texts(no_fix("The one fix for take 3", LIGHT, 320))
    assert label == "The one fix for take 3"
    assert words.startswith("Nothing asks to be fixed.")


@pytest.mark.parametrize(("severity", "sign"), [("fix", "!"), ("note", "–"), ("good", "✓")])
def test_a_finding_has_a_sign_beside_its_colour(severity: Severity, sign: str) -> None:
    assert texts(findings((row(severity),), LIGHT, 320)) == [sign, "Slow down", "190 a minute"]


@pytest.mark.parametrize(("at", "tail"), [("", ""), ("1:24", " · 1:24")])
def test_a_finding_ends_with_the_second_to_listen_to(at: str, tail: str) -> None:
    assert texts(findings((row(at=at),), LIGHT, 320))[-1] == f"190 a minute{tail}"


def test_findings_stay_in_their_order_and_show_their_source_on_demand() -> None:
    made = findings((row("fix"), row("good")), LIGHT, 320)
    assert [word for word in texts(made) if len(word) == 1] == ["!", "✓"]
    hints = [one.tooltip for one in walk(made) if isinstance(one, ft.Text) and one.tooltip]
    assert [one.message for one in hints if isinstance(one, ft.Tooltip)] == ["Miller", "Miller"]


def test_the_persons_own_words_keep_their_voice_inside_the_advice() -> None:
    advised = replace(row(), message="Say who did “we asked”: keep “we” for the team.")
    spans = [one for one in walk(findings((advised,), LIGHT, 320)) if isinstance(one, ft.TextSpan)]
    assert "".join(span.text or "" for span in spans) == advised.message
    quoted = [span.text for span in spans if span.style and span.style.font_family == "Serif"]
    assert quoted == ["“we asked”", "“we”"]


def test_nothing_found_draws_nothing() -> None:
    assert texts(findings((), LIGHT, 320)) == []
