"""Answers in text files, or from standard input."""

from pathlib import Path
from typing import BinaryIO

from storybuilder.core.answer_text import MOST_CHARACTERS, MOST_WORDS, TextVerdict, check_text
from storybuilder.errors import TextUnreadable

STANDARD_INPUT = Path("-")
_MOST_BYTES = 4 * MOST_CHARACTERS + 4
"""UTF-8 needs at most four bytes a character, and three for its mark; more is too long."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ORDINARY_CONTROLS = b"\t\n\r\x0b\x0c"
_MOST_CONTROLS_SHARE = 0.05

_WHY: dict[TextVerdict, tuple[str, str]] = {
    "empty": ("is empty", "write or paste an answer into it."),
    "no_words": ("holds no words", "write or paste the text of one answer into it."),
    "too_long": (
        f"is longer than {MOST_CHARACTERS:,} characters",
        "cut it down to a single answer first.",
    ),
    "too_many_words": (
        f"is longer than {MOST_WORDS:,} words",
        "cut it down to a single answer first.",
    ),
}


def read_answer(path: Path, standard_input: BinaryIO) -> str:
    """The text of one answer; `-` reads standard input.

    Line ends become "\\n" and a leading byte-order mark goes. Raises TextUnreadable when there is
    no such file, it is a folder, no UTF-8 text, empty, or far longer than one answer.
    """
    if path == STANDARD_INPUT:
        return decode_answer(_piped(standard_input), "standard input")
    return decode_answer(read_bytes(path, _MOST_BYTES + 1), path.name)


def decode_answer(content: bytes, name: str) -> str:
    """The text in some bytes. Raises TextUnreadable; `name` is what its message calls them."""
    if len(content) > _MOST_BYTES:
        raise _refused("too_long", name)
    return require_answer(decode_text(content, name), name)


def decode_text(content: bytes, name: str) -> str:
    """The text in some bytes, whatever it says; lines end in "\\n". Raises TextUnreadable."""
    _refuse_binary(content, name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TextUnreadable(f"{name} is not UTF-8", "save it as UTF-8, then try again.") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def require_answer(text: str, name: str) -> str:
    """The text itself, if it can be judged. Raises TextUnreadable."""
    verdict = check_text(text)
    if verdict != "ok":
        raise _refused(verdict, name)
    return text


def _refused(verdict: TextVerdict, name: str) -> TextUnreadable:
    what, hint = _WHY[verdict]
    return TextUnreadable(f"{name} {what}", hint)


def _piped(standard_input: BinaryIO) -> bytes:
    try:
        return standard_input.read(_MOST_BYTES + 1)
    except OSError as error:
        raise TextUnreadable(
            f"standard input could not be read ({error.strerror})",
            "pipe the text of one answer into it.",
        ) from error


def read_bytes(path: Path, most: int) -> bytes:
    """What stands in a file, as far as `most` bytes. Raises TextUnreadable."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise TextUnreadable(f"there is no file {path.name}", "check its name.") from error
    except (IsADirectoryError, NotADirectoryError) as error:
        raise _no_file(path) from error
    except PermissionError as error:
        # Windows says "permission denied" when asked to open a folder.
        if path.is_dir():
            raise _no_file(path) from error
        raise TextUnreadable(
            f"{path.name} may not be read", "allow reading it, then try again."
        ) from error
    except (OSError, ValueError) as error:
        raise TextUnreadable(
            f"{path.name} could not be read", "copy it elsewhere, then try again."
        ) from error


def _no_file(path: Path) -> TextUnreadable:
    return TextUnreadable(f"{path.name} is a folder", "name a text file in it.")


def _refuse_binary(content: bytes, name: str) -> None:
    if content.startswith(_UTF16_MARKS):
        raise TextUnreadable(f"{name} is UTF-16", "save it as UTF-8, then try again.")
    controls = sum(1 for byte in content if byte < 32 and byte not in _ORDINARY_CONTROLS)
    if b"\0" in content or controls > _MOST_CONTROLS_SHARE * len(content):
        raise TextUnreadable(f"{name} is not a text", "give it the plain text of one answer.")
