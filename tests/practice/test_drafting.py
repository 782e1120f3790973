from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.adapters.version_files import FolderOfVersions
from storybuilder.core.story import Part, Story, StoryId
from storybuilder.errors import StoryUnknown
from storybuilder.practice.drafting import KEEP_DELETED, Drafting
from tests.builders import NOON, story


class Clock:
    """Moves only when told."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(tmp_path: Path, clock: Clock) -> Callable[[], Drafting]:
    """Opens another window on the same data folder."""
    ids = count(1)

    def open_window() -> Drafting:
        library, versions = Library(tmp_path / "library.json"), FolderOfVersions(tmp_path / "v")
        return Drafting(library.stories, versions, clock, lambda: f"s{next(ids)}")

    return open_window


@pytest.fixture
def drafting(window: Callable[[], Drafting]) -> Drafting:
    return window()


def titled(drafting: Drafting, *titles: str) -> list[Story]:
    made = []
    for title in titles:
        fresh = drafting.start()
        made.append(drafting.revise(fresh, replace(fresh, title=title)))
    return made


def titles(drafting: Drafting) -> list[str]:
    return [story.title for story in drafting.listed()]


def test_a_new_story_is_empty_and_last(drafting: Drafting) -> None:
    titled(drafting, "first")
    fresh = drafting.start()
    assert drafting.listed()[-1] == fresh
    assert fresh.missing_parts == tuple(Part)


def test_an_edit_is_on_disk_for_the_next_window(
    drafting: Drafting, window: Callable[[], Drafting]
) -> None:
    fresh = drafting.start()
    drafting.revise(fresh, fresh.with_part(Part.TASK, "Halve the queue."))
    assert window().story(fresh.id).task == "Halve the queue."


def test_two_windows_editing_different_parts_keep_both(
    drafting: Drafting, window: Callable[[], Drafting]
) -> None:
    fresh = drafting.start()
    drafting.revise(fresh, fresh.with_part(Part.TASK, "mine"))
    window().revise(fresh, fresh.with_part(Part.RESULT, "theirs"))
    kept = drafting.story(fresh.id)
    assert (kept.task, kept.result) == ("mine", "theirs")
    assert drafting.versions.versions(fresh.id) == ()


def test_text_that_gives_way_to_another_window_is_kept_as_a_version(
    drafting: Drafting, window: Callable[[], Drafting]
) -> None:
    fresh = drafting.start()
    drafting.revise(fresh, fresh.with_part(Part.TASK, "mine"))
    window().revise(fresh, fresh.with_part(Part.TASK, "theirs"))
    assert drafting.story(fresh.id).task == "theirs"
    assert [v.story.task for v in drafting.versions.versions(fresh.id)] == ["mine"]


def test_an_edit_of_a_story_purged_elsewhere_brings_it_back(
    drafting: Drafting, window: Callable[[], Drafting]
) -> None:
    fresh = drafting.start()
    window().purge(fresh.id)
    drafting.revise(fresh, replace(fresh, title="still mine"))
    assert titles(drafting) == ["still mine"]


def test_nothing_is_written_when_nothing_changed(drafting: Drafting, clock: Clock) -> None:
    fresh = drafting.start()
    clock.now += timedelta(hours=1)
    drafting.revise(fresh, fresh)
    assert drafting.story(fresh.id).changed_at == NOON


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, "cab"), (1, "acb"), (2, "abc"), (9, "abc"), (-3, "cab")],
)
def test_a_story_moves_to_its_place(drafting: Drafting, place: int, expected: str) -> None:
    *_, last = titled(drafting, "a", "b", "c")
    drafting.move(last.id, place)
    assert "".join(titles(drafting)) == expected


def test_moving_one_story_changes_no_other(drafting: Drafting) -> None:
    first, second, third = titled(drafting, "a", "b", "c")
    drafting.move(third.id, 0)
    assert drafting.story(first.id) == first
    assert drafting.story(second.id) == second


def test_an_archived_story_leaves_the_list_and_comes_back(drafting: Drafting) -> None:
    (one,) = titled(drafting, "a")
    drafting.archive(one.id)
    assert (titles(drafting), [s.title for s in drafting.archived()]) == ([], ["a"])
    drafting.unarchive(one.id)
    assert (titles(drafting), drafting.archived()) == (["a"], ())


def test_a_deleted_story_is_restored_whole(drafting: Drafting) -> None:
    (one,) = titled(drafting, "a")
    drafting.delete(one.id)
    assert (titles(drafting), [s.title for s in drafting.deleted()]) == ([], ["a"])
    drafting.restore(one.id)
    assert drafting.story(one.id) == one


@pytest.mark.parametrize(("late", "left"), [(timedelta(0), 1), (timedelta(seconds=1), 0)])
def test_a_deleted_story_is_purged_after_its_time(
    drafting: Drafting, clock: Clock, late: timedelta, left: int
) -> None:
    (one,) = titled(drafting, "a")
    drafting.delete(one.id)
    clock.now += KEEP_DELETED + late
    drafting.purge_old()
    assert len(drafting.deleted()) == left


def test_purging_forgets_the_versions_too(drafting: Drafting) -> None:
    (one,) = titled(drafting, "a")
    drafting.keep_version(replace(one, task="words"), "before editing")
    drafting.purge(one.id)
    assert drafting.versions.versions(one.id) == ()


def test_no_version_is_kept_of_an_empty_story(drafting: Drafting) -> None:
    (one,) = titled(drafting, "a")
    drafting.keep_version(one, "before editing")
    assert drafting.versions.versions(one.id) == ()


def test_an_imported_story_keeps_what_stood_there_as_a_version(drafting: Drafting) -> None:
    drafting.put(story("s9", task="mine"))
    drafting.put(story("s9", task="imported"))
    assert drafting.story(StoryId("s9")).task == "imported"
    assert [v.story.task for v in drafting.versions.versions(StoryId("s9"))] == ["mine"]


@pytest.mark.parametrize("step", ["story", "archive", "delete", "restore"])
def test_an_unknown_story_is_named(drafting: Drafting, step: str) -> None:
    with pytest.raises(StoryUnknown, match="there is no story nowhere"):
        getattr(drafting, step)(StoryId("nowhere"))


def test_a_restored_version_brings_its_texts_back_and_keeps_the_present_ones(
    drafting: Drafting,
) -> None:
    fresh = drafting.start()
    old = drafting.revise(fresh, replace(fresh, title="Old", task="old words", tags=("a",)))
    drafting.keep_version(old, "before editing")
    new = drafting.revise(old, replace(old, title="New", task="new words", tags=("b",)))
    (version,) = drafting.versions.versions(fresh.id)
    drafting.restore_version(new, version)
    kept = drafting.story(fresh.id)
    assert (kept.title, kept.task, kept.tags) == ("Old", "old words", ("b",))
    assert drafting.versions.versions(fresh.id)[0].story.task == "new words"


def test_what_others_keep_about_a_purged_story_goes_with_it(drafting: Drafting) -> None:
    gone: list[StoryId] = []
    drafting = replace(drafting, also_forget=gone.append)
    one, other = titled(drafting, "one", "other")
    drafting.delete(other.id)
    drafting.purge(one.id)
    assert gone == [one.id]
