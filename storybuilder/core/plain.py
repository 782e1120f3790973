"""How any frozen value becomes plain data and back, by the types of its fields.

A field stands under its own name: times as ISO text in UTC, an enumeration as its value, a value
inside a value as a dict of its own, the smallest and most frequent ones (`ROWS`) as a bare list.
Reading ignores keys it does not know and gives a missing key its default. Everything else that
does not fit raises Misfit.
"""

import math
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from typing import Literal, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from storybuilder.core.band import Band
from storybuilder.core.transcript import Word
from storybuilder.core.voice import Span

Document = dict[str, object]
Value = TypeVar("Value")
Reader = Callable[[object], object]

ROWS = (Word, Span, Band)
"""Kept as lists in the order of their fields: there are hundreds of words in a take."""
_NOTHING: object = type(None)


class Misfit(ValueError):
    """What does not fit, and in which field; never what stands in it."""

    def __init__(self, why: str, *path: str) -> None:
        super().__init__(f"{'.'.join(path)} {why}".strip())
        self.why, self.path = why, path


def to_plain(value: object) -> Document:
    """A frozen value, ready for JSON. Raises Misfit for a number or time that has no plain form."""
    return {field.name: _plain(getattr(value, field.name)) for field in _kept_fields(type(value))}


def differing(value: object, usual: object) -> Document:
    """Only the fields of a value that differ from the usual one, at any depth."""
    document: Document = {}
    for field in _kept_fields(type(value)):
        chosen, default = getattr(value, field.name), getattr(usual, field.name)
        if chosen == default:
            continue
        nested = is_dataclass(chosen) and not isinstance(chosen, ROWS)
        document[field.name] = differing(chosen, default) if nested else _plain(chosen)
    return document


def from_plain(kind: type[Value], found: object) -> Value:
    """The value of this kind that was made plain. Raises Misfit."""
    return cast("Value", _reader(cast("Hashable", kind))(found))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return _utc(value).isoformat()
    if isinstance(value, float):
        return _finite(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, ROWS):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return to_plain(value) if is_dataclass(value) else value


def _kept_fields(kind: type) -> tuple[Field[object], ...]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is no value")
    return fields(kind)


@cache
def _reader(hint: Hashable) -> Reader:
    if hint in _SIMPLE:
        return _SIMPLE[cast("type", hint)]
    if isinstance(hint, NewType):
        return _reader(hint.__supertype__)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of({member.value: member for member in hint})
    if isinstance(hint, type) and is_dataclass(hint):
        return _row(hint) if issubclass(hint, ROWS) else _record(hint)
    return _composed(get_origin(hint), get_args(hint))


def _composed(origin: object, inner: tuple[Hashable, ...]) -> Reader:
    if origin is Literal:
        return _one_of({choice: choice for choice in inner})
    if origin in (Union, types.UnionType) and inner[-1] == _NOTHING:
        return _or_none(_reader(inner[0]))
    if origin is tuple and inner[1:] == (...,):
        return _many(_reader(inner[0]))
    if origin is tuple:
        return _few(tuple(_reader(hint) for hint in inner))
    raise TypeError(f"no way is known to keep {origin}")


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise Misfit("is not a text")
    return found


def _whole(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool):
        raise Misfit("is not a whole number")
    return found


def _number(found: object) -> float:
    if not isinstance(found, int | float) or isinstance(found, bool):
        raise Misfit("is not a number")
    return _finite(found)


def _yes_or_no(found: object) -> bool:
    if not isinstance(found, bool):
        raise Misfit("is neither true nor false")
    return found


def _time(found: object) -> datetime:
    try:
        return _utc(datetime.fromisoformat(_text(found)))
    except ValueError as error:
        raise Misfit("is not a time with its zone") from error


_SIMPLE: Mapping[type, Reader] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _yes_or_no,
    datetime: _time,
}


def _utc(time: datetime) -> datetime:
    if time.tzinfo is None:
        raise Misfit("is a time without its zone")
    try:
        return time.astimezone(UTC)
    except OverflowError as error:
        raise Misfit("is a time beyond the calendar") from error


def _finite(number: float) -> float:
    try:
        real = float(number)
    except OverflowError as error:
        raise Misfit("is too large a number") from error
    if not math.isfinite(real):
        raise Misfit("is not a finite number")
    return real


def _one_of(choices: Mapping[object, object]) -> Reader:
    def read(found: object) -> object:
        if not isinstance(found, str) or found not in choices:
            raise Misfit(f"is none of {', '.join(map(str, choices))}")
        return choices[found]

    return read


def _or_none(reader: Reader) -> Reader:
    return lambda found: None if found is None else reader(found)


def _many(reader: Reader) -> Reader:
    return lambda found: tuple([reader(item) for item in _list(found)])


def _few(readers: tuple[Reader, ...]) -> Reader:
    def read(found: object) -> tuple[object, ...]:
        if len(items := _list(found)) != len(readers):
            raise Misfit(f"is not a list of {len(readers)}")
        return tuple(reader(item) for reader, item in zip(readers, items, strict=True))

    return read


def _list(found: object) -> list[object]:
    if not isinstance(found, list):
        raise Misfit("is not a list")
    return found


def _row(kind: type) -> Reader:
    names = [field.name for field in _kept_fields(kind)]
    record = _record(kind)
    return lambda found: record(dict(zip(names, _list(found), strict=False)))


def _record(kind: type) -> Reader:
    hints = get_type_hints(kind)
    readers = [(field, _reader(hints[field.name])) for field in _kept_fields(kind)]

    def read(found: object) -> object:
        if not isinstance(found, dict):
            raise Misfit("is not an object")
        given = {}
        for field, reader in readers:
            if field.name in found:
                given[field.name] = _in_field(field.name, reader, found[field.name])
            elif field.default is MISSING and field.default_factory is MISSING:
                raise Misfit("is missing", field.name)
        return kind(**given)

    return read


def _in_field(name: str, reader: Reader, found: object) -> object:
    try:
        return reader(found)
    except Misfit as misfit:
        raise Misfit(misfit.why, name, *misfit.path) from misfit
