from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal

import pytest

from storybuilder.core.band import Band
from storybuilder.core.plain import Misfit, differing, from_plain, to_plain
from storybuilder.core.story import Part, StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    id: StoryId
    part: Part
    at: datetime
    mood: Literal["calm", "keen"] = "calm"
    count: int = 0
    share: float = 0.0
    done: bool = False
    band: Band | None = None
    rows: tuple[tuple[Part, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Outer:
    inner: Everything | None = None
    name: str = ""


NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLAIN = {
    "id": "s1",
    "part": "task",
    "at": "2026-11-20T12:00:00+00:00",
    "mood": "keen",
    "count": 3,
    "share": 0.5,
    "done": True,
    "band": [1.0, 2.0],
    "rows": [["action", 0.5]],
}
LEAST = {"id": "s1", "part": "task", "at": "2026-11-20T12:00:00+00:00"}


def everything() -> Everything:
    return Everything(
        id=StoryId("s1"),
        part=Part.TASK,
        at=NOON,
        mood="keen",
        count=3,
        share=0.5,
        done=True,
        band=Band(1.0, 2.0),
        rows=((Part.ACTION, 0.5),),
    )


def test_every_type_of_field_has_its_plain_form() -> None:
    assert to_plain(everything()) == PLAIN


def test_every_type_of_field_is_read_back() -> None:
    assert from_plain(Everything, PLAIN) == everything()


def test_a_time_is_kept_in_utc() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=5)))
    plain = to_plain(Everything(id=StoryId("s1"), part=Part.TASK, at=there))
    assert plain["at"] == "2026-11-20T12:00:00+00:00"


def test_a_time_is_read_into_utc() -> None:
    read = from_plain(Everything, {**LEAST, "at": "2026-11-20T17:00:00+05:00"})
    assert (read.at, read.at.tzinfo) == (NOON, UTC)


def test_a_missing_key_takes_its_default() -> None:
    assert from_plain(Everything, LEAST).mood == "calm"


def test_an_unknown_key_is_ignored() -> None:
    assert from_plain(Everything, {**LEAST, "mystery": 1}) == from_plain(Everything, LEAST)


def test_a_key_without_a_default_must_be_there() -> None:
    with pytest.raises(Misfit, match=r"^part is missing$"):
        from_plain(Everything, {"id": "s1", "at": "2026-11-20T12:00:00+00:00"})


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("id", 5),
        ("id", None),
        ("part", "plot"),
        ("part", ["task"]),
        ("at", "yesterday"),
        ("at", "2026-11-20T12:00:00"),
        ("at", "0001-01-01T00:00:00+05:00"),
        ("at", 12),
        ("mood", "angry"),
        ("count", 3.0),
        ("count", True),
        ("share", "0.5"),
        ("share", True),
        ("share", float("nan")),
        ("share", 10**400),
        ("done", 1),
        ("band", {}),
        ("band", [1.0]),
        ("band", [1.0, "2"]),
        ("rows", {"action": 0.5}),
        ("rows", [["action"]]),
        ("rows", [["action", 0.5, 0.6]]),
    ],
)
def test_a_wrong_type_names_its_field(field: str, wrong: object) -> None:
    with pytest.raises(Misfit, match=rf"^{field}\b"):
        from_plain(Everything, {**LEAST, field: wrong})


def test_the_way_to_a_wrong_field_is_named() -> None:
    with pytest.raises(Misfit, match=r"^inner\.count is not a whole number$"):
        from_plain(Outer, {"inner": {**LEAST, "count": "3"}})


def test_what_stands_in_a_wrong_field_is_not_told() -> None:
    with pytest.raises(Misfit) as failure:
        from_plain(Everything, {**LEAST, "mood": "secret"})
    assert "secret" not in str(failure.value)


def test_a_time_without_a_zone_cannot_be_kept() -> None:
    with pytest.raises(Misfit):
        to_plain(Everything(id=StoryId("s1"), part=Part.TASK, at=NOON.replace(tzinfo=None)))


def test_a_number_that_is_none_cannot_be_kept() -> None:
    with pytest.raises(Misfit):
        to_plain(Everything(id=StoryId("s1"), part=Part.TASK, at=NOON, share=float("inf")))


def test_only_what_differs_is_told_at_any_depth() -> None:
    usual = Outer(from_plain(Everything, LEAST))
    chosen = Outer(from_plain(Everything, {**LEAST, "band": [1, 2]}))
    assert differing(chosen, usual) == {"inner": {"band": [1.0, 2.0]}}


def test_nothing_differs_from_itself() -> None:
    assert differing(everything(), everything()) == {}
