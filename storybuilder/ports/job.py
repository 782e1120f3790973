"""How a long job is watched and ended."""

from collections.abc import Callable

Told = Callable[[float], None]
"""Hears how much of a long job is done, 0 to 1. Called from the worker's thread."""
Stopped = Callable[[], bool]
"""Asked now and then by a long job: should it stop? Must be quick."""
