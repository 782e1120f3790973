from itertools import pairwise

import flet as ft

from storybuilder.ui.parts.spoken_text import SpokenText
from storybuilder.ui.report_rows import Passage, Run
from storybuilder.ui.theme import LIGHT
from tests.builders import spoken
from tests.ui.controls import names, push, texts, walk

PASSAGES = (
    Passage(
        part="situation",
        start_s=0.0,
        runs=(Run("Um", "filler"), Run(", we had "), Run("41 carts", "number"), Run(".")),
    ),
    Passage(
        part="action",
        start_s=5.0,
        runs=(Run("2.0 s", "pause"), Run("I led.")),
        start_char=len("Um, we had 41 carts. "),
    ),
)
WORDS = spoken("Um, we had 41 carts. I led.", words_per_minute=60)


def made(played: list[float] | None = None) -> SpokenText:
    play = (played if played is not None else []).append
    return SpokenText(PASSAGES, WORDS, LIGHT, 600, play)


def spans(text: SpokenText) -> list[ft.TextSpan]:
    return [one for one in walk(text.root) if isinstance(one, ft.TextSpan)]


def heard(text: SpokenText) -> list[str]:
    """What stands on a ground of ink."""
    return [
        one.text or ""
        for one in spans(text)
        if one.style and (one.style.bgcolor, one.style.color) == (LIGHT.ink, LIGHT.on_ink)
    ]


def faces(text: SpokenText) -> list[object]:
    return [(one.text, one.style) for one in spans(text)]


def test_it_reads_as_a_transcript_that_is_not_listened_to() -> None:
    said = [words for words in texts(made().root) if words not in ("S", "A", "0:00", "0:05")]
    assert "".join(said) == "Um, we had 41 carts. ⟨ 2.0 s ⟩ I led."


def test_a_click_on_a_word_plays_from_it() -> None:
    played: list[float] = []
    for one in spans(made(played)):
        push(one)
    assert played == [0.0, 0.0, 1.0, 2.0, 3.0, 4.0, 4.0, 5.0, 5.0, 6.0]


def test_the_word_being_heard_stands_on_ink_and_on_nothing_more() -> None:
    text = made()
    text.show(1.2)
    assert heard(text) == ["we"]
    text.show(4.5)
    assert heard(text) == ["carts", "."]


def test_what_was_heard_looks_as_before() -> None:
    text = made()
    before = faces(text)
    for at_s in (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, None):
        text.show(at_s)
    assert faces(text) == before


def test_the_words_do_not_move_while_they_are_heard() -> None:
    text = made()
    before = "".join(one.text or "" for one in spans(text))
    for at_s in (0.0, 1.0, 2.0, 3.0, 4.0, 6.0):
        text.show(at_s)
        assert "".join(one.text or "" for one in spans(text)) == before


def test_only_spans_change_and_only_when_another_word_is_heard() -> None:
    text = made()
    assert {one.text for one in text.show(1.2) if isinstance(one, ft.TextSpan)} == {"we", " had "}
    assert text.show(1.4) == []
    changed = text.show(2.0)
    assert len(changed) == len({id(one) for one in changed}) == 3
    assert all(isinstance(one, ft.TextSpan) for one in changed)


def test_numbers_fillers_and_pauses_are_its_marks() -> None:
    assert made().marks == [0.0, 3.0, 5.0]


LONG = ("so we cut it. " * 400).strip()


def long() -> SpokenText:
    """A take of 1,600 words."""
    passage = Passage(part="action", start_s=0.0, runs=(Run(LONG),))
    return SpokenText((passage,), spoken(LONG, words_per_minute=60), LIGHT, 600, lambda at_s: None)


def test_the_words_of_a_long_take_arrive_a_paragraph_at_a_time() -> None:
    text = long()
    sizes = [len(spans(text))]
    while text.arrive() is not None:
        sizes.append(len(spans(text)))
    assert (sizes[0] < 700, sizes[-1]) == (True, 1600)
    assert all(0 < after - before < 200 for before, after in pairwise(sizes))


def test_a_long_take_is_there_to_be_read_at_once() -> None:
    text = long()
    before = "".join(one.text or "" for one in spans(text))
    while text.arrive() is not None:
        assert "".join(one.text or "" for one in spans(text)) == before
    assert before == LONG


def test_a_word_that_has_not_arrived_is_marked_once_it_has() -> None:
    text = long()
    text.show(1500.2)
    assert heard(text) == []
    while text.arrive() is not None:
        pass
    text.show(1501.2)
    assert len(heard(text)) == 1


def test_a_screen_reader_hears_each_paragraph_as_one() -> None:
    text = made()
    assert [name for name in names(text.root) if len(name) > 10] == [
        "filler: Um, we had number: 41 carts.",
        " (pause of 2.0 s) I led.",
    ]
    held = [one for one in walk(text.root) if isinstance(one, ft.Semantics) and one.label]
    assert all(one.exclude_semantics for one in held)


def test_words_can_still_be_selected() -> None:
    lines = [one for one in walk(made().root) if isinstance(one, ft.Text) and one.spans]
    assert [line.selectable for line in lines] == [True, True]
