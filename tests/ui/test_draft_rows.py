from dataclasses import replace

import pytest

from storybuilder.core.live_check import check_draft
from storybuilder.core.story import Part
from storybuilder.core.threshold import Thresholds
from storybuilder.ui.draft_rows import PartNote, Remark, part_note
from tests.builders import story

RULES = Thresholds()
TARGET_S = 150
MISSING = Remark("△", "Missing", asks=True)


def note(part: Part, rules: Thresholds = RULES, **parts: str) -> PartNote:
    """The note of one part of a draft, at 120 words a minute."""
    return part_note(check_draft(story(**parts), 120, rules), part, TARGET_S, rules)


def words(number: int) -> str:
    return "so " * number


def test_a_part_is_held_against_its_share_of_the_target() -> None:
    found = note(Part.SITUATION, situation=words(40))
    assert (found.words, found.time.part, found.time.seconds) == (40, "situation", 20)
    assert (found.time.low_s, found.time.high_s) == pytest.approx((15, 37.5))


def test_a_good_part_needs_no_remark() -> None:
    assert note(Part.SITUATION, situation=words(40)).remarks == ()


@pytest.mark.parametrize(("number", "remarks"), [(28, 1), (29, 1), (30, 0), (75, 0)])
def test_a_part_is_thin_below_its_seconds(number: int, remarks: int) -> None:
    assert len(note(Part.SITUATION, situation=words(number)).remarks) == remarks


@pytest.mark.parametrize(
    ("number", "asked"), [(10, "Thin: 10 s more would do"), (29, "Thin: 1 s more would do")]
)
def test_a_thin_part_is_told_how_much_more_would_do(number: int, asked: str) -> None:
    assert note(Part.SITUATION, situation=words(number)).remarks == (Remark("▽", asked, True),)


@pytest.mark.parametrize("part", Part)
def test_a_missing_part_asks_once_another_is_written(part: Part) -> None:
    other = Part.TASK if part is Part.SITUATION else Part.SITUATION
    assert note(part, RULES, **{other.value: words(40)}).remarks == (MISSING,)


@pytest.mark.parametrize("part", Part)
def test_nothing_is_asked_of_an_empty_page(part: Part) -> None:
    assert note(part).remarks == (replace(MISSING, asks=False),)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I I we we", False),
        ("I we we we", True),
        ("we we we", False),
        ("we we we we", True),
        ("I I I I", False),
    ],
)
def test_the_action_asks_what_you_did_where_we_did_most(said: str, asked: bool) -> None:
    each = ". ".join(f"{who} ran it" for who in said.split())
    remarks = note(Part.ACTION, action=f"{each}. {words(160)}").remarks
    assert any(one.words.endswith("what did you do?") for one in remarks) == asked


def test_who_acted_is_asked_beside_the_action_alone() -> None:
    found = note(Part.SITUATION, situation=words(40), action="we ran it. " * 60)
    assert found.remarks == ()


def test_how_much_we_is_too_much_is_the_person_s_own_rule() -> None:
    action = "I ran it. we ran it. we ran it. we ran it. " + words(160)
    strict, mild = (replace(RULES, i_share_fix=share) for share in (0.26, 0.25))
    assert len(note(Part.ACTION, strict, action=action).remarks) == 1
    assert note(Part.ACTION, mild, action=action).remarks == ()


def test_a_result_without_a_number_is_asked_for_one() -> None:
    asked = Remark("!", "No number yet: how much, from what?", True)
    assert note(Part.RESULT, result=words(40)).remarks == (asked,)
    assert note(Part.SITUATION, situation=words(40)).remarks == ()


@pytest.mark.parametrize(("part", "sign"), [(Part.RESULT, "✓"), (Part.SITUATION, "·")])
def test_numbers_found_are_listed(part: Part, sign: str) -> None:
    found = note(part, RULES, **{part.value: f"It fell by 8 percent within 3 weeks. {words(40)}"})
    assert found.remarks == (Remark(sign, "Numbers: 8 percent and 3 weeks"),)


def test_more_than_three_numbers_are_counted() -> None:
    result = f"8 percent in 3 weeks for $40 and 12 nurses in 5 wards. {words(40)}"
    (remark,) = note(Part.RESULT, result=result).remarks
    assert remark.words == "Numbers: 8 percent, 3 weeks, $40 and 2 more"


def test_a_part_has_at_most_two_remarks_and_asks_first() -> None:
    action = "we cut 8 percent. we ran it. we ran it. we ran it."
    remarks = note(Part.ACTION, action=action).remarks
    assert [remark.sign for remark in remarks] == ["▽", "!"]


def test_a_target_of_seconds_still_has_a_range() -> None:
    check = check_draft(story(action=words(20)), 120, RULES)
    found = part_note(check, Part.ACTION, 15, RULES)
    assert (found.time.seconds, found.time.low_s, found.time.high_s) == pytest.approx(
        (10, 7.5, 10.5)
    )
    assert found.remarks == ()
