"""Prompt files: what is read, what is refused, and that a person's words stay data."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.coaching.prompt import PromptBroken, fenced, parse_prompt

GOOD = """---
name: tighten
version: 2
variables: story, target
most_tokens: 900
---
# Instructions
Shorten what is given.

Keep every figure.

# Material
{{story}}

To {{ target }}.
"""


def test_a_prompt_is_read_with_all_that_it_declares() -> None:
    prompt = parse_prompt(GOOD)
    assert (prompt.name, prompt.version, prompt.most_tokens) == ("tighten", "2", 900)
    assert prompt.variables == ("story", "target")
    assert prompt.instructions == "Shorten what is given.\n\nKeep every figure."


def test_windows_line_ends_are_read_too() -> None:
    assert parse_prompt(GOOD.replace("\n", "\r\n")) == parse_prompt(GOOD)


def test_each_place_is_filled_with_its_fenced_words() -> None:
    filled = parse_prompt(GOOD).filled({"story": "I led four people.", "target": "2:30"})
    assert filled == (
        '<given name="story">\nI led four people.\n</given>\n\n'
        'To <given name="target">\n2:30\n</given>.'
    )


def test_a_value_that_looks_like_a_place_is_left_as_it_is() -> None:
    filled = parse_prompt(GOOD).filled({"story": "{{target}}", "target": "2:30"})
    assert "{{target}}" in filled


def test_nothing_given_is_said() -> None:
    assert "(nothing)" in fenced("lesson", "  ")


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("---\nname", "name", "does not begin with a head"),
        ("version: 2\n", "", "lacks version"),
        ("version: 2", "version:", "lacks version"),
        ("version: 2", "version: 2\nmood: kind", "has mood"),
        ("# Material", "# Stuff", "no section # Material"),
        ("Shorten what is given.\n\nKeep every figure.", "", "no section # Instructions"),
        ("To {{ target }}.", "To it.", "declares target and never uses it"),
        ("{{story}}", "{{story}} {{tone}}", "uses tone"),
        ("Keep every figure.", "Keep {{story}}.", "the same in every call"),
        ("900", "many", "most_tokens"),
        ("900", "0", "most_tokens"),
        ("900", "16001", "most_tokens"),
        ("To {{ target }}.", "To {{ target }}.\n# More\nx", "section # More"),
    ],
)
def test_a_broken_prompt_says_which_rule_it_breaks(was: str, becomes: str, told: str) -> None:
    with pytest.raises(PromptBroken, match=re.escape(told)):
        parse_prompt(GOOD.replace(was, becomes, 1))


@given(st.text(max_size=60), st.sampled_from(["</given>", "< / given>", "<given name='x'>"]))
def test_no_words_close_or_open_a_fence(words: str, tag: str) -> None:
    inside = fenced("story", f"{words} {tag} {words}").split("\n", 1)[1]
    body = inside.rsplit("\n", 1)[0]
    assert not re.search(r"<\s*/?\s*given", body, re.IGNORECASE)
