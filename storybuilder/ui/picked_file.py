"""A file that the person picks: a window tells where it lies, a browser what it holds."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import flet as ft

from storybuilder.ui.screen import Window

NewPicker = Callable[[], ft.FilePicker]


@dataclass(frozen=True, slots=True)
class PickedFile:
    """A file by the name that the person knows, and where it lies or else what it holds."""

    name: str
    source: Path | bytes

    @asynccontextmanager
    async def on_disk(self, window: Window, stem: str) -> AsyncIterator[Path]:
        """Where it lies; mere bytes lie under `stem` and its own ending while in this context."""
        if isinstance(self.source, Path):
            yield self.source
            return
        with TemporaryDirectory(prefix="storybuilder-") as folder:
            file = Path(folder) / f"{stem}{Path(self.name).suffix}"
            await window.work(file.write_bytes, self.source)
            yield file


class FileDialog:
    """The dialog in which a file is picked; Flet's own is made when it is first needed."""

    def __init__(self, new: NewPicker = ft.FilePicker) -> None:
        self._new = new
        self._picker: ft.FilePicker | None = None

    @property
    def picker(self) -> ft.FilePicker:
        """Flet's own."""
        self._picker = self._picker or self._new()
        return self._picker

    async def pick(self, endings: Sequence[str]) -> PickedFile | None:
        """The file that was picked of those with these endings; None where none was."""
        files = await self.picker.pick_files(
            allowed_extensions=list(endings),
            file_type=ft.FilePickerFileType.CUSTOM,
            with_data=True,
        )
        if not files:
            return None
        chosen = files[0]
        if chosen.path:
            return PickedFile(chosen.name, Path(chosen.path))
        return None if chosen.bytes is None else PickedFile(chosen.name, chosen.bytes)
