import pytest

from storybuilder.core.example import is_example
from tests.builders import story


@pytest.mark.parametrize(
    ("id", "tags", "example"),
    [
        ("example-queue", ("example",), True),
        ("example-queue", ("queue", "example"), True),
        ("example-queue", (), False),
        ("s1", ("example",), False),
    ],
)
def test_an_example_came_with_the_program_and_is_still_marked(
    id: str, tags: tuple[str, ...], example: bool
) -> None:
    assert is_example(story(id, tags=tags)) is example
