from storybuilder.core.story import StoryId
from storybuilder.ui.map_rows import GapRow, KindRow
from storybuilder.ui.map_side import GapWays, Ways, gaps_view, kinds_view, why_view
from storybuilder.ui.theme import LIGHT
from storybuilder.ui.why_rows import SumRow, WhyRows
from tests.ui.controls import button, click, names, texts

WHY = WhyRows(
    level="stretch",
    story="The press",
    question="Who helped?",
    why="It also shows influence.",
    bend="Open with the night shift.",
    sums=(SumRow("What it shows", 20, 52), SumRow("Complete", 12, 12)),
    total="32 of 100; workable begins at 57",
    by_hand=False,
)
GAP = GapRow(3, "A hard right", "Asked often.", StoryId("press"), "Open that story")


def ways(done: list[str]) -> Ways:
    return Ways(
        rehearse=lambda: done.append("rehearse"),
        open=lambda: done.append("open"),
        set=lambda level: done.append(str(level)),
        close=lambda: done.append("close"),
    )


def test_a_cell_shows_its_sentences_and_the_sum_of_its_score() -> None:
    drawn = why_view(WHY, ways([]), LIGHT, 300)
    assert {WHY.why, WHY.bend, WHY.total, "Stretch"} <= set(texts(drawn))
    assert "What it shows: 20 of 52 points" in names(drawn)
    assert "set by hand" not in texts(drawn)


def test_every_way_of_a_cell_can_be_clicked() -> None:
    done: list[str] = []
    drawn = why_view(WHY, ways(done), LIGHT, 300)
    for label in ("Close", "Rehearse it", "Open story", "Gap   (G)", "As computed   (A)"):
        click(button(drawn, label))
    assert done == ["close", "rehearse", "open", "gap", "None"]


def test_gaps_lead_to_their_line_a_story_and_all_others() -> None:
    done: list[str] = []
    leads = GapWays(
        see=lambda row: done.append(f"see {row.column}"),
        do=lambda row: done.append(f"do {row.column}"),
        see_all=lambda: done.append("all"),
    )
    drawn = gaps_view((GAP,), 4, leads, LIGHT, 300)
    for label in ("Open that story", "See it", "and 4 more"):
        click(button(drawn, label))
    assert done == ["do 3", "see 3", "all"]


def test_without_further_gaps_none_are_counted() -> None:
    leads = GapWays(see=lambda row: None, do=lambda row: None, see_all=lambda: None)
    assert not any("more" in words for words in texts(gaps_view((GAP,), 0, leads, LIGHT, 300)))


def test_kinds_are_told_with_their_number() -> None:
    drawn = kinds_view((KindRow("conflict", "Conflict", 9),), "One more story", LIGHT, 300)
    assert texts(drawn)[-2:] == ["Conflict", "9"]
    assert "One more story of conflict would cover 9 questions" in names(drawn)
