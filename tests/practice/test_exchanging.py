from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from storybuilder.core.fit import Override
from storybuilder.core.question import Question
from storybuilder.core.settings import Settings
from storybuilder.core.story import Story, StoryId, Version
from storybuilder.core.take import Take, TakeState
from storybuilder.errors import StoriesUnreadable
from storybuilder.places import Places
from storybuilder.practice import Practice
from storybuilder.practice.exchanging import CameIn, Exchanging
from storybuilder.program import assemble
from tests.builders import NOON, question, spoken, story, take, voiced
from tests.core.test_documents import stories as any_stories

QUEUE = story("s1", title="The queue", situation="We had 900.", action="I sorted.", position=1.0)
AUDIT = story("s2", title="The audit", task="Pass it.", archived=True, position=2.0)
GONE = story("s3", title="Gone", deleted_at=NOON)
MARKDOWN = b"# The queue\nSituation: We had 900.\nAction: I sorted.\n\n# New\nResult: Down."

LONGER = MARKDOWN.replace(b"900.", b"900 of those.")


def practice_in(folder: Path, settings: Settings | None = None) -> Practice:
    return assemble(Places(folder), settings or Settings()).practice


@pytest.fixture
def here(tmp_path: Path) -> Practice:
    return practice_in(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Practice:
    return practice_in(tmp_path / "there")


def fill(practice: Practice) -> None:
    for one in (QUEUE, AUDIT, GONE):
        practice.drafting.stories.change(one.id, lambda _, one=one: one)  # type: ignore[misc]
    practice.drafting.versions.keep(Version(kept_at=NOON, reason="r", story=QUEUE))
    practice.exchanging.questions.keep_all([question("q1", text="Why?")])
    practice.exchanging.overrides.keep_all(
        [Override(id="s1:q1", story_id=StoryId("s1"), question_id="q1", level="strong")]
    )
    tell(practice, take("t1", state=TakeState.READY, story_id=StoryId("s1")))
    practice.rehearsing.takes.keep_all([take("t2")])


def tell(practice: Practice, one: Take) -> None:
    practice.rehearsing.takes.keep_all([one])
    practice.rehearsing.files.keep(one.id, voiced(3.0), spoken("I cut it"))


def kept(
    practice: Practice,
) -> tuple[set[Story], set[Question], set[Override], set[Take], object]:
    exchanging = practice.exchanging
    return (
        set(exchanging.drafting.stories.all()),
        set(exchanging.questions.all()),
        set(exchanging.overrides.all()),
        set(exchanging.rehearsing.takes.all()),
        practice.drafting.versions.versions(QUEUE.id),
    )


def carried(source: Practice, target: Practice) -> CameIn:
    return target.exchanging.bring_in(source.exchanging.everything().content, "all.json")


def put(practice: Practice, *stories: Story) -> None:
    practice.drafting.stories.keep_all(stories)


# ---------------------------------------------------------------- everything
def test_everything_comes_back_in_an_empty_folder(here: Practice, there: Practice) -> None:
    fill(here)
    came = carried(here, there)
    stories, questions, overrides, takes, versions = kept(here)
    finished = {one for one in takes if one.state is TakeState.READY}
    assert kept(there) == (stories, questions, overrides, finished, versions)
    assert there.rehearsing.files.heard(next(iter(finished)).id) == (
        voiced(3.0),
        spoken("I cut it"),
    )
    assert (len(came.stories.new), len(came.takes.new), came.versions) == (3, 1, 1)


def test_a_take_that_waits_for_its_words_stays_behind(here: Practice) -> None:
    fill(here)
    assert here.exchanging.everything().left_behind == 1


@how(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(any_stories, max_size=4))
def test_any_stories_come_back_in_an_empty_folder(
    tmp_path_factory: pytest.TempPathFactory, made: list[Story]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    here, there = practice_in(folder / "here"), practice_in(folder / "there")
    put(here, *(replace(one, id=StoryId(f"s{n}")) for n, one in enumerate(made)))
    carried(here, there)
    assert set(there.drafting.stories.all()) == set(here.drafting.stories.all())


def test_bringing_the_same_in_again_changes_nothing(here: Practice, tmp_path: Path) -> None:
    fill(here)
    before = (tmp_path / "here" / "library.json").read_bytes()
    came = carried(here, here)
    assert (came.changed, came.stories.same, came.takes.same, came.questions.same) == (
        False, 3, 1, 1,
    )  # fmt: skip
    assert (tmp_path / "here" / "library.json").read_bytes() == before


def test_a_story_with_another_text_replaces_and_what_was_there_becomes_a_version(
    here: Practice, there: Practice
) -> None:
    put(here, QUEUE)
    earlier = replace(QUEUE, action="I looked.")
    put(there, earlier)
    came = carried(here, there)
    assert came.stories.replaced == ((earlier, QUEUE),)
    (version,) = there.drafting.versions.versions(QUEUE.id)
    assert (version.story, version.reason) == (earlier, "replaced by an import")


def test_another_place_in_the_list_makes_no_version(here: Practice, there: Practice) -> None:
    put(here, QUEUE)
    put(there, replace(QUEUE, position=9.0, archived=True))
    carried(here, there)
    assert there.drafting.story(QUEUE.id) == QUEUE
    assert there.drafting.versions.versions(QUEUE.id) == ()


def test_a_story_that_was_deleted_elsewhere_stays_here(here: Practice, there: Practice) -> None:
    put(here, replace(QUEUE, action="Other.", deleted_at=NOON))
    put(there, QUEUE)
    came = carried(here, there)
    assert (there.drafting.story(QUEUE.id), came.stories.same) == (QUEUE, 1)
    (version,) = there.drafting.versions.versions(QUEUE.id)
    assert version.story.action == "Other."


def test_a_story_that_was_deleted_here_comes_back(here: Practice, there: Practice) -> None:
    put(here, QUEUE)
    put(there, replace(QUEUE, deleted_at=NOON))
    carried(here, there)
    assert there.drafting.listed() == (QUEUE,)


def test_of_a_story_that_is_twice_in_a_file_the_earlier_one_becomes_a_version(
    there: Practice,
) -> None:
    from storybuilder.core.documents import story_document

    twice = [story_document(replace(QUEUE, task=task)) for task in ("One.", "Two.")]
    content = there.exchanging.files.packed({"stories": twice})
    there.exchanging.bring_in(content, "x.json")
    assert there.drafting.story(QUEUE.id).task == "Two."
    assert [v.story.task for v in there.drafting.versions.versions(QUEUE.id)] == ["One."]


def test_of_anything_else_what_is_there_stays(here: Practice, there: Practice) -> None:
    fill(here)
    fill(there)
    mine = question("q1", text="Mine?")
    there.exchanging.questions.keep_all([mine])
    tell(there, take("t1", state=TakeState.READY, question="Other?"))
    came = carried(here, there)
    assert (came.questions.kept_out, came.takes.kept_out, came.overrides.same) == (1, 1, 1)
    assert there.exchanging.questions.all() == (mine,)


def test_settings_come_in_only_where_none_were_chosen(tmp_path: Path) -> None:
    dark = Settings(theme="dark", microphone="Desk")
    content = practice_in(tmp_path / "a", dark).exchanging.everything().content
    fresh = practice_in(tmp_path / "b", Settings(microphone="Mine"))
    assert fresh.exchanging.bring_in(content, "x.json").settings_before == Settings(
        microphone="Mine"
    )
    assert fresh.setting_up.settings == Settings(theme="dark", microphone="Mine")
    chosen = practice_in(tmp_path / "c", Settings(theme="light"))
    assert chosen.exchanging.bring_in(content, "x.json").settings_before is None
    assert chosen.setting_up.settings == Settings(theme="light")


def test_of_everything_the_stories_alone_can_be_wanted(here: Practice, there: Practice) -> None:
    fill(here)
    content = here.exchanging.everything().content
    there.exchanging.bring_in(content, "x.json", stories_only=True)
    assert [len(found) for found in kept(there)[:4]] == [3, 0, 0, 0]


# ---------------------------------------------------------------- in words
def test_stories_in_words_come_behind_those_that_are_there(here: Practice) -> None:
    put(here, AUDIT, QUEUE)
    came = here.exchanging.bring_in(MARKDOWN.replace(b"The queue", b"Other"), "x.md")
    assert [one.title for one in here.drafting.listed()] == ["The queue", "Other", "New"]
    assert len({one.id for one in came.stories.new}) == 2


def test_a_story_that_is_there_already_is_not_doubled(here: Practice) -> None:
    put(here, QUEUE)
    came = here.exchanging.bring_in(MARKDOWN, "x.md", keep_duplicates=True)
    assert (came.stories.same, came.alike, len(came.stories.new)) == (1, (), 1)
    assert not here.exchanging.bring_in(MARKDOWN, "x.md", keep_duplicates=True).changed


def test_what_is_nearly_the_same_stays_out_unless_it_is_wanted(here: Practice) -> None:
    put(here, replace(QUEUE, lesson="Mine.", situation="We had 900 of them."))
    came = here.exchanging.bring_in(LONGER, "x.md")
    assert ([one.title for one in came.alike], len(came.stories.new)) == (["The queue"], 1)
    wanted = here.exchanging.bring_in(LONGER, "x.md", keep_duplicates=True)
    assert ([one.title for one in wanted.stories.new], wanted.stories.same) == (["The queue"], 1)


def test_our_markdown_comes_back_whole(here: Practice, there: Practice) -> None:
    put(here, replace(QUEUE, situation=" # x\n\n* y*\t", tags=("a,b",)), AUDIT)
    came = there.exchanging.bring_in(here.exchanging.markdown().content, "x.md")
    first, second = came.stories.new
    assert (first.situation, first.tags) == (" # x\n\n* y*\t", ("a,b",))
    assert (second.title, second.archived) == ("The audit", True)


@pytest.mark.parametrize(("name", "told"), [("x.txt", "*Down*"), ("x.md", "Down")])
def test_plain_text_is_taken_as_it_stands(here: Practice, name: str, told: str) -> None:
    here.exchanging.bring_in(b"Result: *Down*", name)
    assert here.drafting.listed()[0].result == told


def test_a_text_without_a_marked_part_is_refused(here: Practice, tmp_path: Path) -> None:
    with pytest.raises(StoriesUnreadable, match=r"notes\.md has no part that is marked"):
        here.exchanging.bring_in(b"# Notes\nJust words.", "notes.md")
    assert not (tmp_path / "here").exists()


# ---------------------------------------------------------------- undo
def test_an_import_is_taken_back(here: Practice, there: Practice, tmp_path: Path) -> None:
    fill(here)
    there.exchanging.take_back(carried(here, there))
    assert kept(there) == (set(), set(), set(), set(), ())
    assert not list((tmp_path / "there" / "takes").glob("t1.*"))


def test_taking_back_brings_the_replaced_story_back(here: Practice, there: Practice) -> None:
    put(here, QUEUE)
    put(there, replace(QUEUE, action="I looked."))
    there.exchanging.take_back(carried(here, there))
    assert there.drafting.story(QUEUE.id).action == "I looked."


def test_taking_back_leaves_what_was_changed_since(here: Practice, there: Practice) -> None:
    put(here, QUEUE)
    came = carried(here, there)
    edited = there.drafting.revise(QUEUE, replace(QUEUE, task="Mine."))
    there.exchanging.take_back(came)
    assert there.drafting.listed() == (edited,)


def test_settings_are_taken_back(tmp_path: Path) -> None:
    content = practice_in(tmp_path / "a", Settings(theme="dark")).exchanging.everything().content
    fresh = practice_in(tmp_path / "b")
    fresh.exchanging.take_back(fresh.exchanging.bring_in(content, "x.json"))
    assert fresh.setting_up.settings == Settings()


# ---------------------------------------------------------------- sheets
def test_sheets_show_the_stories_in_use(here: Practice) -> None:
    put(here, replace(QUEUE, primary_competency="ownership"), AUDIT)
    exchanging: Exchanging = here.exchanging
    for cues in (True, False):
        page = exchanging.sheet(cues=cues).content.decode()
        assert "The queue" in page
        assert "Ownership" in page
        assert "The audit" not in page


def test_five_hundred_stories_come_in_with_one_write(here: Practice, there: Practice) -> None:
    put(here, *(story(f"s{n}", title=str(n), changed_at=NOON + timedelta(n)) for n in range(500)))
    carried(here, there)
    assert len(there.drafting.listed()) == 500
