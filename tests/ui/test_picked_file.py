from pathlib import Path

import flet as ft
import pytest

from storybuilder.ui.picked_file import FileDialog, PickedFile
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


class ScriptedPicker:
    """A file dialog in which these files are chosen at once."""

    def __init__(self, *files: ft.FilePickerFile) -> None:
        self.files = list(files)
        self.asked: list[dict[str, object]] = []

    async def pick_files(self, **asked: object) -> list[ft.FilePickerFile]:
        self.asked.append(asked)
        return self.files


def dialog(picker: ScriptedPicker) -> FileDialog:
    return FileDialog(lambda: picker)  # type: ignore[arg-type, return-value]


def picked(name: str, path: str | None = None, content: bytes | None = None) -> ft.FilePickerFile:
    return ft.FilePickerFile(id=1, name=name, size=1, path=path, bytes=content)


@pytest.mark.parametrize(
    ("file", "found"),
    [
        (picked("a.md", "/there/a.md"), PickedFile("a.md", Path("/there/a.md"))),
        (picked("a.md", "/there/a.md", b"x"), PickedFile("a.md", Path("/there/a.md"))),
        (picked("a.md", None, b"x"), PickedFile("a.md", b"x")),
        (picked("a.md", "", b""), PickedFile("a.md", b"")),
        (picked("a.md"), None),
    ],
)
@on_a_loop
async def test_a_file_is_known_by_its_path_else_by_its_bytes(
    file: ft.FilePickerFile, found: PickedFile | None
) -> None:
    assert await dialog(ScriptedPicker(file)).pick(["md"]) == found


@on_a_loop
async def test_no_file_chosen_is_none() -> None:
    assert await dialog(ScriptedPicker()).pick(["md"]) is None


@on_a_loop
async def test_only_files_with_the_endings_are_offered_and_their_bytes_asked_for() -> None:
    picker = ScriptedPicker()
    await dialog(picker).pick(("md", "txt"))
    (asked,) = picker.asked
    assert (asked["allowed_extensions"], asked["with_data"]) == (["md", "txt"], True)
    assert asked["file_type"] is ft.FilePickerFileType.CUSTOM


def test_the_dialog_is_made_once_and_not_before_it_is_needed() -> None:
    made: list[ScriptedPicker] = []

    def new() -> ft.FilePicker:
        made.append(ScriptedPicker())
        return made[-1]  # type: ignore[return-value]

    opened = FileDialog(new)
    assert made == []
    assert opened.picker is opened.picker
    assert len(made) == 1


@on_a_loop
async def test_a_file_with_a_path_stays_where_it_is(tmp_path: Path) -> None:
    file = tmp_path / "mine.md"
    file.write_bytes(b"Why?")
    window = StillWindow(practice_in(tmp_path / "data"))
    async with PickedFile("mine.md", file).on_disk(window, "list") as found:
        assert found == file
    assert file.read_bytes() == b"Why?"


@on_a_loop
async def test_bytes_lie_on_disk_with_their_ending_while_they_are_read(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    async with PickedFile("Mine.CSV", b"Why?").on_disk(window, "list") as found:
        assert (found.name, found.read_bytes()) == ("list.CSV", b"Why?")
    assert not found.parent.exists()


@on_a_loop
async def test_bytes_are_gone_from_disk_after_a_failure_too(tmp_path: Path) -> None:
    window = StillWindow(practice_in(tmp_path))
    with pytest.raises(ValueError, match="no list"):
        async with PickedFile("mine.csv", b"Why?").on_disk(window, "list") as found:
            raise ValueError("no list")
    assert not found.parent.exists()
