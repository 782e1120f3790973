from storybuilder.core.story import StoryId
from storybuilder.ui.plan_rows import LoadRow, LoopRows, ShareRow
from storybuilder.ui.plan_side import conflicts_view, loads_view, loops_said, loops_view
from storybuilder.ui.theme import LIGHT
from tests.ui.controls import button, click, names, texts

LOOPS = LoopRows(
    figure="82 %",
    words="of 1 000 loops are covered.",
    unmet="18 % leave one question without a story.",
    carried=(ShareRow("The press", 210, "210 fewer without it"),),
    helped=(ShareRow("Conflict", 90, "90 more"),),
)


def test_the_loops_are_one_figure_one_sentence_and_two_short_lists() -> None:
    drawn = loops_view(LOOPS, LIGHT, 300)
    assert "82 % of 1 000 loops are covered." in names(drawn)
    assert {"82 %", LOOPS.unmet, "Carries most", "210 fewer without it", "90 more"} <= set(
        texts(drawn)
    )


def test_what_hangs_on_nothing_is_left_out() -> None:
    plain = LoopRows(figure="100 %", words="of them.", unmet="", carried=(), helped=())
    said = texts(loops_view(plain, LIGHT, 300))
    assert "Carries most" not in said
    assert "One more story would help most" not in said


def test_before_the_loops_have_run_it_says_so() -> None:
    assert "Running." in texts(loops_said("Running.", LIGHT, 300))


def test_each_conflict_is_a_sentence() -> None:
    assert texts(conflicts_view(("One.", "Two."), LIGHT, 300)) == ["Conflicts", "One.", "Two."]


def test_a_story_is_turned_to_told_and_back() -> None:
    turned: list[StoryId] = []
    rows = [
        LoadRow(StoryId("a"), "The press", 2, 3, told_here=False),
        LoadRow(StoryId("b"), "The fuse", 0, 3, told_here=True),
    ]
    drawn = loads_view(rows, turned.append, LIGHT, 300)
    click(button(drawn, "Told here?"))
    click(button(drawn, "✓ Told here"))
    assert turned == ["a", "b"]
    assert "first for 3 at most" in texts(drawn)
