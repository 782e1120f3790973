import csv
from pathlib import Path

import pytest

from storybuilder.adapters.library import Library
from storybuilder.core.fit import Override
from storybuilder.core.story import StoryId
from tests.builders import question, story
from tests.cli.terminal import Terminal

PRESS = story(
    "press",
    title="Press, night",
    situation="It stopped.",
    task="Run it.",
    action="I argued.",
    result="It ran.",
    primary_competency="conflict",
)
IDEA = story("idea", title="Idea", position=1.0)
QUARREL = question("mine", text="=A quarrel?", competencies=("conflict",), commonness=5)


@pytest.fixture
def two(terminal: Terminal) -> Terminal:
    """The program with two stories and one question of the person's own."""
    library = Library(terminal.data / "library.json")
    library.stories.change(PRESS.id, lambda _: PRESS)
    library.stories.change(IDEA.id, lambda _: IDEA)
    library.questions.change(QUARREL.id, lambda _: QUARREL)
    return terminal


def test_a_line_tells_how_each_story_fits_a_question(two: Terminal) -> None:
    lines = two("map").out.splitlines()
    assert lines[:5] == [
        "1  Press, night",
        "2  Idea",
        "",
        "S strong, w workable, ~ stretch, . gap",
        "1 2",
    ]
    assert "S .  =A quarrel?" in lines


def test_common_questions_come_first(two: Terminal) -> None:
    told = two("map", "--json").documents
    first = max(told, key=lambda one: int(one["commonness"]))
    assert two("map").out.splitlines()[6].endswith(first["text"])


def test_json_tells_the_fit_of_every_story_with_its_reason(two: Terminal) -> None:
    (quarrel,) = [one for one in two("map", "--json").documents if one["id"] == "mine"]
    press, idea = quarrel["fits"]
    assert (quarrel["best"], press["story"], press["level"]) == ("strong", "press", "strong")
    assert press["why"] == "It is your story of conflict, which is asked for first."
    weighed = sum(part["value"] * part["weight"] for part in press["parts"])
    assert press["score"] == pytest.approx(weighed, abs=1e-4)
    assert idea["level"] == "gap"


def test_competencies_can_be_the_lines(two: Terminal) -> None:
    assert len(two("map", "--competencies", "--json").documents) == 16
    assert "S .  Conflict" in two("map", "--competencies").out.splitlines()


def test_gaps_are_listed_with_what_would_help(two: Terminal) -> None:
    out = two("map", "--gaps", "--competencies").out
    assert "3  gap      Leadership\n" in out
    assert "Of 16: 1 strong, 0 workable, 0 stretch, 15 without a story.\n" in out
    assert "One more story of leadership would be strong for 1 more.\n" in out


def test_gaps_are_one_object_in_json(two: Terminal) -> None:
    found = two("map", "--gaps", "--json").document
    levels = {gap["level"] for gap in found["gaps"]}
    assert levels <= {"stretch", "gap"}
    assert len(found["one_more"]) == 16
    assert sum(found["coverage"].values()) > 150


def test_a_table_is_written_that_no_spreadsheet_runs(two: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "map.csv"
    assert two("map", "--csv", file).out.startswith("Wrote ")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        heading, *rows = csv.reader(opened)
    assert heading[2:] == ["Best", "Press, night", "Idea"]
    assert rows[-1] == ["'=A quarrel?", "5", "strong", "strong", "gap"]


def test_a_table_that_cannot_be_written_is_refused(two: Terminal) -> None:
    inside_a_file = two.text("") / "map.csv"
    assert two("map", "--csv", inside_a_file).refusal().endswith("a folder you may write to.")


def test_what_an_employer_has_heard_falls_a_level(two: Terminal) -> None:
    told = two("map", "--told", "press", "--json").documents
    (quarrel,) = [one for one in told if one["id"] == "mine"]
    assert quarrel["fits"][0]["level"] == "workable"


def test_an_unknown_story_is_refused(two: Terminal) -> None:
    assert two("map", "--told", "x").refusal().startswith("there is no story x: ")


def test_a_level_set_by_hand_is_shown(two: Terminal) -> None:
    set_to = Override(
        id="idea:mine", story_id=StoryId("idea"), question_id="mine", level="workable"
    )
    Library(two.data / "library.json").overrides.change(set_to.id, lambda _: set_to)
    assert "S w  =A quarrel?" in two("map").out.splitlines()


def test_without_a_story_the_map_says_so_and_what_to_begin_with(terminal: Terminal) -> None:
    out = terminal("map", "--competencies").out
    assert out.startswith("No story yet.\n")
    assert "Of 16: 0 strong, 0 workable, 0 stretch, 16 without a story.\n" in out
