"""Examples: stories that came with the program, until the person makes them their own."""

from storybuilder.core.story import Story

EXAMPLE = "example"
"""The tag that marks them; whoever takes it away has made the story their own."""
_ID = "example-"


def is_example(story: Story) -> bool:
    """Whether a story came with the program and is still marked as an example."""
    return story.id.startswith(_ID) and EXAMPLE in story.tags
