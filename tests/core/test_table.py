import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storybuilder.core.table import csv_text

opening = tuple("=+-@\t\r＝＋－＠")
safe = st.text().filter(
    lambda text: not text.startswith(opening) and not text.lstrip().startswith(opening)
)


@given(st.lists(st.lists(safe, min_size=2, max_size=4), max_size=4))
def test_rows_of_texts_come_back_as_they_were(rows: list[list[str]]) -> None:
    kept = [[cell.replace("\0", "") for cell in row] for row in rows]
    read = csv.reader(io.StringIO(csv_text(kept), newline=""))
    assert list(read) == kept


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝", "＠"])
def test_a_text_that_looks_like_a_formula_gets_an_apostrophe(start: str) -> None:
    ((cell, other),) = csv.reader(io.StringIO(csv_text([[f"{start}1+1", "1=1"]]), newline=""))
    assert (cell, other) == (f"'{start}1+1", "1=1")


def test_numbers_stay_numbers_and_unknown_is_empty() -> None:
    assert csv_text([["strong", -1, 0.5, None]]) == "strong,-1,0.5,\r\n"


def test_signs_of_the_format_are_quoted() -> None:
    assert csv_text([['say "no", then', "two\nlines"]]) == '"say ""no"", then","two\nlines"\r\n'
