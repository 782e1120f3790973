"""What a person meets in a tree of controls: its words, its spoken names and its buttons."""

import asyncio
import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import flet as ft

from storybuilder.ui.labels import NO_BREAK


def walk(control: ft.BaseControl) -> Iterator[ft.BaseControl]:
    """A control and all it holds, whatever the property that holds it, outer before inner."""
    yield control
    for field in fields(control):
        if not field.name.startswith("_") and field.name != "data":
            for held in _held(getattr(control, field.name)):
                yield from walk(held)


def texts(control: ft.BaseControl) -> list[str]:
    """Every text and span that says something, with plain spaces for no-break ones."""
    found = []
    for one in walk(control):
        said = (
            one.value
            if isinstance(one, ft.Text)
            else one.text
            if isinstance(one, ft.TextSpan)
            else ""
        )
        if said:
            found.append(_plain(said))
    return found


def names(control: ft.BaseControl) -> list[str]:
    """What a screen reader is told instead of, or beside, the texts: labels of Semantics."""
    labels = (one.label for one in walk(control) if isinstance(one, ft.Semantics))
    return [_plain(label) for label in labels if label]


def button(control: ft.BaseControl, label: str) -> ft.BaseControl:
    """The first control inside that can be clicked and says `label`."""
    found = {}
    for one in walk(control):
        if _on_click(one) is not None:
            found[id(one)] = said = _said(one)
            if label in said:
                return one
    raise AssertionError(f"no button says {label!r}; there are {list(found.values())}")


def click(control: ft.BaseControl) -> None:
    """Do what a click on a control does, to its end where that takes time."""
    done = push(control)
    if inspect.iscoroutine(done):
        asyncio.run(done)


def push(control: ft.BaseControl) -> object:
    """Do what a click on a control does; a coroutine if the rest of it takes time."""
    act = _on_click(control)
    assert act is not None, "nothing happens when this is clicked"
    return act(ft.Event(name="click", control=control, data=None))


def box(control: ft.BaseControl, label: str) -> ft.TextField:
    """The field inside that a screen reader calls `label`."""
    named = (one for one in walk(control) if isinstance(one, ft.Semantics) and one.label == label)
    found = next((one.content for one in named if isinstance(one.content, ft.TextField)), None)
    assert found is not None, f"no field is called {label!r}"
    return found


def write(field: ft.TextField, words: str) -> None:
    """Type into a field; it then holds these words."""
    field.value = words
    _tell(field, "change")


def submit(field: ft.TextField, words: str) -> None:
    """Type into a field and press Enter."""
    field.value = words
    _tell(field, "submit")


def leave(field: ft.TextField) -> None:
    """Take the keyboard elsewhere."""
    _tell(field, "blur")


def _tell(field: ft.TextField, name: str) -> None:
    act: Callable[[Any], Any] | None = getattr(field, f"on_{name}")
    if act is not None:
        act(ft.Event(name=name, control=field, data=field.value))


def _on_click(control: ft.BaseControl) -> Callable[[Any], Any] | None:
    act: Callable[[Any], Any] | None = getattr(control, "on_click", None)
    return act or getattr(control, "on_tap", None)


def _said(control: ft.BaseControl) -> list[str]:
    label = getattr(control, "label", None)
    own = [_plain(label)] if isinstance(label, str) else []
    return [*own, *texts(control), *names(control)]


def _held(value: object) -> Iterator[ft.BaseControl]:
    if isinstance(value, ft.BaseControl):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _held(one)


def _plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")
