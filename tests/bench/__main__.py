"""Prints every figure there is: python -m tests.bench [NAME...], NAME being start, save, ..."""

import importlib
import os
import platform
import sys
from pathlib import Path

Figure = tuple[str, float, float, str]


def modules(wanted: list[str]) -> list[str]:
    """Names of the files beside this one that measure something."""
    beside = sorted(p.stem for p in Path(__file__).parent.glob("[!_]*.py"))
    return [name for name in beside if not wanted or name in wanted]


def machine() -> str:
    """What the figures were measured on; without it they mean little."""
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load unknown"
    python = f"Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {python}, {platform.system()}, {load}"


def rows(figures: list[Figure]) -> list[str]:
    """One aligned line a figure."""
    cells = [(n, _short(m), f"+- {_short(s)}", u) for n, m, s, u in figures]
    widths = [max(len(row[column]) for row in cells) for column in range(3)] if cells else []
    return [
        f"{name:<{widths[0]}}  {median:>{widths[1]}}  {spread:<{widths[2]}}  {unit}"
        for name, median, spread, unit in cells
    ]


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    if not described.is_file():
        return platform.processor() or "unknown processor"
    lines = described.read_text(encoding="utf-8").splitlines()
    return next((li.split(":")[1].strip() for li in lines if li.startswith("model name")), "CPU")


def _short(number: float) -> str:
    """Three digits that matter, never an exponent."""
    return f"{number:.0f}" if abs(number) >= 100 else f"{number:.3g}"


def run() -> None:
    sys.stdout.write(f"{machine()}\nmedian +- spread (largest less smallest)\n")
    for name in modules(sys.argv[1:]):
        figures = importlib.import_module(f"tests.bench.{name}").figures()
        sys.stdout.write("\n".join([f"\n{name}", *rows(figures), ""]))
        sys.stdout.flush()


if __name__ == "__main__":
    run()
