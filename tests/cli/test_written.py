from pathlib import Path

import pytest

from storybuilder.cli.written import write_file
from storybuilder.errors import LibraryUnwritable


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    write_file(tmp_path / "new" / "x.html", b"words")
    assert (tmp_path / "new" / "x.html").read_bytes() == b"words"


def test_where_it_cannot_be_written_the_advice_fits_a_chosen_file(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(LibraryUnwritable) as refused:
        write_file(tmp_path / "x" / "y", b"words")
    assert refused.value.hint == "free some space, or name a file in a folder you may write to."
