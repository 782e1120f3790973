from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storybuilder.adapters.parser import SpacyParser

PARSER = SpacyParser()


def cut(text: str) -> list[str]:
    return [sentence.text for sentence in PARSER.sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I asked. I went!", ["I asked.", "I went!"]),
        ("It fell by 3.5 percent. Good.", ["It fell by 3.5 percent.", "Good."]),
        ("Some tools, e.g. Excel, helped.", ["Some tools, e.g. Excel, helped."]),
        ("It helped, i.e. it worked.", ["It helped, i.e. it worked."]),
        ("I met Dr. Smith. We spoke.", ["I met Dr. Smith.", "We spoke."]),
        ("It took approx. 40 days.", ["It took approx. 40 days."]),
        ("It was us vs. Them.", ["It was us vs. Them."]),
        ("I joined Acme Inc. in May.", ["I joined Acme Inc. in May."]),
        ("I joined Acme Inc. Then I left.", ["I joined Acme Inc.", "Then I left."]),
        ("We met at 5 p.m. and left.", ["We met at 5 p.m. and left."]),
        ("J. Smith came.", ["J. Smith came."]),
        ("He left. (It was fine.) OK.", ["He left.", "(It was fine.)", "OK."]),
        ("He left.\n**", ["He left.\n**"]),
        ("It was... hard.", ["It was... hard."]),
        ("Really?! Yes.", ["Really?!", "Yes."]),
        ("I was at St Brigid's. Nobody came.", ["I was at St Brigid's.", "Nobody came."]),
        ("They can’t. Nobody can’t.", ["They can’t.", "Nobody can’t."]),
        ("THEY CAN'T. NOBODY CAME.", ["THEY CAN'T.", "NOBODY CAME."]),
        ("It was plan B. Smith came.", ["It was plan B. Smith came."]),
        ("So did I. They stayed.", ["So did I.", "They stayed."]),
        ("He said no. Maria left.", ["He said no.", "Maria left."]),
        ("It was in room no. 5 then.", ["It was in room no. 5 then."]),
        ("It cost £1.3m. The board knew.", ["It cost £1.3m.", "The board knew."]),
        ("It took 60 s. Then it ran.", ["It took 60 s.", "Then it ran."]),
        ("She took a PhD. And she left.", ["She took a PhD.", "And she left."]),
        ("It was late. **Task:** I had to go.", ["It was late.", "**Task:** I had to go."]),
    ],
)
def test_a_point_ends_a_sentence_only_where_one_ends(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_every_line_is_a_sentence_of_its_own() -> None:
    assert cut("- asked the team\n- wrote it down\n\nDone") == [
        "- asked the team",
        "- wrote it down",
        "Done",
    ]


def test_the_number_of_a_list_stays_with_its_line() -> None:
    assert cut("1. I asked.\n2. I went.") == ["1. I asked.", "2. I went."]


RUN_ON = (
    "so i was at the shop and there was a queue and everybody was angry because the till was "
    "broken and my task was to fix it before noon and then i called the engineer and after that "
    "i opened the second till and in the end the queue was gone"
)


def test_speech_without_points_is_cut_where_a_new_step_begins() -> None:
    assert [piece.split()[:3] for piece in cut(RUN_ON)] == [
        ["so", "i", "was"],
        ["and", "my", "task"],
        ["and", "then", "i"],
        ["and", "after", "that"],
        ["and", "in", "the"],
    ]


def test_forty_words_are_not_cut_and_forty_one_are() -> None:
    forty = "word " * 30 + "and then we all went home that same day"
    assert len(forty.split()) == 39
    assert len(cut(forty + " once")) == 1
    assert len(cut(forty + " once more")) == 2


def test_spaces_between_words_do_not_move_the_cuts() -> None:
    assert [piece.split() for piece in cut(RUN_ON.replace(" ", "  "))] == [
        piece.split() for piece in cut(RUN_ON)
    ]


def test_what_one_did_not_do_begins_no_step() -> None:
    assert len(cut("word " * 38 + "about what I did not know yet")) == 1
    assert len(cut("word " * 38 + "what I did first was to ask")) == 2


def test_a_text_without_words_loses_nothing() -> None:
    assert cut("") == []
    assert cut(" \n ") == []
    assert cut("...") == ["..."]
    assert cut("42.") == ["42."]


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet='abI. !?\n()"“1-,:…e.gDr*漢é\t\u00a0', max_size=60) | st.text(max_size=60))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    left, end = list(text), 0
    for sentence in PARSER.sentences(text):
        assert text[sentence.start_char : sentence.end_char] == sentence.text
        assert sentence.start_char >= end
        assert sentence.text == sentence.text.strip() != ""
        end = sentence.end_char
        left[sentence.start_char : end] = [" "] * len(sentence.text)
    assert not "".join(left).strip()


def test_several_threads_may_share_a_parser() -> None:
    shared = SpacyParser()
    texts = [f"I asked {number}. I went." for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(shared.sentences, texts))
    assert [sentences[0].text for sentences in found] == [f"I asked {n}." for n in range(24)]
