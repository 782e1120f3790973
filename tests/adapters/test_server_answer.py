import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.adapters.server_answer import Answer, AnswerMisfit, is_repeating, read_answer
from storybuilder.adapters.whisper import PROMPT, is_echo

JSON = "application/json"


def heard(answer: object, seconds: float = 10.0) -> Answer:
    return read_answer(json.dumps(answer).encode(), JSON, seconds, is_echo)


def timed(*words: tuple[str, float, float]) -> list[dict[str, object]]:
    return [{"word": word, "start": start, "end": end} for word, start, end in words]


def shown(answer: Answer) -> list[tuple[str, float, float]]:
    return [(word.text, round(word.start_s, 2), round(word.end_s, 2)) for word in answer.words]


# ---------------------------------------------------------------- words with times
def test_words_get_their_times_from_the_words_and_their_punctuation_from_the_text() -> None:
    words = timed(("Well", 0.5, 0.8), ("I", 1.0, 1.1), ("led", 1.1, 1.4), ("it", 1.4, 1.5))
    answer = heard({"text": "Well, I led it.", "words": words})
    assert shown(answer) == [
        ("Well,", 0.5, 0.8),
        ("I", 1.0, 1.1),
        ("led", 1.1, 1.4),
        ("it.", 1.4, 1.5),
    ]
    assert not answer.rough


def test_tokens_inside_segments_are_put_together_to_words() -> None:
    tokens = timed((" That", 0.2, 0.3), ("'s", 0.4, 0.5), (" one", 0.6, 0.7), (".", 0.7, 0.7))
    segment = {"text": " That's one.", "start": 0, "end": 5, "words": tokens}
    answer = heard({"text": " That's one.\n", "segments": [segment]})
    assert shown(answer) == [("That's", 0.2, 0.5), ("one.", 0.6, 0.7)]
    assert not answer.rough


def test_one_written_word_that_was_heard_as_two_spans_both() -> None:
    words = timed(("e", 0.0, 0.2), ("mail", 0.2, 0.6))
    assert shown(heard({"text": "E-mail!", "words": words})) == [("E-mail!", 0.0, 0.6)]


def test_words_that_differ_from_the_text_stay_as_they_are() -> None:
    words = timed(("fifty", 0.0, 0.5), ("percent", 0.5, 1.0), ("-", 1.0, 1.0))
    answer = heard({"text": "50%", "words": words})
    assert shown(answer) == [("fifty", 0.0, 0.5), ("percent", 0.5, 1.0)]


def test_a_text_without_spaces_keeps_the_words() -> None:
    words = timed(*((letter, at, at + 1.0) for at, letter in enumerate("我们成功了")))
    assert len(heard({"text": "我们成功了。", "words": words}).words) == 5


def test_how_sure_the_server_was_is_kept_where_it_makes_sense() -> None:
    words = timed(("I", 0.0, 0.1), ("led", 0.1, 0.4), ("it", 0.4, 0.5))
    for word, sure in zip(words, [0.9, 7, None], strict=True):
        word["probability"] = sure
    answer = heard({"text": "I led it", "words": words})
    assert [word.probability for word in answer.words] == [0.9, None, None]


# ---------------------------------------------------------------- times by length
def test_words_without_times_are_spread_over_their_segment() -> None:
    segments = [
        {"text": "I led", "start": 1.0, "end": 4.0},
        {"text": "it", "start": 6.0, "end": 7.0},
    ]
    answer = heard({"text": "I led it", "segments": segments, "words": None})
    assert shown(answer) == [("I", 1.0, 2.0), ("led", 2.0, 4.0), ("it", 6.0, 7.0)]
    assert answer.rough


def test_a_text_alone_is_spread_over_all_that_was_sent() -> None:
    answer = heard({"text": "I led"}, seconds=6.0)
    assert (shown(answer), answer.rough) == ([("I", 0.0, 2.0), ("led", 2.0, 6.0)], True)


@pytest.mark.parametrize(
    "times",
    [
        [(0, 1_000_000_000), (1_000_000_000, 2_000_000_000)],
        [(5.0, 4.0), (6.0, 7.0)],
        [(8.0, 9.0), (1.0, 2.0)],
        [(-5.0, 1.0), (1.0, 2.0)],
        [(0.0, 0.0), (0.0, 0.0)],
        [(0.0, 12.0), (12.0, 14.0)],
        [(0.0, None), (1.0, 2.0)],
        [("0", "1"), (1.0, 2.0)],
        [(True, True), (1.0, 2.0)],
        [(0, 10**400), (1.0, 2.0)],
    ],
)
@pytest.mark.parametrize("where", ["words", "segments"])
def test_times_that_make_no_sense_are_not_used(times: list[Any], where: str) -> None:
    found = [
        {"word": text, "text": text, "start": start, "end": end}
        for text, (start, end) in zip(["I", "led"], times, strict=True)
    ]
    answer = heard({"text": "I led", where: found}, seconds=6.0)
    assert shown(answer) == [("I", 0.0, 2.0), ("led", 2.0, 6.0)]
    assert answer.rough


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e999"])
def test_numbers_that_are_none_are_not_used(number: bytes) -> None:
    body = b'{"text": "I", "words": [{"word": "I", "start": 0, "end": %s}]}' % number
    assert shown(read_answer(body, JSON, 2.0, is_echo)) == [("I", 0.0, 2.0)]


def test_times_a_little_off_are_put_in_order() -> None:
    words = timed(("I", -0.2, 0.5), ("led", 0.3, 0.9), ("it", 9.5, 10.8))
    assert shown(heard({"text": "I led it", "words": words})) == [
        ("I", 0.0, 0.5),
        ("led", 0.5, 0.9),
        ("it", 9.5, 10.0),
    ]


# ---------------------------------------------------------------- what nobody said
@pytest.mark.parametrize("text", [PROMPT, f" {PROMPT}", f"{PROMPT} {PROMPT}", PROMPT.lower()])
def test_an_echo_of_the_prompt_is_not_heard(text: str) -> None:
    segment = {"text": text, "start": 0.0, "end": 5.0}
    assert heard({"text": text}) == heard({"text": text, "segments": [segment]}) == Answer()


def test_a_text_that_goes_round_in_circles_is_not_heard() -> None:
    assert heard({"text": "and then we did it " * 12}) == Answer()


@pytest.mark.parametrize(
    "figures",
    [
        {"avg_logprob": -1.2, "no_speech_prob": 0.7},
        {"compression_ratio": 2.5},
    ],
)
def test_a_segment_that_the_server_itself_doubts_is_not_heard(figures: dict[str, float]) -> None:
    segments = [
        {"text": "I led it.", "start": 0.0, "end": 2.0},
        {"text": "Thank you.", "start": 5.0, "end": 9.0, **figures},
    ]
    words = timed(("I", 0, 1), ("led", 1, 1.5), ("it", 1.5, 2), ("Thank", 5, 7), ("you", 7, 9))
    answer = heard({"text": "I led it. Thank you.", "segments": segments, "words": words})
    assert [word.text for word in answer.words] == ["I", "led", "it."]
    assert not answer.rough


def test_placeholders_for_figures_are_no_doubt() -> None:
    figures = {"avg_logprob": -1.0, "compression_ratio": -1.0, "no_speech_prob": None}
    answer = heard({"text": "I", "segments": [{"text": "I", "start": 0, "end": 1, **figures}]})
    assert [word.text for word in answer.words] == ["I"]


@pytest.mark.parametrize("answer", [{"text": ""}, {"text": " ... "}, {"text": "", "segments": []}])
def test_silence_has_no_words(answer: object) -> None:
    assert heard(answer) == Answer()


@pytest.mark.parametrize(("words", "fits"), [(40, True), (41, False)])
def test_more_words_than_can_be_spoken_are_refused(words: int, fits: bool) -> None:
    text = " ".join(f"w{at * 7919 % 100_000}" for at in range(words))
    if fits:
        assert len(heard({"text": text}, seconds=2.0).words) == words
    else:
        with pytest.raises(AnswerMisfit, match="more words than can be spoken"):
            heard({"text": text}, seconds=2.0)


# ---------------------------------------------------------------- what is no transcript
@pytest.mark.parametrize(
    ("body", "kind", "why"),
    [
        (b"<html></html>", "text/html; charset=utf-8", "a web page"),
        (b"<html></html>", JSON, "no JSON"),
        (b"", JSON, "no JSON"),
        (b"{" * 50_000, JSON, "no JSON"),
        (b"[" * 50_000, JSON, "no JSON"),
        (b"9" * 10_000, JSON, "no JSON"),
        (b"\xff\xfe\x00", JSON, "no text"),
        (b"[1]", JSON, "no transcript"),
        (b'{"error": {"message": "no model"}}', JSON, "no transcript"),
    ],
)
def test_what_is_no_transcript_is_refused(body: bytes, kind: str, why: str) -> None:
    with pytest.raises(AnswerMisfit, match=why):
        read_answer(body, kind, 5.0, is_echo)


def test_what_can_be_neither_shown_nor_kept_is_left_out() -> None:
    answer = heard({"text": "I\x00 led\ud800 it\x1b[31m"})
    assert " ".join(word.text for word in answer.words).encode()
    assert all(word.text.isprintable() for word in answer.words)


def test_a_repeating_text_is_told_from_an_ordinary_one() -> None:
    assert is_repeating("we did it, " * 20)
    assert not is_repeating("I found that most of the returns came from one size of shoe.")
    assert not is_repeating("")


nonsense = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["text", "word", "words", "segments", "start", "end", "avg_logprob"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(nonsense, st.floats(0.1, 30))
def test_any_answer_gives_words_in_order_or_is_refused(found: Any, seconds: float) -> None:
    try:
        answer = heard(found, seconds)
    except AnswerMisfit:
        return
    times = [time for word in answer.words for time in (word.start_s, word.end_s)]
    assert times == sorted(times)
    assert all(0 <= time <= seconds for time in times)
    assert all(word.text.split() == [word.text] for word in answer.words)
