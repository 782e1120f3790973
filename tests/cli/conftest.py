"""What the tests of the command line are given."""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.kill.test_full_disk import small_disk as small_disk


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Terminal:
    """The program on a data folder that does not exist yet."""
    return Terminal(monkeypatch, tmp_path)
