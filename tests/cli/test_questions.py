import pytest

from storybuilder.adapters.competency_file import load_competencies
from storybuilder.adapters.library import Library
from storybuilder.adapters.question_bank import QuestionBank
from storybuilder.core.question import Question
from storybuilder.core.settings import Settings
from storybuilder.places import assets
from tests.builders import question
from tests.cli.terminal import Terminal

BANK = QuestionBank(assets() / "questions.json").all()
IDS = {one.id for one in load_competencies(assets() / "competencies.json")}
MINE = question("q1", text="Why did you lead us?", competencies=("leadership", "no_longer_known"))
LED = BANK[0]


@pytest.fixture
def mine(terminal: Terminal) -> Terminal:
    """The program with one question of the person's own."""
    Library(terminal.data / "library.json").questions.change("q1", lambda _: MINE)
    return terminal


def own(terminal: Terminal) -> list[Question]:
    return sorted(
        Library(terminal.data / "library.json").questions.all(), key=lambda one: one.position
    )


# list


def test_the_bank_and_the_persons_questions_are_listed(mine: Terminal) -> None:
    listed = mine("questions", "list")
    assert (listed.code, listed.err) == (0, "")
    lines = listed.out.splitlines()
    assert len(lines) == len(BANK) + 1
    assert lines[0] == f"{LED.id}  {LED.text} (Leadership and Delivery)"
    assert lines[-1] == "q1  Why did you lead us? (Leadership)"


@pytest.mark.parametrize("bank", ["common", "ml"])
def test_one_bank_is_listed(mine: Terminal, bank: str) -> None:
    listed = mine("questions", "list", "--bank", bank, "--json")
    assert [one["id"] for one in listed.documents] == [one.id for one in BANK if one.bank == bank]


def test_own_questions_are_listed_as_json(mine: Terminal) -> None:
    document = mine("questions", "list", "--bank", "own", "--json").document
    assert (document["id"], document["text"]) == ("q1", MINE.text)


def test_questions_of_one_competency_are_listed(mine: Terminal) -> None:
    listed = mine("questions", "list", "--competency", "leadership", "--json").documents
    assert all("leadership" in one["competencies"] for one in listed)
    assert listed[-1]["id"] == "q1"
    assert len(listed) > 10


def test_an_unknown_competency_is_refused_with_the_ids_there_are(terminal: Terminal) -> None:
    said = terminal("questions", "list", "--competency", "charm").refusal()
    assert "there is no competency charm" in said
    assert all(id in said for id in IDS)


def test_an_unknown_bank_is_refused(terminal: Terminal) -> None:
    refused = terminal("questions", "list", "--bank", "theirs")
    assert (refused.code, refused.out) == (2, "")
    assert "'common', 'ml', 'own'" in refused.err


def test_competencies_go_by_the_words_of_the_framework(mine: Terminal) -> None:
    (mine.data / "settings.json").write_text('{"framework": "amazon"}', encoding="utf-8")
    first = mine("questions", "list").out.splitlines()[0]
    assert first.endswith("(Think Big and Deliver Results)")


@pytest.mark.parametrize(
    "written", ['{"framework": "gone"}', '{"framework": "own", "own_framework": "A: B\\nB: A"}']
)
def test_a_framework_that_cannot_be_had_leaves_our_words(mine: Terminal, written: str) -> None:
    assert Settings().framework == "neutral"
    (mine.data / "settings.json").write_text(written, encoding="utf-8")
    assert "(Leadership and Delivery)" in mine("questions", "list").out.splitlines()[0]


# import


def test_a_list_is_imported_in_its_order(terminal: Terminal) -> None:
    file = terminal.text("1. Why us?\n2. Who else?\n", "list.txt")
    imported = terminal("questions", "import", file)
    assert (imported.code, imported.out, imported.err) == (0, "Imported 2 questions.\n", "")
    assert [one.text for one in own(terminal)] == ["Why us?", "Who else?"]


def test_what_is_there_already_is_left_out(terminal: Terminal) -> None:
    file = terminal.text(f"{LED.text}\nWhy us?\nwhy us\n", "list.txt")
    imported = terminal("questions", "import", file)
    assert imported.out == "Imported 1 question; 2 of the file were there already.\n"
    again = terminal("questions", "import", file, "--json").document
    assert (again["questions"], again["already_there"]) == (0, 3)
    assert len(own(terminal)) == 1


def test_a_dry_run_keeps_nothing(terminal: Terminal) -> None:
    file = terminal.text("Why us?\n", "list.txt")
    assert terminal("questions", "import", file, "--dry-run").out.startswith("Why us?")
    assert not (terminal.data / "library.json").exists()


def test_a_dry_run_tells_every_question_of_the_file_as_it_stands_there(terminal: Terminal) -> None:
    lines = ["1. Why us?", LED.text, "Why us?", "- Why us?"]
    file = terminal.text("\n\n".join(lines), "list.txt")
    told = terminal("questions", "import", file, "--dry-run", "--json").documents
    assert [one["question"] for one in told] == lines
    assert all(set(one) == {"question", "competencies"} for one in told)


def test_a_dry_run_tells_suggestions_best_first_with_their_words(terminal: Terminal) -> None:
    file = terminal.text("2. Tell me about a time you led a team.\n", "list.txt")
    told = terminal("questions", "import", file, "--dry-run", "--json").document["competencies"]
    assert set(told[0]) == {"id", "score", "evidence"}
    assert (told[0]["id"], "led" in " ".join(told[0]["evidence"])) == ("leadership", True)
    scores = [one["score"] for one in told]
    assert scores == sorted(scores, reverse=True)
    assert len(told) >= 3
    assert {one["id"] for one in told} <= IDS


def test_an_imported_question_has_the_likely_competencies(terminal: Terminal) -> None:
    terminal("questions", "import", terminal.text("When did you lead a team?", "list.txt"))
    assert own(terminal)[0].competencies[0] == "leadership"


def test_a_dry_run_says_which_are_there_already(terminal: Terminal) -> None:
    file = terminal.text(LED.text, "list.txt")
    assert terminal("questions", "import", file, "--dry-run").out == f"{LED.text} (there already)\n"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.txt", b"\x00\x01", "a.txt is not a text: name a .txt"),
        ("a.json", b'{"cards": []}', "a.json is JSON: name a .txt"),
        ("a.csv", b'question\n"Why', "a.csv is a broken table"),
        ("a.txt", "Café?".encode("utf-16"), "a.txt is UTF-16"),
        ("a.txt", b"", "a.txt holds no questions"),
    ],
)
def test_what_is_no_list_is_refused(
    terminal: Terminal, name: str, content: bytes, why: str
) -> None:
    assert why in terminal("questions", "import", terminal.text(content, name)).refusal()
    assert not (terminal.data / "library.json").exists()


def test_a_file_that_is_not_there_is_said_so(terminal: Terminal) -> None:
    refused = terminal("questions", "import", terminal.folder / "gone.txt").refusal()
    assert refused == "there is no file gone.txt: check its name."


def test_ten_thousand_questions_are_imported(terminal: Terminal) -> None:
    file = terminal.text("\n".join(f"{at}. Why {at}?" for at in range(10_000)), "list.txt")
    assert terminal("questions", "import", file).out == "Imported 10000 questions.\n"
    assert [one.text for one in own(terminal)] == [f"Why {at}?" for at in range(10_000)]
