"""Date marks: dates of a draft that the material does not hold, or holds of another event."""

from collections.abc import Iterator, Sequence

from storybuilder.core.coaching.claim import Mark
from storybuilder.core.coaching.dated import Dated, Piece
from storybuilder.core.coaching.kinship import calls_of
from storybuilder.core.coaching.material import Material
from storybuilder.core.coaching.passage import Passage
from storybuilder.core.coaching.told import told_in

_HALF_DAY, _HOUR = 720, 60
_TELLING = 10
"""A figure this large tells by itself which sentence is meant."""


def date_marks(passage: Passage, dates: Sequence[Dated], material: Material) -> Iterator[Mark]:
    """The dates of one passage of a draft that cannot be traced."""
    for one in dates:
        unknown = [
            piece for piece in sorted(one.pieces, key=str) if not _is_told(piece, one, material)
        ]
        if unknown:
            yield Mark(one.first, one.end, "date", "unknown", unknown[0][0])
        elif _is_mixed(one, material) or _is_moved(passage, one, dates, material):
            yield Mark(one.first, one.end, "date", "moved", min(one.pieces, key=str)[0])


def _all_dates(material: Material) -> Iterator[Dated]:
    return (one for dates in material.dates for one in dates)


def _is_told(piece: Piece, one: Dated, material: Material) -> bool:
    kind, value = piece
    if kind == "clock" and isinstance(value, int):
        return _is_clock_told(value, one.afternoon, material)
    if any(piece in other.pieces for other in _all_dates(material)):
        return True
    figures = (told for passage in material.told for told in passage)
    if kind in ("day", "quarter"):
        return any(told.value == value and not told.unit for told in figures)
    return kind == "year" and any(told.value == value for told in figures)


def _is_clock_told(minutes: int, afternoon: bool | None, material: Material) -> bool:
    """ "9:30" of "half past nine", "4 pm" of "at four", "5:50" of "5 minutes 50"."""
    for other in _all_dates(material):
        if ("clock", minutes) in other.pieces and None in (afternoon, other.afternoon):
            return True
        if ("clock", minutes) in other.pieces and afternoon is other.afternoon:
            return True
    for told in (told for passage in material.told for told in passage):
        if told.kind == "duration" and told.value in (minutes, minutes + _HALF_DAY):
            return True
        hour = told.value * _HOUR % _HALF_DAY == minutes and told.value <= 24
        if hour and not told.unit:
            return True
    return False


def _is_mixed(one: Dated, material: Material) -> bool:
    """Whether its pieces belong to different dates: March of 2023 and 2024, never March 2023."""
    if len(one.pieces) < 2:
        return False
    others = list(_all_dates(material))
    if any(one.pieces <= other.pieces for other in others):
        return False
    kinds = {kind for kind, _ in one.pieces}
    return any(
        one.pieces & other.pieces
        and any(kind in kinds and (kind, value) not in one.pieces for kind, value in other.pieces)
        for other in others
    )


def _is_moved(passage: Passage, one: Dated, dates: Sequence[Dated], material: Material) -> bool:
    """Whether its sentence tells of another date of this kind, and of nothing told of this one."""
    kinds = {kind for kind, _ in one.pieces}
    words = [
        word.root
        for word in passage.words
        if not word.neutral
        and not one.first <= word.at < one.end
        and word.clause == passage.clauses[one.first]
    ]
    own = rival = False
    dated = {at for other in dates for at in range(other.first, other.end)}
    figures = [told for told in told_in(passage) if told.first not in dated]
    values = {told.value for told in figures if told.value >= _TELLING}
    for source, told_dates, told_figures in zip(
        material.passages, material.dates, material.told, strict=True
    ):
        shares = any(calls_of(word) & source.kin for word in words)
        shares = shares or bool(values & {told.value for told in told_figures})
        own = own or (shares and any(one.pieces & other.pieces for other in told_dates))
        rival = rival or (
            shares
            and any(kind in kinds for other in told_dates for kind, _ in other.pieces - one.pieces)
        )
    return rival and not own and "clock" not in kinds
