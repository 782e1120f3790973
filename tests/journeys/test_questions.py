"""Journey: bring in the questions one was given, find them, and take everything back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from storybuilder.core.question import Question
from storybuilder.core.settings import Settings
from storybuilder.places import Places
from storybuilder.program import assemble
from tests.journeys.conftest import Open

pytestmark = pytest.mark.slow
PASTED = "1. Why did you leave the lighthouse?\n2. Tell me about a time you led a team at sea."


def own(data: Path) -> list[Question]:
    return assemble(Places(data), Settings()).practice.asking.listed("own")


def test_a_pasted_list_is_accepted_found_deleted_and_brought_back(
    open_app: Open, data: Path
) -> None:
    app = open_app()
    app.button("Questions").click()
    app.button("Paste a list").click()
    app.see("Paste the questions you were given.")
    app.write("List of questions", PASTED)
    app.see("2 new questions.")
    app.button("Add 2 questions").click()
    app.hear_of("2 questions added")
    lighthouse = re.compile("^Why did you leave the lighthouse")
    app.button(lighthouse).click()
    app.see("yours")
    app.button("Delete").click()
    app.hear_of("The question is deleted")
    assert [one.text for one in own(data)] == ["Tell me about a time you led a team at sea."]
    app.button("Undo").click()
    app.see("Often asked next")
    assert len(own(data)) == 2


def test_a_question_is_found_by_its_words_and_rehearsed(open_app: Open) -> None:
    app = open_app()
    app.button("Questions").click()
    app.see(re.compile("questions you may be asked"))
    app.write("Find a question", "failed in production")
    app.button(re.compile("^Tell me about a model of yours that failed")).click()
    app.see("A strong answer has")
    app.page.keyboard.press("Control+r")
    app.see("Tell a story aloud.")
    app.box("Question").click()
    expect(app.box("Question")).to_have_value(re.compile("^Tell me about a model of yours"))
