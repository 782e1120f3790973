from pathlib import Path

from storybuilder.errors import LibraryBusy
from storybuilder.ui.refused import Refused
from tests.ui.still_window import StillWindow, on_a_loop, practice_in


@on_a_loop
async def test_a_refused_screen_says_why_and_tries_again(tmp_path: Path) -> None:
    tried: list[str] = []

    async def again() -> None:
        tried.append("again")

    window = StillWindow(practice_in(tmp_path))
    screen = Refused(window, "Stories", LibraryBusy("another window holds the library"), again)
    await window.show(screen)
    assert screen.page == "Stories"
    assert "Another window holds the library." in window.seen
    assert "Close the other storybuilder window, then try again." in window.seen
    await window.press("N", ctrl=True)
    await screen.leave()
    assert tried == []
    await window.click("Try again")
    assert tried == ["again"]
