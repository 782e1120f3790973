"""What the command line says: answers on standard output, failures on standard error."""

import json
import os
import sys
from pathlib import Path

import typer

from storybuilder.errors import StorybuilderError

_KEPT_SPACE = "\u00a0"
"""A no-break space: printed as it is, though Python counts it among the unprintable."""


def say(text: str) -> None:
    """Print to standard output; what its encoding cannot carry becomes a question mark.

    A reader who has left (`| head -1`) ends the program quietly. Raises StorybuilderError when
    the output cannot be written, for example to a full disk.
    """
    encoding = _encoding()
    try:
        typer.echo(text.encode(encoding, "replace").decode(encoding))
    except BrokenPipeError as error:
        _give_up_on_output()
        raise typer.Exit(0) from error
    except OSError as error:
        _give_up_on_output()
        raise StorybuilderError(
            f"the output could not be written ({error.strerror})",
            "free some space or send it somewhere else.",
        ) from error


def say_json(document: object) -> None:
    """Print one JSON value on one line, escaped where the encoding of the output needs it."""
    text = json.dumps(document, ensure_ascii=False)
    try:
        text.encode(_encoding())
    except UnicodeEncodeError:
        text = json.dumps(document)
    say(text)


def complain(sentence: str) -> None:
    """One line on standard error, whatever a file is called."""
    line = "".join(c if c.isprintable() or c == _KEPT_SPACE else "?" for c in sentence)
    typer.echo(f"storybuilder: {line}", err=True)


def _encoding() -> str:
    """Of standard output; one that was closed carries everything nowhere."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def _give_up_on_output() -> None:
    """Let what is still buffered go nowhere: writing it again at exit would fail again."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
