import subprocess
import sys
from pathlib import Path

from storybuilder.adapters.take_claims import TakeClaims
from storybuilder.core.take import TakeId

TAKE = TakeId("t1")
HOLD = """
import sys, pathlib
from storybuilder.adapters.take_claims import TakeClaims
claims = TakeClaims(pathlib.Path(sys.argv[1]))
print(claims.claim("t1"), flush=True)
sys.stdin.read()
"""


def test_a_take_is_claimed_once_across_windows(tmp_path: Path) -> None:
    mine, theirs = TakeClaims(tmp_path), TakeClaims(tmp_path)
    assert mine.claim(TAKE)
    assert not theirs.claim(TAKE)


def test_a_claim_can_be_repeated_and_released(tmp_path: Path) -> None:
    mine, theirs = TakeClaims(tmp_path), TakeClaims(tmp_path)
    assert mine.claim(TAKE)
    assert mine.claim(TAKE)
    mine.release(TAKE)
    mine.release(TAKE)
    assert theirs.claim(TAKE)


def test_a_claim_ends_with_the_program_that_held_it(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline().strip() == "True"
    assert not TakeClaims(tmp_path).claim(TAKE)
    other.kill()
    other.communicate()
    assert TakeClaims(tmp_path).claim(TAKE)


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    claims = TakeClaims(tmp_path)
    claims.claim(TAKE)
    claims.release(TAKE)
    assert list(tmp_path.iterdir()) == []


def test_letting_go_works_where_the_folder_has_gone(tmp_path: Path) -> None:
    claims = TakeClaims(tmp_path / "takes")
    claims.claim(TAKE)
    (tmp_path / "takes").rename(tmp_path / "away")
    (tmp_path / "takes").write_text("")
    claims.release(TAKE)
    assert not claims.held
