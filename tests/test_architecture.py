"""The arrows of the package docstring, checked."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "storybuilder"
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "places": set(),
    "core": {"core"},
    "ports": {"core", "errors", "ports"},
    "adapters": {"core", "errors", "adapters"},
    "practice": {"core", "errors", "ports", "practice"},
    "ui": {"core", "errors", "practice", "ports", "ui"},
}
IO_IN_STDLIB = {
    "os",
    "io",
    "pathlib",
    "time",
    "random",
    "socket",
    "subprocess",
    "threading",
    "logging",
}
HOMES = [
    ("flet", {"ui", "app", "launch", "native_window"}),
    ("tinydb", {"adapters"}),
    ("sounddevice", {"adapters"}),
    ("faster_whisper", {"adapters"}),
    ("av", {"adapters"}),
    ("pycrfsuite", {"adapters", "training"}),
    ("scipy", {"adapters"}),
    ("sklearn", {"training"}),
    ("onnxruntime", {"adapters"}),
    ("huggingface_hub", {"adapters"}),
    ("httpx2", {"adapters"}),
    ("numpy", {"adapters"}),
    ("spacy", {"adapters"}),
    ("anthropic", {"adapters"}),
    ("keyring", {"adapters"}),
    ("typer", {"cli"}),
    ("platformdirs", {"places"}),
]
HEAVY = {
    "spacy",
    "faster_whisper",
    "anthropic",
    "sounddevice",
    "ctranslate2",
    "onnxruntime",
    "av",
    "scipy",
}
FILES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return names | {n.module or "." for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}


def imported_at_start(path: Path) -> set[str]:
    """Roots of what a file imports when it is itself imported."""
    top = ast.parse(path.read_text(encoding="utf-8")).body
    names = {a.name for n in top if isinstance(n, ast.Import) for a in n.names}
    names |= {n.module or "." for n in top if isinstance(n, ast.ImportFrom)}
    return {name.split(".")[0] for name in names}


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_follow_the_arrows(path: Path) -> None:
    inner = {n.split(".")[1] for n in imported(path) if n.startswith("storybuilder.")}
    assert inner <= MAY_IMPORT.get(layer(path), inner)


@pytest.mark.parametrize("path", sorted((PACKAGE / "core").rglob("*.py")), ids=lambda p: p.name)
def test_core_touches_nothing_outside(path: Path) -> None:
    roots = {n.split(".")[0] for n in imported(path)} - {"storybuilder"}
    assert roots <= sys.stdlib_module_names - IO_IN_STDLIB


@pytest.mark.parametrize(("library", "homes"), HOMES)
def test_each_library_has_one_home(library: str, homes: set[str]) -> None:
    users = {layer(p) for p in FILES if library in {n.split(".")[0] for n in imported(p)}}
    assert users <= homes


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_heavy_libraries_are_imported_where_they_are_first_used(path: Path) -> None:
    assert not imported_at_start(path) & HEAVY


PROMISES_ONLY = {
    "errors.py",
    *(f"ports/{path.name}" for path in (PACKAGE / "ports").glob("[!_]*.py")),
    "ui/screen.py",
}
"""Names and signatures: there is nothing in them that could be wrong when it runs."""


def test_every_source_file_has_its_test_file() -> None:
    sources = [p.relative_to(PACKAGE) for p in FILES if not p.name.startswith("__")]
    tests = Path(__file__).parent
    lonely = [
        source.as_posix()
        for source in sources
        if not (tests / source.parent / f"test_{source.name}").is_file()
    ]
    assert set(lonely) == PROMISES_ONLY
