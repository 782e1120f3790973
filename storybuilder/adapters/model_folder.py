"""Whether a folder holds a speech model that will load, found out without loading it.

faster-whisper asks the network when tokenizer.json is missing, and only after reading all of it
finds out that model.bin was cut off. So the names are checked first, and then the length of
model.bin against its own table of contents: some hundred short reads, about a millisecond,
whatever the size. Bytes that changed in place are not noticed; only the download compares
checksums.
"""

import json
import os
import struct
from pathlib import Path
from typing import Any, BinaryIO

from storybuilder.core.language import ENGLISH, language_name
from storybuilder.core.speech_model import speech_model
from storybuilder.errors import SpeechModelBroken, SpeechModelMissing

NEEDED = ("config.json", "model.bin", "tokenizer.json")
_FIRST_VERSION_WITH_BYTE_COUNTS = 4
_LAST_KNOWN_VERSION = 6
_END_BYTES = 64
_WORDS_FOR_ALL_LANGUAGES = 51_865


def check_folder(folder: Path) -> Path:
    """Return `folder` if it holds a complete speech model.

    Raises SpeechModelMissing when there is no such folder or no model in it, SpeechModelBroken
    when the model is incomplete or cut off.
    """
    if not folder.is_dir():
        raise SpeechModelMissing(f"there is no model folder {folder}")
    absent = [name for name in NEEDED if not _has_content(folder / name)]
    if not any(_has_content(path) for path in folder.glob("vocabulary.*")):
        absent.append("vocabulary.json or vocabulary.txt")
    if len(absent) > len(NEEDED):
        raise SpeechModelMissing(f"{folder} holds no speech model")
    if absent:
        raise SpeechModelBroken(f"the speech model in {folder.name} lacks {' and '.join(absent)}")
    for name in ("config.json", "tokenizer.json"):
        _check_json(folder / name)
    _check_weights(folder / "model.bin")
    return folder


def check_language(folder: Path, language: str) -> Path:
    """Return `folder` if its model understands a language.

    Raises SpeechModelMissing where it understands English only, and SpeechModelBroken. English is
    taken for granted.
    """
    if language == ENGLISH or _understands_all(folder):
        return folder
    raise SpeechModelMissing(
        f"the speech model {folder.name} understands English only, and the language chosen is "
        f"{language_name(language)}",
        "choose a model for all languages in Settings, or English.",
    )


def _understands_all(folder: Path) -> bool:
    """By what we know of the model, else by the number of its words, as Whisper's own code tells.

    Models distilled from one for all languages have its words, and learned English only.
    """
    known = speech_model(folder.name)
    if known is not None:
        return not known.only_english
    try:
        found = next(path for path in folder.glob("vocabulary.*") if _has_content(path))
        text = found.read_text(encoding="utf-8")
        words = len(json.loads(text)) if found.suffix == ".json" else text.count("\n")
    except (OSError, StopIteration, ValueError) as error:
        raise _damaged(folder / "vocabulary.json") from error
    return words >= _WORDS_FOR_ALL_LANGUAGES


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _check_json(path: Path) -> None:
    """Both ends must be there. Reading all of it would take longer than all else together."""
    try:
        with path.open("rb") as file:
            first = file.read(_END_BYTES)
            file.seek(max(0, path.stat().st_size - _END_BYTES))
            last = file.read()
    except OSError as error:
        raise _damaged(path) from error
    if not first.lstrip().startswith(b"{") or not last.rstrip().endswith(b"}"):
        raise _damaged(path)


def _check_weights(path: Path) -> None:
    try:
        with path.open("rb") as file:
            end, there = _length_by_contents(file), os.fstat(file.fileno()).st_size
    except (OSError, struct.error) as error:
        raise _damaged(path) from error
    if end is not None and end != there:
        raise _damaged(path)


def _length_by_contents(file: BinaryIO) -> int | None:
    """Where a CTranslate2 model ends by its own count; None for a layout we do not know.

    Version, name and revision of the layout; then name, shape, type and bytes of each variable;
    then pairs of names. Raises struct.error where the file ends too soon.
    """
    version = _number(file, "I")
    if not _FIRST_VERSION_WITH_BYTE_COUNTS <= version <= _LAST_KNOWN_VERSION:
        return None
    _skip_name(file)
    _number(file, "I")
    for _ in range(_number(file, "I")):
        _skip_name(file)
        shape_bytes = 4 * _number(file, "B")
        file.seek(shape_bytes + 1, os.SEEK_CUR)
        file.seek(_number(file, "I"), os.SEEK_CUR)
    for _ in range(_number(file, "I")):
        _skip_name(file)
        _skip_name(file)
    return file.tell()


def _number(file: BinaryIO, kind: str) -> int:
    size = struct.calcsize(kind)
    number: Any = struct.unpack("<" + kind, file.read(size))[0]
    return int(number)


def _skip_name(file: BinaryIO) -> None:
    file.seek(_number(file, "H"), os.SEEK_CUR)


def _damaged(path: Path) -> SpeechModelBroken:
    return SpeechModelBroken(f"{path.name} of the speech model in {path.parent.name} is damaged")
