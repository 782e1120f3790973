import json
import os
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.version_files import FolderOfVersions
from storybuilder.core.documents import story_document
from storybuilder.core.story import Story
from tests.builders import NOON, story, take
from tests.cli.terminal import Terminal
from tests.kill.test_full_disk import Disk

QUEUE = story(
    "s1",
    title="The queue",
    situation="We had 900 tickets – a café’s worth.",
    task="Halve it.",
    action="I sorted them.",
    result="Down by 60 %.",
    lesson="Sort first.",
    must_land="60 %",
    tags=("support", "numbers"),
    happened="March 2024",
    position=2.0,
)
AUDIT = story("s2", title="The audit", situation="The audit was late.", position=1.0)
OLD = story("s3", title="Old", archived=True, position=3.0)
GONE = story("s4", title="Gone", deleted_at=NOON)


def keep(data: Path, *stories: Story) -> None:
    library = Library(data / "library.json")
    for one in stories:
        library.stories.change(one.id, lambda _, one=one: one)  # type: ignore[misc]  # early bound


def kept(data: Path) -> dict[str, Story]:
    return {str(one.id): one for one in Library(data / "library.json").stories.all()}


def exported(terminal: Terminal, *stories: Story, format: int = 1) -> Path:
    """A file as `stories export` writes it."""
    document = {"format": format, "stories": [story_document(one) for one in stories]}
    return terminal.text(json.dumps(document), "stories.json")


# list and show


def test_stories_in_use_are_listed_in_the_persons_order(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE, AUDIT, OLD, GONE)
    listed = terminal("stories", "list")
    assert (listed.code, listed.err) == (0, "")
    assert listed.out.splitlines() == [
        "s2  The audit (no task, action and result yet), no take yet",
        "s1  The queue, no take yet",
    ]


def test_takes_are_counted_in_the_list(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE)
    one = take("t1", story_id="s1", duration_s=84.0)
    Library(terminal.data / "library.json").takes.change("t1", lambda _: one)
    assert terminal("stories", "list").out == "s1  The queue, 1 take, last 1:24\n"


def test_a_list_as_json_has_one_story_a_line(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE, AUDIT)
    listed = terminal("stories", "list", "--json")
    assert listed.documents == [story_document(AUDIT), story_document(QUEUE)]


def test_without_stories_the_list_says_so_and_makes_nothing(terminal: Terminal) -> None:
    assert terminal("stories", "list").out == "No story yet.\n"
    assert terminal("stories", "list", "--json").out == ""
    assert not terminal.data.exists()


def test_a_story_is_shown_with_all_that_was_written(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE)
    shown = terminal("stories", "show", "s1").out
    assert shown.startswith(
        "The queue\n\nSituation\nWe had 900 tickets – a café’s worth.\n\nTask\n"
    )
    for block in ("Lesson\nSort first.", "Must land\n60 %", "Tags\nsupport, numbers", "March 2024"):
        assert block in shown
    assert "Headline" not in shown


def test_an_unwritten_part_is_shown_as_such(terminal: Terminal) -> None:
    keep(terminal.data, AUDIT)
    assert "Result\n(not written yet)" in terminal("stories", "show", "s2").out


def test_a_story_is_shown_as_json(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE)
    assert terminal("stories", "show", "s1", "--json").document == story_document(QUEUE)


@pytest.mark.parametrize("id", ["s9", "../s1", ""])
def test_an_unknown_story_cannot_be_shown(terminal: Terminal, id: str) -> None:
    keep(terminal.data, QUEUE)
    told = terminal("stories", "show", id).refusal()
    assert told == f"there is no story {id}: `storybuilder stories list` shows the ids there are."


# export and import


def test_what_is_exported_is_what_is_imported(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE, AUDIT, OLD)
    before, file = kept(terminal.data), terminal.folder / "out" / "mine.json"
    assert terminal("stories", "export", file).out == f"Exported 3 stories to {file}.\n"
    terminal.set("STORYBUILDER_DATA", str(terminal.folder / "other"))
    assert terminal("stories", "import", file).out == "3 stories came in.\n"
    assert kept(terminal.folder / "other") == before


def test_without_a_file_the_export_goes_to_standard_output(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE, OLD, GONE)
    document = terminal("stories", "export").document
    assert document == {"format": 1, "stories": [story_document(QUEUE), story_document(OLD)]}


def test_an_export_can_be_read_by_a_person_and_by_nobody_else(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE)
    file = terminal.folder / "mine.json"
    terminal("stories", "export", file)
    assert "We had 900 tickets – a café’s worth." in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600


def test_export_and_import_tell_scripts_in_json(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE)
    file = terminal.folder / "mine.json"
    told = {"file": str(file), "stories": 1}
    assert terminal("stories", "export", file, "--json").document == told
    counts = terminal("stories", "import", file, "--json").document
    assert counts == {**counts, **told, "new": 0, "replaced": 0, "same": 1, "alike": []}


def test_an_import_that_replaces_a_story_keeps_a_version_of_it(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE, AUDIT)
    file = exported(terminal, story("s1", title="The queue, again"))
    told = "1 story came in, 1 in place of another text, which its versions keep.\n"
    assert terminal("stories", "import", file).out == told
    assert [one.title for one in kept(terminal.data).values()] == ["The queue, again", "The audit"]
    (version,) = FolderOfVersions(terminal.data / "versions").versions(QUEUE.id)
    assert version.story == QUEUE


def test_importing_the_same_again_changes_nothing(terminal: Terminal) -> None:
    file = exported(terminal, QUEUE, AUDIT)
    terminal("stories", "import", file)
    library = (terminal.data / "library.json").read_bytes()
    assert terminal("stories", "import", file).code == 0
    assert (terminal.data / "library.json").read_bytes() == library
    assert not (terminal.data / "versions").exists()


RUBBISH = [
    b"[]",
    b'{"stories": []}',
    b'{"format": 1}',
    b'{"format": "one", "stories": []}',
    b'{"format": 1, "stories": {}}',
    b'{"format": 1, "stories": ["s1"]}',
    b'{"format": 1, "stories": [{"id": "s1"}]}',
    b"[" * 100_000,
    os.urandom(3000),
]


@pytest.mark.parametrize("content", RUBBISH, ids=range(len(RUBBISH)))
def test_a_file_that_holds_no_stories_is_refused(terminal: Terminal, content: bytes) -> None:
    file = terminal.text(content, "rubbish.json")
    told = terminal("stories", "import", file).refusal()
    assert told == (
        f"{file} holds no exported stories: name a file that `storybuilder stories export` wrote."
    )
    assert not terminal.data.exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"I led a team.", "is not valid JSON at line 1"),
        (b'{"format": 1,\n', "is not valid JSON at line 2"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(terminal: Terminal, content: bytes, told: str) -> None:
    file = terminal.text(content, "rubbish.json")
    assert terminal("stories", "import", file).refusal().startswith(f"{file} {told}: name a file")
    assert not terminal.data.exists()


def test_one_bad_story_keeps_the_others_out(terminal: Terminal) -> None:
    file = exported(terminal, AUDIT, QUEUE)
    file.write_text(file.read_text().replace('"s1"', "1"))
    assert "holds no exported stories" in terminal("stories", "import", file).refusal()
    assert not terminal.data.exists()


def test_an_id_that_would_leave_its_folder_is_refused(terminal: Terminal) -> None:
    file = exported(terminal, AUDIT, story("../../s1"))
    told = terminal("stories", "import", file).refusal()
    assert told.startswith(f"{file} holds a story whose id is not one of ours: name a file that")
    assert not terminal.data.exists()


def test_a_file_of_a_later_version_is_refused(terminal: Terminal) -> None:
    file = exported(terminal, QUEUE, format=2)
    told = terminal("stories", "import", file).refusal()
    assert (
        told == f"{file} has format 2 and this program knows 1: update storybuilder to import it."
    )


def test_what_cannot_be_read_is_refused_with_the_reason(terminal: Terminal) -> None:
    missing, folder = terminal.folder / "gone.json", terminal.folder
    assert terminal("stories", "import", missing).refusal().startswith(
        f"{missing} could not be read (No such file or directory): name a file that"
    )  # fmt: skip
    assert "could not be read (Is a directory)" in terminal("stories", "import", folder).refusal()


def test_an_import_into_a_folder_that_cannot_be_made_is_refused(terminal: Terminal) -> None:
    file = exported(terminal, QUEUE)
    terminal.data.write_text("in the way")
    told = terminal("stories", "import", file).refusal()
    assert "is not a folder: choose a folder you may write to with --data-dir." in told
    assert terminal.data.read_text() == "in the way"


def test_an_export_to_where_nothing_can_be_written_is_refused(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE)
    blocked = terminal.text("in the way") / "mine.json"
    told = terminal("stories", "export", blocked).refusal()
    assert told == (
        f"mine.json was not saved because {blocked.parent} is not a folder: "
        "free some space, or name a file in a folder you may write to."
    )


def test_an_import_onto_a_full_disk_loses_nothing(terminal: Terminal, small_disk: Disk) -> None:
    terminal.set("STORYBUILDER_DATA", str(small_disk.folder))
    keep(small_disk.folder, QUEUE)
    file = exported(terminal, AUDIT, story("s5", action="I sorted them. " * 40_000))
    ended = terminal.process("stories", "import", file, file_limit=small_disk.file_limit)
    assert "library.json was not saved because the disk is full: free some" in ended.refusal()
    assert kept(small_disk.folder) == {"s1": QUEUE}


def test_an_export_onto_a_full_disk_keeps_the_earlier_one(
    terminal: Terminal, small_disk: Disk
) -> None:
    keep(terminal.data, story("s5", action="I sorted them. " * 40_000))
    file = small_disk.folder / "mine.json"
    file.write_text("the earlier one")
    ended = terminal.process("stories", "export", file, file_limit=small_disk.file_limit)
    assert ended.refusal().startswith("mine.json was not saved because the disk is full: free some")
    assert [path.read_text() for path in small_disk.folder.iterdir()] == ["the earlier one"]


# Markdown and paper

IN_WORDS = "# The queue\n\nSituation: Late.\nResult: Down.\n\n# Other\n\nTask: Pass it.\n"


def test_markdown_is_exported_by_the_name_of_the_file_and_imported_whole(
    terminal: Terminal,
) -> None:
    keep(terminal.data, QUEUE, AUDIT, OLD)
    file = terminal.folder / "mine.md"
    assert terminal("stories", "export", file).out == f"Exported 3 stories to {file}.\n"
    assert "## Situation\n\nWe had 900 tickets – a café’s worth.\n" in file.read_text("utf-8")
    terminal.set("STORYBUILDER_DATA", str(terminal.folder / "other"))
    assert terminal("stories", "import", file).out == "3 stories came in.\n"
    titles = {one.title for one in kept(terminal.folder / "other").values()}
    assert titles == {"The queue", "The audit", "Old"}


def test_other_peoples_stories_are_imported_and_duplicates_are_told(terminal: Terminal) -> None:
    file = terminal.text(IN_WORDS, "theirs.txt")
    assert terminal("stories", "import", file).out == "2 stories came in.\n"
    file.write_text(IN_WORDS.replace("Pass it.", "Pass it.\nLesson: Ask."))
    assert terminal("stories", "import", file).out.splitlines() == [
        "1 story was there already, 1 nearly the same as one that is there stayed out.",
        "--keep-duplicates brings in what is nearly the same, too.",
    ]
    wanted = terminal("stories", "import", file, "--keep-duplicates").out
    assert wanted == "1 story came in, 1 was there already.\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"Just words.", "has no part that is marked"),
        ("Situation: café".encode("latin-1"), "is not UTF-8"),
        (b"\x00\x01Situation: x", "is not a text"),
        (b"Situation: x\n" * 400_000, "is larger than 4 MB"),
        (b"<!-- storybuilder stories, format 9 -->", "has format 9 and this program knows 1"),
    ],
)
def test_a_text_that_holds_no_story_is_refused(
    terminal: Terminal, content: bytes, told: str
) -> None:
    file = terminal.text(content, "notes.md")
    assert f"{file} {told}" in terminal("stories", "import", file).refusal()
    assert not terminal.data.exists()


@pytest.mark.parametrize("cues", [[], ["--cues"]])
def test_stories_are_written_for_the_printer(terminal: Terminal, cues: list[str]) -> None:
    keep(terminal.data, QUEUE, OLD)
    file = terminal.folder / "sheet.html"
    told = terminal("stories", "print", file, *cues).out
    assert told == f"Wrote 1 story to {file}; print it from a browser.\n"
    page = file.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert "The queue" in page
    told_json = terminal("stories", "print", file, *cues, "--json").document
    assert told_json == {"file": str(file), "stories": 1}


# The library


@pytest.mark.parametrize(
    "command", [["list"], ["show", "s1"], ["export"], ["import"], ["print", "x.html"]]
)
def test_a_library_of_a_later_version_is_left_alone(terminal: Terminal, command: list[str]) -> None:
    file = [exported(terminal, QUEUE)] if command == ["import"] else []
    terminal.data.mkdir()
    library = terminal.data / "library.json"
    library.write_text('{"format": 99}')
    told = terminal("stories", *command, *file).refusal()
    assert told == (
        "library.json has format 99 and this program knows 1: update storybuilder to open it."
    )
    assert [path.name for path in terminal.data.iterdir()] == ["library.json"]
    assert library.read_text() == '{"format": 99}'


def test_a_damaged_library_without_a_copy_is_left_alone(terminal: Terminal) -> None:
    terminal.data.mkdir()
    (terminal.data / "library.json").write_text("{")
    told = terminal("stories", "list").refusal()
    assert told.startswith("library.json is damaged and has no good backup: the files are untouch")
    assert (terminal.data / "library.json").read_text() == "{"


def test_a_damaged_library_is_replaced_by_its_copy_and_that_is_told(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE, AUDIT)
    (terminal.data / "library.json").write_text("{")
    listed = terminal("stories", "list", "--json")
    assert listed.document == story_document(QUEUE)
    assert listed.err.startswith("storybuilder: The library was damaged and is kept as library.js")
    assert terminal("stories", "list").err == ""


def test_broken_settings_stop_nothing_but_this_call(terminal: Terminal) -> None:
    keep(terminal.data, QUEUE)
    (terminal.data / "settings.json").write_text("{")
    told = terminal("stories", "list").refusal()
    assert "settings.json is not valid JSON at line 1: repair the file, or delete it" in told
    assert kept(terminal.data) == {"s1": QUEUE}
