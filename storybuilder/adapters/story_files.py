"""Files with stories to take in: what `storybuilder` wrote itself, and other people's texts."""

import json
from collections.abc import Mapping
from pathlib import Path, PurePath

from storybuilder.adapters.text_files import decode_text
from storybuilder.adapters.whole_file import decoded, encoded, is_plain_name
from storybuilder.core.documents import FORMAT, format_of
from storybuilder.core.markdown_stories import FORMAT as MARKDOWN_FORMAT
from storybuilder.core.markdown_stories import format_of_markdown
from storybuilder.core.parcel import Parcel, parcel_from
from storybuilder.core.settings import Settings
from storybuilder.errors import StoriesUnreadable, TextUnreadable

MOST_BYTES = 200_000_000
"""Some fifteen thousand takes with all their words."""
MOST_TEXT_BYTES = 4_000_000
"""Two thousand stories of three hundred words."""
TEXT_ENDINGS = (".md", ".markdown", ".txt", ".text")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PARTS_HINT = "mark at least one part in it, for example with a line that says Situation."


class StoryFiles:
    """ports.StoryFiles for the disk."""

    def read(self, path: Path) -> bytes:
        """What stands in a file. Raises StoriesUnreadable."""
        try:
            if path.stat().st_size > MOST_BYTES:
                raise _too_large(str(path), MOST_BYTES)
            return path.read_bytes()
        except OSError as error:
            why = "Is a directory" if path.is_dir() else error.strerror
            raise StoriesUnreadable(f"{path} could not be read ({why})") from error
        except ValueError as error:  # a name with a zero in it
            raise StoriesUnreadable(f"{path} could not be read") from error

    def opened(self, content: bytes, name: str) -> tuple[Parcel, Settings] | str:
        """The parcel in a file, or the text of one that holds stories in words.

        Raises StoriesUnreadable; `name` is what its message calls the file.
        """
        if PurePath(name).suffix.lower() in TEXT_ENDINGS:
            return _text(content, name)
        if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") or name.endswith(".json"):
            return _parcel(content, name)
        return _text(content, name)

    def packed(self, document: Mapping[str, object]) -> bytes:
        """A document as a file of ours."""
        return encoded({"format": FORMAT, **document}) + b"\n"


def _parcel(content: bytes, name: str) -> tuple[Parcel, Settings]:
    if not content.strip():
        raise StoriesUnreadable(f"{name} is empty")
    try:
        document = decoded(content)
        if (found := format_of(document)) > FORMAT:
            raise StoriesUnreadable(
                f"{name} has format {found} and this program knows {FORMAT}",
                "update storybuilder to import it.",
            )
        parcel, settings = parcel_from(document)
    except json.JSONDecodeError as error:
        raise StoriesUnreadable(f"{name} is not valid JSON at line {error.lineno}") from error
    except ValueError as error:
        raise StoriesUnreadable(f"{name} holds no exported stories") from error
    _check_ids(parcel, name)
    return parcel, settings


def _check_ids(parcel: Parcel, name: str) -> None:
    """Ids of stories and takes are names of files as well."""
    stories = [*parcel.stories, *(version.story for version in parcel.versions)]
    if not all(is_plain_name(story.id) for story in stories):
        raise StoriesUnreadable(f"{name} holds a story whose id is not one of ours")
    if not all(is_plain_name(heard.take.id) for heard in parcel.heard):
        raise StoriesUnreadable(f"{name} holds a take whose id is not one of ours")


def _text(content: bytes, name: str) -> str:
    if len(content) > MOST_TEXT_BYTES:
        raise _too_large(name, MOST_TEXT_BYTES)
    try:
        text = decode_text(_in_utf8(content), name)
    except TextUnreadable as error:
        raise StoriesUnreadable(str(error), "save it as text in UTF-8, then try again.") from error
    if not text.strip():
        raise StoriesUnreadable(f"{name} is empty", _PARTS_HINT)
    if (found := format_of_markdown(text) or 0) > MARKDOWN_FORMAT:
        raise StoriesUnreadable(
            f"{name} has format {found} and this program knows {MARKDOWN_FORMAT}",
            "update storybuilder to import it.",
        )
    return text


def _in_utf8(content: bytes) -> bytes:
    """UTF-16 says so at its start, as some editors on Windows save it."""
    if not content.startswith(_UTF16_MARKS):
        return content
    try:
        return content.decode("utf-16").encode()
    except UnicodeError:
        return content


def _too_large(name: str, most: int) -> StoriesUnreadable:
    return StoriesUnreadable(
        f"{name} is larger than {most // 1_000_000} MB",
        "take only the stories out of it, then try again.",
    )
