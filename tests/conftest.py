"""What tests of several files are given."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.loopback_only import RECORD, tried, watch, watch_children
from tests.virtual_microphone import VirtualMicrophone

# A slow machine is no reason for a test to fail: speed is the benchmarks' matter.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# No key of whoever runs the tests is looked for, and none is kept.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

OURS = pytest.StashKey[Path]()
"""The record of attempts, where this is the run that began it."""


def pytest_configure(config: pytest.Config) -> None:
    """Let nobody reach another computer, here or in a program that a test starts."""
    if RECORD not in os.environ:  # a worker writes into the record of the run it belongs to
        number, name = tempfile.mkstemp(prefix="tried-")
        os.close(number)
        os.environ[RECORD] = name
        config.stash[OURS] = Path(name)
    watch()
    watch_children()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the whole run if somebody tried all the same; who it was is said below."""
    if tried():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say who tried to reach what."""
    for line in dict.fromkeys(tried()):
        terminalreporter.write_line(f"reached beyond this computer: {line}", red=True)
    if record := terminalreporter.config.stash.get(OURS, None):
        record.unlink()


@pytest.fixture
def virtual_microphone(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualMicrophone]:
    """A plugged-in microphone that this process's recordings find; see its class."""
    microphone = VirtualMicrophone()
    for name, value in microphone.environment.items():
        monkeypatch.setenv(name, value)
    yield microphone
    microphone.stop()
