"""A skipped test is a failed one, and so is one expected to fail: `pytest -p tests.no_skips`.

A skip says nothing about the program, but a run with skips looks green.
"""

from collections.abc import Generator
from typing import Any

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped or hasattr(report, "wasxfail"):
        _fail(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped:
        _fail(report)
    return report


def _fail(report: Any) -> None:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else "expected to fail"
    report.outcome = "failed"
    report.longrepr = f"{report.nodeid}: nothing may be skipped ({reason})"
    if hasattr(report, "wasxfail"):
        del report.wasxfail
