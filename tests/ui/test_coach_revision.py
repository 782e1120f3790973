import dataclasses
from pathlib import Path

import pytest

from storybuilder.core.coaching.grounding import ungrounded
from storybuilder.core.coaching.revision import revision
from storybuilder.core.story import Story
from storybuilder.practice.drafting import Drafting
from storybuilder.ui.coach_choice import Chosen
from storybuilder.ui.coach_piece import IN_YOUR_WORDS
from storybuilder.ui.coach_revision import AS_IT_WAS, KEEP_IT, STAYED, RevisionView, news
from storybuilder.ui.parts.frame import still
from tests.ui.coach_desk import ID, TOLD, USAGE, ScriptedCoach, coached_in, told
from tests.ui.controls import box, submit
from tests.ui.still_window import LOOK, StillWindow, nowhere_to_write, on_a_loop

SITUATION = "At Kestrel we were three weeks late."
ACTION = "I cut the scope by half and I called 90 customers."
CHOSEN = Chosen(
    {
        "situation": revision(TOLD["situation"], SITUATION),
        "action": revision(TOLD["action"], ACTION, ungrounded(ACTION, TOLD.values())),
    }
)


class Proposed:
    """A screen that shows one proposal and nothing else."""

    page = "Stories"

    def __init__(self, view: RevisionView) -> None:
        self.view = view

    async def enter(self) -> None:
        """Everything is there."""

    async def leave(self) -> None:
        self.view.leave()

    async def press(self, key: object) -> None:
        """No keys."""

    def draw(self):  # type: ignore[no-untyped-def]
        return still(self.view.draw(LOOK.p, LOOK.room), LOOK)


@dataclasses.dataclass
class Open:
    """The window with a proposal for the story on disk."""

    window: StillWindow

    @property
    def drafting(self) -> Drafting:
        return self.window.practice.drafting

    @property
    def story(self) -> Story:
        return self.drafting.story(ID)

    async def click(self, *labels: str) -> None:
        for label in labels:
            await self.window.click(label)


async def proposed(folder: Path, chosen: Chosen = CHOSEN) -> Open:
    practice = coached_in(folder, ScriptedCoach())
    base = practice.drafting.put(told())
    window = StillWindow(practice)
    await window.show(Proposed(RevisionView(window, base, chosen, USAGE)))
    return Open(window)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (CHOSEN, "Two changes. One says what you did not."),
        (Chosen({"task": revision("a b", "a")}), "One change, all from your own words."),
        (Chosen({}), "The coach would change nothing."),
    ],
)
def test_the_title_says_how_much_is_ones_own(chosen: Chosen, said: str) -> None:
    assert news(chosen) == said


def test_what_stands_above_the_pieces_is_told_first() -> None:
    assert news(Chosen({}), "Two competencies seen.") == "Two competencies seen."
    assert news(CHOSEN, "Two competencies seen.").startswith("Two competencies seen. Two changes.")


@on_a_loop
async def test_nothing_is_taken_until_a_click_and_leaving_it_changes_nothing(
    tmp_path: Path,
) -> None:
    at = await proposed(tmp_path)
    await at.click("Take over 0 changes", KEEP_IT)
    assert at.story == told()
    assert at.drafting.versions.versions(ID) == ()
    assert at.window.went == [f"/stories/{ID}"]


@on_a_loop
async def test_what_is_ones_own_is_accepted_at_once_and_the_rest_stays_out(tmp_path: Path) -> None:
    at = await proposed(tmp_path)
    await at.click("Accept what is yours (1)")
    assert "✓ Accepted" in at.window.seen
    assert "Left out" in at.window.seen
    await at.click("Take over 1 change")
    assert (at.story.situation, at.story.action) == (SITUATION, TOLD["action"])


@on_a_loop
async def test_an_accepted_piece_is_rejected_again(tmp_path: Path) -> None:
    at = await proposed(tmp_path)
    await at.click("Accept", "Reject")
    assert "Take over 0 changes" in at.window.seen
    assert "✓ Accepted" not in at.window.seen


@on_a_loop
async def test_the_length_follows_what_is_chosen(tmp_path: Path) -> None:
    at = await proposed(tmp_path)
    await at.click("Accept")
    assert any("takes 0:16 to tell; as chosen 0:15" in said for said in at.window.seen)


@on_a_loop
async def test_the_untraced_asks_and_is_taken_once_it_is_in_ones_own_words(tmp_path: Path) -> None:
    at = await proposed(tmp_path)
    assert any(said.startswith("Not from your words: “90") for said in at.window.seen)
    assert any("How many" in said or "figure" in said for said in at.window.seen)
    submit(box(at.window.drawn, IN_YOUR_WORDS), "a dozen customers.")
    assert "✓ Accepted" in at.window.seen
    await at.click("Take over 1 change")
    assert "a dozen customers." in at.story.action


@on_a_loop
async def test_the_untraced_left_as_it_is_stays_out(tmp_path: Path) -> None:
    at = await proposed(tmp_path)
    await at.click("Use this")
    assert "✓ Accepted" not in at.window.seen
    await at.click("Accept all the same", "Take over 1 change")
    assert at.story.action == ACTION


@on_a_loop
async def test_undo_on_the_screen_or_in_the_notice_is_done_once(tmp_path: Path) -> None:
    at = await proposed(tmp_path)
    await at.click("Accept", "Take over 1 change")
    notice = at.window.undo
    await at.click("Undo")
    assert at.story.situation == TOLD["situation"]
    at.window.undo = notice
    await at.window.undone()
    assert at.window.notices.count(AS_IT_WAS) == 1
    assert at.window.went == [f"/stories/{ID}"]


@on_a_loop
async def test_an_undo_after_leaving_leads_to_the_list_where_nothing_is_stale(
    tmp_path: Path,
) -> None:
    at = await proposed(tmp_path)
    await at.click("Accept", "Take over 1 change")
    assert at.window.screen is not None
    await at.window.screen.leave()
    await at.window.undone()
    assert (at.story.situation, at.window.went) == (TOLD["situation"], ["/stories"])


@on_a_loop
async def test_what_changed_elsewhere_stays_and_undo_leaves_it_too(tmp_path: Path) -> None:
    at = await proposed(tmp_path)
    at.drafting.revise(at.story, told(title="Another title"))
    await at.click("Accept", "Take over 1 change")
    assert any(said.endswith(STAYED) for said in at.window.seen)
    await at.window.undone()
    assert (at.story.title, at.story.situation) == ("Another title", TOLD["situation"])


@on_a_loop
async def test_the_same_text_changed_elsewhere_gives_way_and_is_told_and_kept(
    tmp_path: Path,
) -> None:
    at = await proposed(tmp_path)
    at.drafting.revise(at.story, told(situation="Mine, from the other window."))
    await at.click("Accept", "Take over 1 change")
    assert any("situation had been changed elsewhere" in said for said in at.window.seen)
    kept = [one.story.situation for one in at.drafting.versions.versions(ID)]
    assert "Mine, from the other window." in kept
    await at.window.undone()
    assert at.story.situation == "Mine, from the other window."


@pytest.mark.parametrize(
    ("purged", "todo"), [(False, "Restore it under Stories first."), (True, "Copy from here")]
)
@on_a_loop
async def test_a_story_deleted_meanwhile_is_not_brought_back(
    tmp_path: Path, purged: bool, todo: str
) -> None:
    at = await proposed(tmp_path)
    gone = at.drafting.purge if purged else at.drafting.delete
    gone(ID)
    await at.click("Accept", "Take over 1 change")
    assert "This story was deleted meanwhile." in at.window.seen
    assert any(said.startswith(todo) for said in at.window.seen)
    assert at.drafting.listed() == ()


@on_a_loop
async def test_what_cannot_be_written_is_told_and_stays_chosen(tmp_path: Path) -> None:
    at = await proposed(tmp_path / "data")
    await at.click("Accept")
    with nowhere_to_write(tmp_path / "data"):
        await at.click("Take over 1 change")
        assert "✓ Accepted" in at.window.seen
    await at.click("Take over 1 change")
    assert at.story.situation == SITUATION


@on_a_loop
async def test_without_a_change_there_is_only_the_way_back(tmp_path: Path) -> None:
    at = await proposed(tmp_path, Chosen({}))
    await at.click("Back to the story")
    assert at.window.went == [f"/stories/{ID}"]
