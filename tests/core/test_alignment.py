from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.alignment import Alignment, align
from storybuilder.core.drafts.beat import Beat, beats_of
from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.hint import Hint
from storybuilder.core.story import Part
from tests.builders import sentences_of, story

STORY = story(
    situation="The bakery sent out wrong orders every morning.\nCustomers rang to complain.",
    task="I had to halve the wrong orders before the holidays.",
    action="I asked the drivers to photograph every crate.\nI wrote a list for the packers.",
    result="Wrong orders fell from 30 to 9 a week.\nThe owner thanked the packers.",
)
DRAFT = beats_of(STORY)
TEXTS = st.text(
    st.sampled_from("I asked 15 % of them, drivers orders crate.\n Ünd é 9"), max_size=80
)


def aligned(*said: str, draft: tuple[Beat, ...] = DRAFT) -> Alignment:
    text = "\n".join(said)
    return align(draft, text, sentences_of(text) if said else ())


def likeliest(hint: Hint) -> str:
    """The label that a hint speaks for; empty if for none."""
    best = max(hint.weights, key=lambda label: hint.weights[label])
    return best if hint.weights[best] > 1 else ""


def labels(*said: str) -> str:
    return "".join(likeliest(hint) or "-" for hint in aligned(*said).hints)


def test_a_draft_read_aloud_is_beyond_doubt() -> None:
    found = aligned(*(beat.text for beat in DRAFT))
    assert "".join(hint.surely for hint in found.hints) == "SSTAARR"


def test_another_way_to_say_it_speaks_for_its_part() -> None:
    assert labels("So the drivers had to photograph each of the crates.") == "A"
    assert labels("From thirty wrong orders a week we came down to nine.") == "R"


def test_what_is_made_up_on_the_spot_says_nothing() -> None:
    ad_lib = aligned("I still laugh about that winter.").hints[0]
    assert ad_lib == Hint()
    assert set(ad_lib.weights) == set(LABELS)


def test_order_tells_apart_what_words_cannot() -> None:
    same = (
        Beat("I counted every crate in the bakery.", Part.SITUATION),
        Beat("The drivers went home early.", Part.TASK),
        Beat("I counted every crate in the bakery again.", Part.RESULT),
    )
    said = (
        "I counted each crate in the bakery",
        "drivers early home",
        "counted bakery crates then",
    )
    found = aligned(*said, draft=same)
    assert likeliest(found.hints[0]) == "S"
    assert likeliest(found.hints[2]) == "R"


def test_a_story_told_from_its_end_keeps_its_parts() -> None:
    found = labels(
        "Wrong orders went down from 30 to nine a week.",
        "The bakery had been sending wrong orders each morning.",
        "I asked drivers to photograph each crate.",
        "And I wrote the packers a list.",
    )
    assert found == "RSAA"


def test_out_of_order_counts_less_than_in_order() -> None:
    photograph = "The drivers photograph the crate."
    in_order = aligned("Customers rang to complain.", photograph).hints[1].weights["A"]
    after = aligned("Wrong orders fell from 30 to 9 a week.", photograph)
    assert 1 < after.hints[1].weights["A"] < in_order


def test_a_draft_of_one_part_says_nothing_of_parts() -> None:
    found = aligned("I asked the drivers.", draft=beats_of(story(action="I asked the drivers.")))
    assert found.hints == ()
    assert found.beats[0].said


def test_a_beat_was_said_where_most_of_it_stands() -> None:
    said = "Um, right. We had the drivers photograph each crate from then on."
    (beat,) = (one for one in aligned(said).beats if one.said)
    assert beat.text == "I asked the drivers to photograph every crate."
    assert beat.span is not None
    assert said[slice(*beat.span)] == "drivers photograph each crate"


def test_a_name_that_comes_up_again_is_not_the_whole_beat() -> None:
    draft = (
        Beat("Harold keeps a long waiting list for repairs now.", Part.RESULT),
        Beat("It was me.", Part.TASK),
    )
    assert [beat.said for beat in aligned("Harold came.", draft=draft).beats] == [False, None]


def test_without_a_draft_or_words_there_is_nothing_to_lay_beside() -> None:
    assert aligned("I asked.", draft=()).hints == ()
    assert aligned().hints == ()
    assert not any(beat.said for beat in aligned().beats)


@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, max_size=8))
def test_every_sentence_has_a_hint_and_every_span_lies_in_the_text(
    drafted: list[str], said: list[str]
) -> None:
    beats = tuple(Beat(text, list(Part)[at % 4]) for at, text in enumerate(drafted))
    text = "\n".join(said)
    sentences = sentences_of(text)
    found = align(beats, text, sentences)
    assert len(found.hints) == (len(sentences) if len({b.part for b in beats}) > 1 else 0)
    assert all(weight >= 1 for hint in found.hints for weight in hint.weights.values())
    assert [beat.text for beat in found.beats] == drafted
    assert all(0 <= a <= b <= len(text) for a, b in (x.span for x in found.beats if x.span))
