import pytest

from storybuilder.adapters.library import Library
from tests.builders import question, story
from tests.cli.terminal import Terminal
from tests.cli.test_map import PRESS

WON = story(
    "won",
    title="Won over",
    situation="Two rooms.",
    task="One plan.",
    action="I asked.",
    result="One room.",
    primary_competency="influence",
    secondary_competencies=("conflict",),
    position=2.0,
)
ASKED = {
    "one": question("one", text="A quarrel with a neighbour?", competencies=("conflict",)),
    "two": question("two", text="A row with an uncle?", competencies=("conflict",)),
}


@pytest.fixture
def two(terminal: Terminal) -> Terminal:
    """The program with two stories and two questions of the person's own."""
    library = Library(terminal.data / "library.json")
    library.stories.keep_all([PRESS, WON])
    library.questions.keep_all(ASKED.values())
    return terminal


@pytest.fixture
def listed(two: Terminal) -> str:
    """A file with these questions, one of them twice."""
    texts = [asked.text for asked in (*ASKED.values(), ASKED["one"])]
    return str(two.text("\n".join(texts), "asked.txt"))


def test_each_question_gets_a_primary_and_a_backup_story(two: Terminal, listed: str) -> None:
    told = two("plan", "--questions", listed).out.splitlines()
    assert told[0:3:2] == ["A quarrel with a neighbour?", "A row with an uncle?"]
    assert {*told[1:4:2]} == {"    Press, night, or Won over", "    Won over, or Press, night"}


def test_an_even_share_is_explained_and_can_be_raised(two: Terminal, listed: str) -> None:
    even = two("plan", "--questions", listed).out
    assert "Each story is primary for at most 1 question.\n" in even
    assert "“Press, night” is the best story for 2 of these; it takes 1 of them" in even
    raised = two("plan", "--questions", listed, "--share", "2", "--json").document
    assert (raised["loads"], raised["conflicts"]) == ({"press": 2}, [])


def test_json_names_stories_and_questions_by_their_ids(two: Terminal, listed: str) -> None:
    plan = two("plan", "--questions", listed, "--json").document
    assert [choice["id"] for choice in plan["choices"]] == ["one", "two"]
    assert {choice["primary"] for choice in plan["choices"]} == {"press", "won"}
    assert plan["loops"]["share"] == 1.0


def test_a_framework_is_planned_item_by_item(two: Terminal) -> None:
    plan = two("plan", "--framework", "amazon", "--json").document
    assert len(plan["choices"]) == 16
    assert {"press", None} <= {choice["primary"] for choice in plan["choices"]}


def test_without_either_the_framework_in_force_is_planned(two: Terminal) -> None:
    plan = two("plan", "--json").document
    assert "neutral/conflict" in [choice["id"] for choice in plan["choices"]]


def test_random_interviews_are_counted(two: Terminal) -> None:
    out = two("plan", "--loops", "100").out
    assert "of 100 random interviews of 4 to 6 questions are covered" in out.replace("\u00a0", " ")
    assert sum(two("plan", "--loops", "100", "--json").document["loops"]["by_unmet"]) == 100


def test_no_interview_need_be_simulated(two: Terminal) -> None:
    assert two("plan", "--loops", "0", "--json").document["loops"]["share"] is None
    assert "random" not in two("plan", "--loops", "0").out


def test_a_plan_is_the_same_every_time(two: Terminal) -> None:
    assert two("plan", "--json").out == two("plan", "--json").out


def test_without_a_story_nothing_is_answered(terminal: Terminal) -> None:
    ended = terminal("plan")
    assert ended.code == 0
    assert "No story answers “Leadership”, “Teamwork”, “Conflict” and 13 more.\n" in ended.out


def test_an_unknown_framework_is_refused_with_those_there_are(terminal: Terminal) -> None:
    sentence = terminal("plan", "--framework", "acme").refusal()
    assert sentence.startswith("there is no framework acme: the ids are neutral, amazon, ")


def test_a_list_that_is_none_is_refused(terminal: Terminal) -> None:
    assert "nothing.txt" in terminal("plan", "--questions", "nothing.txt").refusal()
    binary = terminal.text(b"\x00\xff\xfe\x00" * 50, "photo.txt")
    assert "photo.txt" in terminal("plan", "--questions", binary).refusal()


def test_more_questions_than_one_interview_asks_are_refused(terminal: Terminal) -> None:
    many = terminal.text("\n".join(f"Why {at}?" for at in range(101)), "many.txt")
    assert terminal("plan", "--questions", many).refusal() == (
        "a plan is made for 100 questions at most, and these are 101: choose those that one "
        "interview may ask."
    )


@pytest.mark.parametrize("arguments", [("--share", "0"), ("--loops", "-1"), ("--loops", "x")])
def test_figures_out_of_bounds_are_refused(terminal: Terminal, arguments: tuple[str, str]) -> None:
    ended = terminal("plan", *arguments)
    assert (ended.code, ended.out) == (2, "")
