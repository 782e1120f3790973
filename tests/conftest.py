"""What tests of several files are given."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.virtual_microphone import VirtualMicrophone

# A slow machine is no reason for a test to fail: speed is the benchmarks' matter.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture
def virtual_microphone(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualMicrophone]:
    """A plugged-in microphone that this process's recordings find; see its class."""
    microphone = VirtualMicrophone()
    for name, value in microphone.environment.items():
        monkeypatch.setenv(name, value)
    yield microphone
    microphone.stop()
