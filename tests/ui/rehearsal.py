"""The screen of a rehearsal, for tests of its parts."""

from pathlib import Path

import flet as ft

from storybuilder.core.story import StoryId
from storybuilder.core.take import Take
from storybuilder.ui.rehearse import RehearseScreen
from tests.builders import story
from tests.fakes import ScriptedMicrophone, write_wav
from tests.ui.controls import walk
from tests.ui.still_window import StillWindow, practice_in


class Rehearsal:
    """The screen of a rehearsal, with two stories to tell."""

    def __init__(
        self, folder: Path, microphone: ScriptedMicrophone, chosen: str | None, *files: object
    ) -> None:
        practice = practice_in(folder, microphone=microphone)
        for place, title in enumerate(("Alpha", "Bravo")):
            practice.drafting.put(story(title.lower(), title=title, position=float(place)))
        self.microphone = microphone
        self.window = StillWindow(practice)
        picker = lambda: ScriptedPicker(list(files))  # noqa: E731
        id = StoryId(chosen) if chosen else None
        self.screen = RehearseScreen(self.window, id, picker)  # type: ignore[arg-type]

    async def record(self) -> None:
        """Start a take; it is being recorded afterwards."""
        await self.window.press("R", ctrl=True)
        await self.window.until(lambda: self.recording)

    @property
    def recording(self) -> bool:
        return "Recording" in self.window.seen and self.screen.page == ""

    @property
    def takes(self) -> tuple[Take, ...]:
        """Every take in the library, also one being recorded."""
        return self.window.practice.rehearsing.takes.all()

    def chosen(self) -> str | None:
        """The story that is marked as the one to tell."""
        options = (one for one in walk(self.window.drawn) if isinstance(one, ft.Semantics))
        return next((one.label for one in options if one.checked), None)


class ScriptedPicker:
    """A file dialog in which these files are chosen at once."""

    def __init__(self, files: list[object]) -> None:
        self._files = files

    async def pick_files(self, **asked: object) -> list[object]:
        return self._files


async def rehearsal(
    folder: Path,
    *files: object,
    microphone: ScriptedMicrophone | None = None,
    chosen: str | None = None,
) -> Rehearsal:
    made = Rehearsal(folder, microphone or ScriptedMicrophone(seconds=1.0), chosen, *files)
    await made.window.show(made.screen)
    return made


def sound(folder: Path) -> Path:
    write_wav(folder / "phone.wav", 1.0)
    return folder / "phone.wav"


def picked(name: str, **fields: object) -> ft.FilePickerFile:
    return ft.FilePickerFile(id=1, name=name, size=1, **fields)  # type: ignore[arg-type]
