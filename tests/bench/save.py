"""What a save costs: one small change, safely on the disk, in a library of a given size."""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from storybuilder.adapters.library import Library
from storybuilder.adapters.library_file import LibraryFile
from storybuilder.core.documents import story_document, take_document
from storybuilder.core.take import Take, TakeId
from tests.builders import story, take

RUNS = 10
Figure = tuple[str, float, float, str]


def figures() -> list[Figure]:
    """Name, median, spread (largest less smallest) and unit."""
    return [figure for sizes in ((1_000, 50), (5_000, 500)) for figure in _figures(*sizes)]


def _figures(takes: int, stories: int) -> list[Figure]:
    at = f"at {takes} takes and {stories} stories"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.json"
        _fill(path, takes, stories)
        library = Library(path)
        library.takes.all()
        return [
            _figure(f"save {at}", lambda run: _save(library, run)),
            _figure(f"read again {at}", lambda run: library.takes.all()),
            _figure(f"open {at}", lambda run: Library(path).takes.all()),
        ]


def _fill(path: Path, takes: int, stories: int) -> None:
    part = "We had four weeks and no budget, so I asked each team for one engineer. " * 8
    texts = {"situation": part, "task": part[:200], "action": part * 2, "result": part}
    a_take = take(question="Tell me about a time you led without authority", duration_s=142.3)
    LibraryFile(path).write(
        {
            "stories": {f"s{i}": story_document(story(f"s{i}", **texts)) for i in range(stories)},
            "takes": {
                f"t{i}": take_document(replace(a_take, id=TakeId(f"t{i}"))) for i in range(takes)
            },
        }
    )


def _save(library: Library, run: int) -> None:
    def longer(present: Take | None) -> Take:
        assert present is not None
        return replace(present, duration_s=100.0 + run)

    library.takes.change("t7", longer)


def _figure(name: str, step: Callable[[int], object]) -> Figure:
    spent_ms = []
    for run in range(RUNS):
        start = time.perf_counter()
        step(run)
        spent_ms.append(1000 * (time.perf_counter() - start))
    return name, statistics.median(spent_ms), max(spent_ms) - min(spent_ms), "ms"
