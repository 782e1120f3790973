"""What a system does not say of itself stays unknown."""

from storybuilder.core.computer import Computer


def test_memory_that_nobody_told_is_unknown_and_not_none_at_all() -> None:
    assert Computer(cores=2).memory_mb is None
