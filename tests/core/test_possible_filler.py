"""Which sounds of the voice may be fillers that the transcript does not have."""

import wave
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.adapters.audio_files import DecodedAudioFiles
from storybuilder.adapters.voice_finder import SileroVoiceFinder
from storybuilder.core.possible_filler import possible_fillers
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span, Voice
from tests.builders import voiced
from tests.speech import samples, say

BEFORE, AFTER = (0.5, 3.0), (5.0, 9.0)
WORDS = (
    Word("we", 0.6, 1.0),
    Word("cut", 1.0, 3.0),
    Word("the", 5.1, 5.5),
    Word("queue", 5.5, 9.0),
)
AN_UM = (3.6, 4.0)


def heard(*more: Word) -> Transcript:
    return Transcript(tuple(sorted((*WORDS, *more), key=lambda word: word.start_s)))


def found(voice: Voice, *more: Word) -> list[tuple[float, float]]:
    return [(span.start_s, span.end_s) for span in possible_fillers(heard(*more), voice)]


def test_a_short_sound_between_two_silences_without_a_word_is_one() -> None:
    assert found(voiced(10.0, BEFORE, AN_UM, AFTER)) == [AN_UM]


def test_one_before_the_first_word_is_found() -> None:
    words = Transcript((Word("We", 1.5, 2.0), Word("led", 2.0, 4.0)))
    assert possible_fillers(words, voiced(5.0, (0.4, 0.8), (1.4, 4.0))) == (Span(0.4, 0.8),)


@pytest.mark.parametrize(
    ("sound", "is_one"),
    [
        ((3.5, 3.64), False),
        ((3.5, 3.66), True),
        ((3.5, 4.19), True),
        ((3.5, 4.21), False),
        ((3.29, 3.7), False),
        ((3.31, 3.7), True),
        ((4.2, 4.69), True),
        ((4.2, 4.71), False),
    ],
)
def test_it_is_neither_a_click_nor_a_phrase_and_stands_alone(
    sound: tuple[float, float], is_one: bool
) -> None:
    assert bool(found(voiced(10.0, BEFORE, sound, AFTER))) is is_one


@pytest.mark.parametrize(
    "word",
    [
        Word("um", 3.6, 4.0),
        Word("um", 3.1, 4.0),  # begins in the silence before
        Word("um", 3.05, 3.4),  # put into the silence before
        Word("So", 4.3, 4.7),  # put into the silence after
        Word("So", 4.8, 5.1),  # reaches into the next stretch
        Word("um", 4.5, 4.5),  # without any length
    ],
)
def test_a_word_that_may_lie_in_it_speaks_against_it(word: Word) -> None:
    assert found(voiced(10.0, BEFORE, AN_UM, AFTER), word) == []


@pytest.mark.parametrize(
    "word",
    [
        Word("Then", 3.5, 5.2),  # begins much too early, as first words after a silence do
        Word("there", 2.8, 3.9),  # ends much too late
        Word("a", 4.95, 5.05),
    ],
)
def test_a_word_at_home_in_another_stretch_does_not(word: Word) -> None:
    assert found(voiced(10.0, BEFORE, AN_UM, AFTER), word) == [AN_UM]


def test_what_follows_the_last_word_is_no_part_of_the_answer() -> None:
    assert found(voiced(12.0, BEFORE, AFTER, (10.0, 10.4))) == []


@pytest.mark.parametrize("voice", [None, voiced(10.0), voiced(10.0, AN_UM)])
def test_without_words_or_without_a_voice_there_is_none(voice: Voice | None) -> None:
    assert possible_fillers(Transcript(), voice) == ()
    assert possible_fillers(heard(), None) == ()


def test_an_unbroken_voice_has_none() -> None:
    assert found(voiced(10.0)) == []


@st.composite
def takes(draw: st.DrawFn) -> tuple[Transcript, Voice]:
    """Any stretches of voice in order, and any words in order."""
    edges = sorted(draw(st.lists(st.floats(0, 30), unique=True, max_size=24)))
    speech = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    times = sorted(draw(st.lists(st.floats(0, 30), max_size=24)))
    words = tuple(Word("w", a, b) for a, b in zip(times[::2], times[1::2], strict=False))
    return Transcript(words), Voice(30.0, speech)


@given(takes())
def test_each_is_a_stretch_of_the_voice_that_no_word_lies_wholly_in(
    take: tuple[Transcript, Voice],
) -> None:
    transcript, voice = take
    for sound in possible_fillers(transcript, voice):
        assert sound in voice.speech
        assert not any(
            sound.start_s <= word.start_s and word.end_s <= sound.end_s for word in transcript.words
        )


@given(takes(), st.floats(0, 30), st.floats(0, 3))
def test_one_word_more_never_makes_more_of_them_but_at_the_end(
    take: tuple[Transcript, Voice], start_s: float, length_s: float
) -> None:
    transcript, voice = take
    before = possible_fillers(transcript, voice)
    more = Word("w", start_s, start_s + length_s)
    words = sorted((*transcript.words, more), key=lambda word: word.start_s)
    after = possible_fillers(Transcript(tuple(words)), voice)
    last_s = transcript.words[-1].start_s if transcript.words else 0.0
    assert all(sound in before or sound.end_s > last_s for sound in after)


RATE_HZ = 16_000
SAID = ("My team had to fix a customer problem.", "So I listened.", "We changed the database.")
UM_AT_S = 0.6
"""After each of the sentences but the last: this much silence, an um, as much silence again."""


def spoken(text: str, folder: Path) -> bytes:
    """Samples of a text without the silence around it."""
    wav = folder / "said.wav"
    DecodedAudioFiles().bring_in(say(text, folder / "raw.wav"), wav)
    sound = samples(wav)
    loud = [at for at, sample in enumerate(sound) if abs(sample) > 200]
    return sound[loud[0] : loud[-1]].tobytes()


def test_an_um_between_silences_is_found_in_real_speech(tmp_path: Path) -> None:
    silence, um = bytes(round(UM_AT_S * RATE_HZ) * 2), spoken("um", tmp_path)
    sound, words, ums = silence, list[Word](), list[float]()
    for sentence in SAID:
        start_s = len(sound) / 2 / RATE_HZ
        sound += spoken(sentence, tmp_path)
        words.append(Word(sentence, start_s, len(sound) / 2 / RATE_HZ))
        ums.append(len(sound) / 2 / RATE_HZ + UM_AT_S)
        sound += silence + um + silence
    with wave.open(str(tmp_path / "take.wav"), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes(sound)
    voice = SileroVoiceFinder().find(tmp_path / "take.wav")
    sounds = possible_fillers(Transcript(tuple(words)), voice)
    assert [sound.start_s for sound in sounds] == pytest.approx(ums[:-1], abs=0.1)
    heard = [Word("um", at_s, at_s + 0.4) for at_s in ums[:-1]]
    everything = sorted((*words, *heard), key=lambda word: word.start_s)
    assert possible_fillers(Transcript(tuple(everything)), voice) == ()
