"""What tests of several files are given."""

from collections.abc import Iterator

import pytest

from tests.virtual_microphone import VirtualMicrophone


@pytest.fixture
def virtual_microphone(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualMicrophone]:
    """A plugged-in microphone that this process's recordings find; see its class."""
    microphone = VirtualMicrophone()
    for name, value in microphone.environment.items():
        monkeypatch.setenv(name, value)
    yield microphone
    microphone.stop()
