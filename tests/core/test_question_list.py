import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.question_list import (
    MOST_CHARACTERS,
    MOST_QUESTIONS,
    Form,
    ListMisfit,
    listed_questions,
    question_key,
)


def read(text: str, form: Form = "txt") -> list[str]:
    return [one.text for one in listed_questions(text, form)]


# plain text


@pytest.mark.parametrize(
    "line",
    [
        "Why us?",
        "  Why us?\t",
        "- Why us?",
        "• Why us?",
        "* [ ] Why us?",
        "1. Why us?",
        "12345) Why us?",
        "(3) Why us?",
        "a) Why us?",
        "Q4: Why us?",
        "Q: Why us?",
        "Question 5: Why us?",
        "**Why us?**",
        "_Why us?_",
    ],
)
def test_bullets_numbers_and_emphasis_are_no_part_of_a_question(line: str) -> None:
    (found,) = listed_questions(line, "txt")
    assert (found.text, found.written) == ("Why us?", line.strip())


@pytest.mark.parametrize(
    "line",
    [
        "2024 was hard: what did you do?",
        "1.5 years in, what had you learned?",
        "Conflict with a coworker",
        "Delivering at pace: tell me about a deadline.",
        "Quick decisions: which was yours?",
        "A time you failed",
        "WHY?",
        "Tell me about *one* time and about *another*",
    ],
)
def test_what_only_looks_like_a_mark_or_heading_is_a_question(line: str) -> None:
    assert read(line) == [line]


@pytest.mark.parametrize(
    "line", ["", "   ", "# Teamwork", "Teamwork:", "TEAM WORK", "-----", "***", "1.", "?!"]
)
def test_blank_lines_headings_and_rules_are_left_out(line: str) -> None:
    assert read(f"Why?\n{line}\nWho?") == ["Why?", "Who?"]


@pytest.mark.parametrize(("words", "expected"), [(8, 0), (9, 1)])
def test_a_long_line_with_a_colon_at_its_end_is_a_question(words: int, expected: int) -> None:
    assert len(read(" ".join(["word"] * words) + ":")) == expected


def test_the_same_question_stands_as_often_as_it_is_written() -> None:
    assert read("Why?\nWho?\nWhy?") == ["Why?", "Who?", "Why?"]


# Markdown


def test_items_of_lists_and_paragraphs_are_questions() -> None:
    text = "# Team\n\nSome of mine:\n\n- Why\n  us?\n- Who?\n  * When?\n\nA long one\nover lines.\n"
    assert read(text, "md") == ["Why us?", "Who?", "When?", "A long one over lines."]


def test_lines_of_a_paragraph_that_end_like_questions_are_several() -> None:
    assert read("Why?\nTell me who.\nWhen?", "md") == ["Why?", "Tell me who.", "When?"]


def test_code_tables_comments_and_rules_are_left_out() -> None:
    text = "```\nwhy?\n```\n| a | b |\n|---|---|\n<!-- who?\nwhen? -->\n* * *\n> Quoted?\n"
    assert read(text, "md") == ["Quoted?"]


# tables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("question\nWhy?\nWho?", ["Why?", "Who?"]),
        ("Nr;QUESTION;From\n1;Why, then?;Ada\n2;Who?;", ["Why, then?", "Who?"]),
        ("by\tprompt\nAda\tWhy?\n", ["Why?"]),
        ('Why?,team\n"Who, then?",x', ["Why?", "Who, then?"]),
        ("question\nTell me, then, why", ["Tell me, then, why"]),
        ('question\n"He said ""no"", and?"', ['He said "no", and?']),
        ('question,by\n"Over\nlines?",Ada', ["Over lines?"]),
        ("question,by\n\n,Ada\nWhy?\n", ["Why?"]),
        ("", []),
    ],
)
def test_a_table_gives_its_column_of_questions(text: str, expected: list[str]) -> None:
    assert read(text, "csv") == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('question\n"Why?\nWho?', "the quotes do not match at line 3"),
        ('question,by\n"Why"x,y', "the quotes do not match at line 2"),
        ("question,by\nWhy,a,b", "line 2 has 3 columns and the first 2"),
        ("Tell me, then\nWhy?", "line 2 has 1 column and the first 2"),
    ],
)
def test_a_broken_table_is_refused_by_its_line(text: str, why: str) -> None:
    with pytest.raises(ListMisfit, match=why):
        read(text, "csv")


# every form


@pytest.mark.parametrize("form", ["txt", "md", "csv"])
@pytest.mark.parametrize("document", [{"a": 1}, [], [{"front": "Why?"}]])
def test_another_programs_json_is_no_list(form: Form, document: object) -> None:
    for text in (json.dumps(document), f"\n{json.dumps(document)}\n{json.dumps(document)}\n"):
        with pytest.raises(ListMisfit, match="is JSON"):
            read(text, form)


def test_brackets_at_the_start_are_not_json_by_themselves() -> None:
    assert read("[x] Why?\n{odd} who?") == ["Why?", "{odd} who?"]


@pytest.mark.parametrize(("size", "fine"), [(MOST_CHARACTERS, True), (MOST_CHARACTERS + 1, False)])
def test_a_question_has_an_end(size: int, fine: bool) -> None:
    if fine:
        assert len(read("x" * size)) == 1
        return
    with pytest.raises(ListMisfit, match="number 1"):
        read("x" * size)


@pytest.mark.parametrize(("size", "fine"), [(MOST_QUESTIONS, True), (MOST_QUESTIONS + 1, False)])
def test_a_list_has_an_end(size: int, fine: bool) -> None:
    if fine:
        assert len(read("Why?\n" * size)) == size
        return
    with pytest.raises(ListMisfit, match="more than"):
        read("Why?\n" * size)


@given(st.text(st.sampled_from('Ab?.:,;"#-*1|`>[]{} \t\n')), st.sampled_from(["txt", "md", "csv"]))
def test_any_text_is_a_list_or_a_misfit(text: str, form: Form) -> None:
    try:
        found = listed_questions(text, form)
    except ListMisfit:
        return
    assert all(one.text and one.text in one.written for one in found)


@pytest.mark.parametrize(
    "other", ["WHY  us", "why us?!", "“Why us?”", "Why, us", "Ｗhy us?", " why\tus"]
)
def test_questions_that_say_the_same_share_a_key(other: str) -> None:
    assert question_key(other) == question_key("Why us?")


def test_questions_that_say_something_else_do_not() -> None:
    assert question_key("Why us?") != question_key("Why use?")
    assert question_key("Don’t you?") == question_key("Don't you?") != question_key("Dont you?")
