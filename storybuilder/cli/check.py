"""storybuilder check: a report of a text or a recording, to read or as JSON."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from storybuilder.adapters.text_files import STANDARD_INPUT, read_answer
from storybuilder.cli.chosen import Chosen
from storybuilder.cli.report_text import report_text
from storybuilder.core.band import Band
from storybuilder.core.length import parse_band
from storybuilder.core.report import Report
from storybuilder.core.report_document import report_document
from storybuilder.core.story import StoryId
from storybuilder.errors import AudioUnreadable, StorybuilderError, TargetUnreadable
from storybuilder.practice.reviewing import Asked, Reviewing

AUDIO_ENDINGS = frozenset({".wav", ".flac", ".mp3", ".m4a", ".ogg", ".webm"})
TEXT_ENDINGS = frozenset({".txt", ".md"})


def check(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Text, sound, or - for standard input.")
    ],
    story: Annotated[
        str | None, typer.Option(metavar="ID", help="Compare with the draft of this story.")
    ] = None,
    question: Annotated[str, typer.Option(metavar="TEXT", help="The question answered.")] = "",
    target: Annotated[
        str | None, typer.Option(metavar="2:00-3:00", help="The length to aim at.")
    ] = None,
    model: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder with a speech model.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Judge answers: text (.txt, .md, -) or sound (.wav .flac .mp3 .m4a .ogg .webm)."""
    chosen: Chosen = context.obj
    program = chosen.program(model)
    practice = program.practice
    settings = practice.setting_up.settings
    asked = Asked(
        question=question,
        story=practice.drafting.story(StoryId(story)) if story else None,
        target=_band(target) if target else settings.target,
        settings=settings,
    )
    worst = 0
    for name in files:
        try:
            report = _judge(name, practice.reviewing, asked)
        except StorybuilderError as failure:
            typer.echo(f"storybuilder: {failure.sentence()}", err=True)
            worst = max(worst, failure.exit_code)
            continue
        if as_json:
            typer.echo(json.dumps(report_document(report), ensure_ascii=False))
        else:
            typer.echo(report_text(report, settings.thresholds))
    if worst:
        raise typer.Exit(worst)


def _judge(name: str, reviewing: Reviewing, asked: Asked) -> Report:
    path = Path(name)
    if path == STANDARD_INPUT or path.suffix.lower() in TEXT_ENDINGS:
        return reviewing.judge_text(name, read_answer(path, sys.stdin.buffer), asked)
    if path.suffix.lower() in AUDIO_ENDINGS or not path.is_file():
        return reviewing.judge_audio(path, asked)
    raise AudioUnreadable(
        f"{path.name} is neither text nor sound by its ending",
        "name a .txt or .md text, or a .wav, .flac, .mp3, .m4a, .ogg or .webm recording.",
    )


def _band(text: str) -> Band:
    band = parse_band(text)
    if band is None:
        raise TargetUnreadable(f"the target {text!r} is not a span of time")
    return band
