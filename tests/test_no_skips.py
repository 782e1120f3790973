import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
CHECKOUT = Path(__file__).parents[1]
SKIPPED = "import pytest\n@pytest.mark.skip(reason='a reason')\ndef test_it(): pass"
SKIPPED_WITHIN = "import pytest\ndef test_it(): pytest.skip('a reason')"
SKIPPED_FILE = "import pytest\npytest.skip('a reason', allow_module_level=True)"
XFAILED = "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False"
XPASSED = "import pytest\n@pytest.mark.xfail\ndef test_it(): pass"


def closing_line(folder: Path, test: str) -> str:
    """What pytest says last about a folder with this one test in it."""
    (folder / "test_one.py").write_text(test)
    options = [f"--rootdir={folder}", "-c", "/dev/null", "-p", "tests.no_skips"]
    command = [sys.executable, "-m", "pytest", *options, str(folder / "test_one.py")]
    told = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return re.sub(r" in .*", "", told.stdout.splitlines()[-1]).strip("= ")


@pytest.mark.parametrize("test", [SKIPPED_WITHIN, XFAILED, XPASSED])
def test_what_is_not_run_to_its_end_fails(tmp_path: Path, test: str) -> None:
    assert closing_line(tmp_path, test) == "1 failed"


@pytest.mark.parametrize("test", [SKIPPED, SKIPPED_FILE])
def test_what_is_not_even_begun_is_an_error(tmp_path: Path, test: str) -> None:
    assert closing_line(tmp_path, test) == "1 error"


def test_what_passes_passes(tmp_path: Path) -> None:
    assert closing_line(tmp_path, "def test_it(): pass") == "1 passed"
