from datetime import UTC, datetime, timedelta, timezone

import pytest

from storybuilder.core.take import TakeId
from storybuilder.core.thinning import AllButLast, OlderThan, Rule
from storybuilder.practice.keeping import Space, Thinning
from storybuilder.ui.labels import NO_BREAK
from storybuilder.ui.recordings_rows import (
    RULES,
    room,
    space_words,
    thinned_words,
    thinning_words,
)


def space(**fields: object) -> Space:
    given = {
        "recordings": 34,
        "taken_bytes": 182_400_000,
        "oldest": datetime(2026, 8, 3, 23, 30, tzinfo=UTC),
        "wavs": 34,
        "leaving_bytes": 0,
        "aside": (),
        **fields,
    }
    return Space(**given)  # type: ignore[arg-type]


def plain(words: str) -> str:
    return words.replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("size_bytes", "told"),
    [(0, "0 MB"), (1, "less than 1 MB"), (600_000, "1 MB"), (1_530_000_000, "1.5 GB")],
)
def test_room_is_told_in_megabytes(size_bytes: int, told: str) -> None:
    assert plain(room(size_bytes)) == told


def test_space_is_told_with_the_oldest_recording() -> None:
    line, below = space_words(space(), UTC)
    assert (plain(line), below) == ("34 recordings take 182 MB.", "The oldest is of 3 August 2026.")


def test_the_day_is_that_of_the_person() -> None:
    assert space_words(space(), timezone(timedelta(hours=2)))[1].endswith("4 August 2026.")


def test_one_recording_is_told_as_one() -> None:
    assert plain(space_words(space(recordings=1), UTC)[0]) == "1 recording takes 182 MB."


def test_removed_sound_counts_until_it_is_deleted() -> None:
    line, below = space_words(space(recordings=0, oldest=None, leaving_bytes=12_000_000))
    assert line == "There are no recordings."
    assert plain(below) == "12 MB of removed sound are free once the program starts anew."


@pytest.mark.parametrize(
    ("rule", "takes", "told"),
    [
        (OlderThan(3), 2, "2 takes with 12 MB of sound are older than 3 months. "),
        (OlderThan(1), 1, "1 take with 12 MB of sound is older than 1 month. "),
        (AllButLast(), 2, "2 takes with 12 MB of sound are older than the last two of its story. "),
    ],
)
def test_what_would_go_is_told_before(rule: Rule, takes: int, told: str) -> None:
    thinning = Thinning((TakeId("t"),) * takes, 12_000_000)
    assert plain(thinning_words(thinning, rule)) == told + "Words and reports stay."


def test_that_nothing_would_go_is_told_too() -> None:
    assert thinning_words(Thinning((), 0), OlderThan(12)) == (
        "No take with sound is older than 12 months."
    )


def test_after_it_is_told_when_the_room_is_free() -> None:
    assert plain(thinned_words(Thinning((TakeId("t"),), 12_000_000))) == (
        "The sound of 1 take is gone; 12 MB are free once the program starts anew."
    )


def test_every_way_to_thin_has_a_name_of_its_own() -> None:
    assert len({label for label, _ in RULES}) == len({rule for _, rule in RULES}) == 5
