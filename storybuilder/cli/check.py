"""storybuilder check: a report of a text or a recording, to read or as JSON."""

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING, Annotated

import typer

from storybuilder.adapters.text_files import STANDARD_INPUT, read_answer
from storybuilder.cli.chosen import Chosen, tell_news
from storybuilder.cli.output import complain, say, say_json
from storybuilder.cli.report_text import report_text
from storybuilder.core.band import Band
from storybuilder.core.language import language_code
from storybuilder.core.length import parse_band
from storybuilder.core.report import Report
from storybuilder.core.report_document import report_document
from storybuilder.core.story import Story, StoryId
from storybuilder.errors import (
    AudioUnreadable,
    LanguageUnknown,
    StorybuilderError,
    TargetUnreadable,
    TextUnreadable,
)
from storybuilder.practice.reviewing import Asked, Reviewing

if TYPE_CHECKING:
    from storybuilder.program import Program

AUDIO_ENDINGS = frozenset({".wav", ".flac", ".mp3", ".m4a", ".ogg", ".webm"})
TEXT_ENDINGS = frozenset({".txt", ".md"})

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def check(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Text, sound, or - for standard input.")
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
    language: Annotated[
        str | None, typer.Option(metavar="de", help="Language spoken in recordings.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Judge answers: text (.txt, .md, -) or sound (.wav .flac .mp3 .m4a .ogg .webm)."""
    chosen: Chosen = context.obj
    program = chosen.program(model)
    if language is not None:
        program.practice.setting_up.hold_for_now(language=_language(language))
    settings = program.practice.setting_up.settings
    asked = Asked(
        question=question,
        story=_story(program, story) if story is not None else None,
        target=_band(target) if target is not None else settings.target,
        settings=settings,
    )

    def show(report: Report) -> None:
        if as_json:
            say_json(report_document(report))
        else:
            say(report_text(report, settings.thresholds))

    server = program.practice.setting_up.server()
    if server is not None and any(Path(name).suffix.lower() in AUDIO_ENDINGS for name in files):
        shown = server.address.shown
        complain(
            f"sound goes to {shown} to be written down: turn that off in Settings or name "
            "a --model."
        )
    codes = [_code(name, program.practice.reviewing, asked, show) for name in files]
    raise typer.Exit(max(codes))


def _code(name: str, reviewing: Reviewing, asked: Asked, show: Callable[[Report], None]) -> int:
    """Show the report of one FILE, or say why there is none; the exit code it asks for."""
    try:
        report = _judge(name, reviewing, asked)
    except StorybuilderError as failure:
        complain(failure.sentence())
        return failure.exit_code
    show(replace(report, file=name))
    return 0


def _judge(name: str, reviewing: Reviewing, asked: Asked) -> Report:
    path = Path(name)
    if path == STANDARD_INPUT or path.suffix.lower() in TEXT_ENDINGS:
        # Standard input may have been closed; then there is nothing in it.
        standard_input = sys.stdin.buffer if sys.stdin else io.BytesIO()
        return reviewing.judge_text(name, read_answer(path, standard_input), asked)
    if path.suffix.lower() in AUDIO_ENDINGS:
        return reviewing.judge_audio(path, asked)
    raise _neither(path)


def _neither(path: Path) -> StorybuilderError:
    """Why a FILE is not even tried."""
    name = path.name or str(path)
    try:
        is_folder = S_ISDIR(path.stat().st_mode)
    except OSError:
        return TextUnreadable(f"{name} does not exist", "check the name and the folder.")
    if is_folder:
        return TextUnreadable(f"{name} is a folder", "name the texts or recordings in it.")
    return AudioUnreadable(
        f"{name} is neither text nor sound by its ending",
        "name a .txt or .md text, or a .wav, .flac, .mp3, .m4a, .ogg or .webm recording.",
    )


def _story(program: "Program", id: str) -> Story:
    tell_news(program)
    return program.practice.drafting.story(StoryId(id))


def _language(written: str) -> str:
    code = language_code(written)
    if code is None:
        raise LanguageUnknown(f"no speech model knows a language {written!r}")
    return code


def _band(text: str) -> Band:
    band = parse_band(text)
    if band is None:
        raise TargetUnreadable(f"the target {text!r} is not a span of time")
    return band
