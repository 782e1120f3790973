"""Journey: bring stories in from a file, take that back, and carry them out again."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from storybuilder.core.settings import Settings
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.builders import story
from tests.journeys.conftest import Open
from tests.journeys.flutter import Flutter

pytestmark = pytest.mark.slow
THEIRS = """# My stories

## The queue
**Situation:** We had 900 tickets.
**Task:** Halve them.
**Action:** I sorted them by cause.
**Result:** Down by 60 %.

## The audit
S: It was late.
T: Pass it.
A: I listed what was missing.
R: We passed.
"""

LONG = ("title", "must_land", "headline", "situation", "task", "action", "result")


def titles(data: Path) -> list[str]:
    return [one.title for one in assemble(Places(data), Settings()).practice.drafting.listed()]


def choose(app: Flutter, item: str) -> None:
    app.button("Import or export").click()
    app.page.get_by_role("menuitem", name=item).click()


def bring_in(app: Flutter, file: Path) -> None:
    page: Page = app.page
    with page.expect_file_chooser() as chooser:
        choose(app, "Import stories")
    chooser.value.set_files(file)


def test_stories_of_a_markdown_file_come_in_go_and_come_again(
    open_app: Open, data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.md"
    file.write_text(THEIRS, encoding="utf-8")
    app = open_app()
    app.see("No story yet.")
    bring_in(app, file)
    app.see("Two stories, all four parts written.")
    app.hear_of("2 stories came in.")
    app.button("Undo").click()
    app.see("No story yet.")
    assert titles(data) == []
    bring_in(app, file)
    app.see("Two stories, all four parts written.")
    assert titles(data) == ["The queue", "The audit"]


def test_what_goes_out_comes_back(open_app: Open, data: Path, tmp_path: Path) -> None:
    practice = assemble(Places(data), Settings()).practice
    practice.exchanging.bring_in(THEIRS.encode(), "x.md")
    app = open_app()
    app.see("Two stories, all four parts written.")
    with app.page.expect_download() as download:
        choose(app, "Export stories as Markdown")
    download.value.save_as(tmp_path / "mine.md")
    app.hear_of(re.compile("stories.md is with your downloads and holds 2 stories"))
    bring_in(app, tmp_path / "mine.md")
    app.hear_of("2 stories were there already.")


def test_a_day_sheet_of_seven_long_stories_prints_on_one_page(
    open_app: Open, data: Path, tmp_path: Path
) -> None:
    drafting = assemble(Places(data), Settings()).practice.drafting
    long = {name: "We had 900 tickets and nobody sorted a single one. " * 9 for name in LONG}
    for number in range(7):
        drafting.put(story(f"s{number}", **long, position=float(number)))
    app = open_app()
    app.see(re.compile("^Seven stories"))
    with app.page.expect_download() as download:
        choose(app, "Day sheet to print")
    download.value.save_as(tmp_path / "day.html")
    sheet = app.page.context.new_page()
    sheet.goto((tmp_path / "day.html").as_uri())
    for paper in ("A4", "Letter"):
        assert len(re.findall(rb"/Type /Page\b", sheet.pdf(format=paper))) == 1
