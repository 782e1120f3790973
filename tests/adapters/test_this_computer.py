import os

from storybuilder.adapters.this_computer import this_computer


def test_there_is_at_least_one_core_and_no_more_than_the_system_has() -> None:
    assert 1 <= this_computer().cores <= (os.cpu_count() or 1)


def test_memory_is_in_millions_of_bytes_where_the_system_tells() -> None:
    memory_mb = this_computer().memory_mb
    assert memory_mb is None or 200 < memory_mb < 100_000_000
