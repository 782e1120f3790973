import json
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storybuilder.adapters.library import Library, LibraryShelf
from storybuilder.core.documents import FORMAT, story_document
from storybuilder.core.fit import Override
from storybuilder.core.question import Question
from storybuilder.core.story import Story, StoryId
from storybuilder.core.take import Take
from storybuilder.errors import LibraryUnreadable, LibraryUnwritable
from storybuilder.ports import Shelf
from tests.builders import NOON, question, story, take

Made = Callable[..., Any]
OnShelf = tuple[Shelf[Any], Made, Path]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.json"


@pytest.fixture(params=["stories", "takes", "questions"])
def shelf(request: pytest.FixtureRequest, path: Path) -> OnShelf:
    library = Library(path)
    made: dict[str, OnShelf] = {
        "stories": (library.stories, story, path),
        "takes": (library.takes, take, path),
        "questions": (library.questions, question, path),
    }
    return made[request.param]


def entry(path: Path, table: str, id: str) -> Any:
    return json.loads(path.read_bytes())[table][id]


def overwrite(path: Path, table: str, id: str, found: object) -> None:
    document = json.loads(path.read_bytes())
    document[table][id] = found
    path.write_text(json.dumps(document), encoding="utf-8")


def put(shelf: Shelf[Any], value: Any) -> None:
    shelf.change(value.id, lambda _: value)


def further(present: Story | None) -> Story:
    return story("s1", position=1.0 if present is None else present.position + 1)


def titled(title: str) -> Callable[[Story | None], Story]:
    return lambda present: replace(present or story("s1"), title=title)


def test_an_empty_shelf_holds_nothing(shelf: OnShelf) -> None:
    assert shelf[0].all() == ()


def test_a_new_value_is_put_on_the_shelf(shelf: OnShelf) -> None:
    values, made, _ = shelf
    stored = values.change("a", lambda present: made("a") if present is None else present)
    assert (stored, values.all()) == (made("a"), (made("a"),))


def test_a_value_is_changed_from_what_is_there(shelf: OnShelf) -> None:
    values, made, _ = shelf
    put(values, made("a"))
    put(values, made("b"))
    later = NOON + timedelta(days=1)

    def deleted(present: Any) -> Any:
        return replace(present, deleted_at=later)

    values.change("a", deleted)
    assert set(values.all()) == {made("a", deleted_at=later), made("b")}


def test_a_value_is_removed_and_the_others_stay(shelf: OnShelf) -> None:
    values, made, _ = shelf
    put(values, made("a"))
    put(values, made("b"))
    values.remove("a")
    assert values.all() == (made("b"),)


def test_removing_what_is_not_there_does_nothing(shelf: OnShelf) -> None:
    values, made, path = shelf
    put(values, made("a"))
    before = path.stat()
    values.remove("b")
    assert path.stat() == before


def test_an_exception_out_of_a_change_leaves_everything_as_it_was(shelf: OnShelf) -> None:
    values, made, path = shelf
    put(values, made("a"))
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        values.change("a", lambda _: made(1 / 0))
    assert (path.read_bytes(), values.all()) == (before, (made("a"),))


def test_a_value_under_another_name_is_a_mistake(shelf: OnShelf) -> None:
    values, made, _ = shelf
    with pytest.raises(ValueError, match="calls itself b"):
        values.change("a", lambda _: made("b"))
    assert values.all() == ()


def test_a_change_that_changes_nothing_is_not_written(shelf: OnShelf) -> None:
    values, made, path = shelf
    put(values, made("a"))
    before = path.stat()
    values.change("a", lambda present: present)
    assert path.stat() == before


def test_a_change_may_look_at_the_shelf(shelf: OnShelf) -> None:
    values, made, _ = shelf
    put(values, made("a"))
    values.change("b", lambda _: made("b") if len(values.all()) == 1 else made("c"))
    assert len(values.all()) == 2


def test_many_values_are_stored_in_one_write(shelf: OnShelf) -> None:
    values, made, path = shelf
    put(values, made("b"))
    put(values, made("c"))
    before = path.read_bytes()
    values.keep_all(made(id, deleted_at=NOON) for id in "ab")
    assert set(values.all()) == {made("a", deleted_at=NOON), made("b", deleted_at=NOON), made("c")}
    assert path.with_name("library.json.bak1").read_bytes() == before


def test_storing_none_writes_nothing(shelf: OnShelf) -> None:
    values, _, path = shelf
    values.keep_all(())
    assert not path.exists()


def test_none_of_many_is_stored_over_a_damaged_entry(path: Path) -> None:
    library = Library(path)
    put(library.questions, question("b"))
    overwrite(path, "questions", "b", {"text": 5})
    with pytest.raises(LibraryUnreadable, match="entry b"):
        library.questions.keep_all([question("a"), question("b")])
    assert library.questions.all() == ()
    assert entry(path, "questions", "b") == {"text": 5}


def test_levels_set_by_hand_are_kept_and_a_level_that_is_none_is_not_read(path: Path) -> None:
    by_hand = Override(id="s1:q1", story_id=StoryId("s1"), question_id="q1", level="workable")
    put(Library(path).overrides, by_hand)
    assert Library(path).overrides.all() == (by_hand,)
    overwrite(path, "overrides", "s1:q1", {**entry(path, "overrides", "s1:q1"), "level": "great"})
    assert (Library(path).overrides.all(), Library(path).unreadable) == ((), 1)


def test_a_library_from_before_there_were_questions_opens_and_keeps_its_format(path: Path) -> None:
    put(Library(path).stories, story("s1"))
    assert "questions" not in json.loads(path.read_bytes())
    library = Library(path)
    assert library.questions.all() == ()
    put(library.questions, question("q1"))
    assert json.loads(path.read_bytes())["format"] == FORMAT
    assert library.stories.all() == (story("s1"),)


def test_a_program_that_knows_no_such_table_keeps_it(path: Path) -> None:
    library = Library(path)
    put(library.stories, story("s1"))
    document = json.loads(path.read_bytes())
    path.write_text(json.dumps({**document, "debriefs": {"d1": {"id": "d1"}}}), encoding="utf-8")
    put(library.stories, story("s2"))
    assert entry(path, "debriefs", "d1") == {"id": "d1"}


def test_opening_writes_nothing(path: Path) -> None:
    library = Library(path)
    assert (library.stories.all(), library.unreadable, library.recovered) == ((), 0, None)
    library.stories.remove("s1")
    assert not path.exists()


def test_what_one_window_saved_another_sees_at_once(path: Path) -> None:
    mine, theirs = Library(path), Library(path)
    assert theirs.stories.all() == ()
    mine.stories.change("s1", titled("Moving"))
    assert [found.title for found in theirs.stories.all()] == ["Moving"]
    theirs.stories.change("s1", titled("Moving on"))
    assert [found.title for found in mine.stories.all()] == ["Moving on"]


def test_two_windows_edit_different_stories(path: Path) -> None:
    mine, theirs = Library(path), Library(path)
    for number in range(10):
        put(mine.stories, story("s1", title=f"mine {number}"))
        put(theirs.stories, story("s2", title=f"theirs {number}"))
    assert {found.title for found in Library(path).stories.all()} == {"mine 9", "theirs 9"}


def test_stories_and_takes_do_not_get_in_each_others_way(path: Path) -> None:
    library = Library(path)
    put(library.stories, story("a"))
    put(library.takes, take("a"))
    library.stories.remove("a")
    assert Library(path).takes.all() == (take("a"),)


def test_four_threads_lose_none_of_their_changes(path: Path) -> None:
    library = Library(path)

    def count() -> None:
        for _ in range(100):
            library.stories.change("s1", further)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Library(path).stories.all()[0].position == 400


@pytest.mark.parametrize("damaged", [5, None, [], {}, {"id": "s1"}, story_document(story("other"))])
def test_a_damaged_entry_hides_no_other(path: Path, damaged: object) -> None:
    library = Library(path)
    put(library.stories, story("s1"))
    put(library.stories, story("s2"))
    overwrite(path, "stories", "s1", damaged)
    assert (library.stories.all(), library.unreadable) == ((story("s2"),), 1)


def test_a_damaged_entry_stays_in_the_file_untouched(path: Path) -> None:
    library = Library(path)
    put(library.takes, take("t1"))
    put(library.takes, take("t2"))
    damaged = {**entry(path, "takes", "t1"), "state": "lost"}
    overwrite(path, "takes", "t1", damaged)
    put(library.takes, take("t2", duration_s=9))
    assert (entry(path, "takes", "t1"), library.unreadable) == (damaged, 1)


def test_a_damaged_entry_is_not_written_over(path: Path) -> None:
    library = Library(path)
    library.stories.change("s1", titled("Moving"))
    overwrite(path, "stories", "s1", {"title": "only this is left"})
    with pytest.raises(LibraryUnreadable, match="entry s1"):
        library.stories.change("s1", titled("Moving on"))
    assert entry(path, "stories", "s1") == {"title": "only this is left"}


def test_what_a_later_version_added_to_an_entry_is_kept(path: Path) -> None:
    library = Library(path)
    library.stories.change("s1", titled("Moving"))
    overwrite(path, "stories", "s1", {**entry(path, "stories", "s1"), "mood": "keen"})
    library.stories.change("s1", titled("Moving on"))
    kept = entry(path, "stories", "s1")
    assert (kept["mood"], kept["title"]) == ("keen", "Moving on")


def test_a_recovery_is_passed_on(path: Path) -> None:
    library = Library(path)
    for title in ("one", "two"):
        library.stories.change("s1", titled(title))
    path.write_bytes(b"")
    assert [found.title for found in library.stories.all()] == ["one"]
    assert library.recovered is not None


def test_a_file_where_the_data_folder_should_be_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("mine")
    library = Library(tmp_path / "data" / "library.json")
    assert library.stories.all() == ()
    with pytest.raises(LibraryUnwritable, match="is not a folder"):
        library.stories.change("s1", titled("Moving"))
    assert (tmp_path / "data").read_text() == "mine"


def test_shelves_keep_the_promise_of_the_port(path: Path) -> None:
    library = Library(path)
    stories: Shelf[Story] = library.stories
    takes: Shelf[Take] = library.takes
    assert isinstance(stories, LibraryShelf)
    assert isinstance(takes, LibraryShelf)
    questions: Shelf[Question] = library.questions
    assert isinstance(questions, LibraryShelf)


def test_many_values_are_changed_in_one_write(shelf: OnShelf) -> None:
    values, made, path = shelf
    put(values, made("a"))
    put(values, made("b"))
    one_more = path.with_name("library.json.bak1")
    before = path.read_bytes()
    values.change_all(
        {
            "a": lambda _: None,
            "b": lambda present: present and made("b", deleted_at=NOON),
            "c": lambda present: made("c") if present is None else present,
        }
    )
    assert set(values.all()) == {made("b", deleted_at=NOON), made("c")}
    assert one_more.read_bytes() == before


def test_changes_that_change_nothing_write_nothing(shelf: OnShelf) -> None:
    values, made, path = shelf
    put(values, made("a"))
    before = path.stat()
    values.change_all({"a": lambda present: present, "b": lambda _: None})
    values.change_all({})
    assert path.stat() == before


def test_an_exception_among_many_changes_changes_none(shelf: OnShelf) -> None:
    values, made, _ = shelf
    put(values, made("a"))
    with pytest.raises(ZeroDivisionError):
        values.change_all({"a": lambda _: None, "b": lambda _: made(1 / 0)})
    assert values.all() == (made("a"),)
