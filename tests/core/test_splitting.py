import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.adapters.parser import SpacyParser
from storybuilder.core.sentence import LabelledSentence, Sentence
from storybuilder.core.splitting import Parted, Slot, part_text, sections_of
from storybuilder.core.story import Part

PARSER = SpacyParser()
SLOTS: tuple[Slot, ...] = ("situation", "task", "action", "result", "lesson")
PLAIN = (
    "In 2023 our shop had a queue of 400 tickets. My task was to halve it in a month. "
    "I sorted them by age. Then I wrote answers for the ten commonest. It fell by 60 %."
)
HEADED = "Situation: We were late.\nTask: I had to fix it.\nAction: I ran. I sat.\nResult: 20 % up."


CUES = {"In 2023": Part.SITUATION, "task": Part.TASK, "I ": Part.ACTION, "fell": Part.RESULT}


def label(sentences: Sequence[Sentence]) -> list[LabelledSentence]:
    """A part by a cue of its own, else talk."""
    found = [[part for cue, part in CUES.items() if cue in one.text] for one in sentences]
    return [
        LabelledSentence(sentence=sentence, part=parts[0] if parts else None, confidence=1.0)
        for sentence, parts in zip(sentences, found, strict=True)
    ]


def parted(text: str) -> Parted:
    return part_text(text, PARSER.sentences, label)


def told(text: str) -> dict[str, str]:
    """What each slot of a text holds."""
    found = parted(text)
    return {slot: found.text_of(slot) for slot in dict.fromkeys(p.slot for p in found.pieces)}


FOUR = {"situation": "We were late.", "task": "Fix it.", "action": "I ran.", "result": "Up 5 %."}


@pytest.mark.parametrize(
    "text",
    [
        "Situation: We were late.\nTask: Fix it.\nAction: I ran.\nResult: Up 5 %.",
        "S: We were late.\nT: Fix it.\nA: I ran.\nR: Up 5 %.",
        "S - We were late.\nT - Fix it.\nA - I ran.\nR - Up 5 %.",
        "s) We were late.\nt) Fix it.\na) I ran.\nr) Up 5 %.",
        "(S) We were late.\n(T) Fix it.\n(A) I ran.\n(R) Up 5 %.",
        "## Situation\nWe were late.\n## Task\nFix it.\n## What I did\nI ran.\n## Impact\nUp 5 %.",
        "**Situation:** We were late.\n**Task**: Fix it.\n**Action**\nI ran.\n**Results:** Up 5 %.",
        "SITUATION\nWe were late.\nTASK\nFix it.\nACTION\nI ran.\nRESULT\nUp 5 %.",
        "1. Context: We were late.\n2. Goal: Fix it.\n3. Actions: I ran.\n4. Impact: Up 5 %.",
        "- Situation – We were late.\n- Task – Fix it.\n- Action – I ran.\n- Result – Up 5 %.",
        "Situation (20 s): We were late.\nTask: Fix it.\nAction: I ran.\nOutcome: Up 5 %.",
    ],
)
def test_headings_of_every_common_form_say_what_belongs_where(text: str) -> None:
    assert told(text) == FOUR


@pytest.mark.parametrize(
    "text",
    [
        "The task was hard.\nResult was good.",
        "Task force work.\nProblem solving is fun.",
        "A. First.\nT. Then.",
        "Action was taken.",
    ],
)
def test_prose_that_begins_with_such_a_word_is_no_heading(text: str) -> None:
    assert parted(text).headings == ()


def test_three_letters_are_headings_and_two_are_a_list() -> None:
    assert parted("S: One.\nT: Two.").headings == ()
    assert parted("S: One.\nT: Two.\nA: Three.").headings == ("S:", "T:", "A:")


def test_without_headings_the_labels_decide() -> None:
    found = told(PLAIN)
    assert found["situation"] == "In 2023 our shop had a queue of 400 tickets."
    assert found["task"] == "My task was to halve it in a month."
    assert found["result"] == "It fell by 60 %."


def test_a_heading_for_two_parts_leaves_the_choice_between_them_to_the_labels() -> None:
    found = told("Situation/Task: In 2023 our shop had a queue. My task was to halve it.")
    assert found["situation"] == "In 2023 our shop had a queue."
    assert found["task"] == "My task was to halve it."


@pytest.mark.parametrize("line", ["# The queue", "The queue", "### The queue"])
def test_a_line_before_the_headings_is_the_title(line: str) -> None:
    assert told(f"{line}\n\n{HEADED}")["title"] == "The queue"


def test_a_short_line_set_apart_is_the_title_without_headings_too() -> None:
    assert told(f"The queue\n\n{PLAIN}")["title"] == "The queue"
    assert "title" not in told(f"The queue\n{PLAIN}")
    assert "title" not in told("The queue")


@pytest.mark.parametrize(("words", "titled"), [(14, True), (15, False)])
def test_a_long_line_is_no_title(words: int, titled: bool) -> None:
    assert ("title" in told(f"{' '.join(['word'] * words)}\n\n{PLAIN}")) is titled


def test_sentences_before_the_headings_are_no_title() -> None:
    assert "title" not in told(f"We sold bread.\n{HEADED}")


def test_a_lesson_and_a_line_to_land_are_recognised() -> None:
    found = told(f"{HEADED}\nLesson learned: Ask early.\nMust land: I ran.")
    assert (found["lesson"], found["must_land"]) == ("Ask early.", "I ran.")


def test_bullets_stay_on_lines_of_their_own() -> None:
    assert told("Action:\n- I ran.\n- I sat. I ate.")["action"] == "- I ran.\n- I sat. I ate."


def test_talk_stays_with_what_it_follows_and_the_first_belongs_to_the_situation() -> None:
    found = told("Well. My task was clear. Really. It fell.")
    assert found["situation"] == "Well."
    assert found["task"] == "My task was clear. Really."


def test_an_empty_text_has_no_pieces() -> None:
    assert parted("") == parted(" \n\t ") == Parted(())


def test_a_heading_without_words_leaves_its_part_empty() -> None:
    assert told("Situation: We were late.\nTask:\nAction:") == {"situation": "We were late."}


# ---------------------------------------------------------------- moving
def test_one_sentence_is_sent_elsewhere_and_the_others_stay() -> None:
    found = parted(HEADED)
    sat = found.of("action")[1]
    moved = found.moved(sat.start_char, "result")
    assert (moved.text_of("action"), moved.text_of("result")) == ("I ran.", "I sat. 20 % up.")


def test_the_cut_moves_with_all_that_follows_in_its_part() -> None:
    found = parted("Action: One. Two. Three.\nResult: Four.")
    moved = found.moved_from(found.of("action")[1].start_char, "result")
    assert (moved.text_of("action"), moved.text_of("result")) == ("One.", "Two. Three. Four.")


words = st.text(st.sampled_from("ab .:?!-*#()\n\tSTARé1%’"), max_size=30)
heads = st.sampled_from(
    ["Situation:", "## Task", "**Action:**", "R -", "S -", "T -", "Result", "# A day", "I ran."]
)
texts = st.lists(words | heads, max_size=8).map("\n".join)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(texts)
def test_every_character_is_in_one_piece_or_one_heading_in_its_order(text: str) -> None:
    found = parted(text)
    assert all(text[p.start_char : p.end_char] == p.text for p in found.pieces)
    rest, at = "", 0
    for piece in found.pieces:
        rest += text[at : piece.start_char]
        at = piece.end_char
    assert bare(rest + text[at:]) == bare("".join(found.headings))


@given(texts, st.lists(st.tuples(st.integers(0, 30), st.sampled_from(SLOTS), st.booleans())))
def test_no_move_loses_a_word_or_its_order(text: str, moves: list[tuple[int, Slot, bool]]) -> None:
    found = before = parted(text)
    for at, slot, following in moves:
        if at < len(found.pieces):
            start = found.pieces[at].start_char
            found = found.moved_from(start, slot) if following else found.moved(start, slot)
    assert [p.text for p in found.pieces] == [p.text for p in before.pieces]
    for slot in {p.slot for p in found.pieces}:
        kept = " ".join(p.text for p in found.pieces if p.slot == slot)
        assert found.text_of(slot).split() == kept.split()


@given(texts)
def test_sections_follow_each_other_without_overlap(text: str) -> None:
    sections, _ = sections_of(text)
    ends = [0, *(section.end_char for section in sections)]
    assert all(a <= s.start_char <= s.end_char for a, s in zip(ends, sections, strict=False))
