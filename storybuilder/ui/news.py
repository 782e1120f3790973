"""What the first window says when the program starts, and where it leads."""

from dataclasses import dataclass

from storybuilder.core.take import Take
from storybuilder.ui.labels import clock


@dataclass(frozen=True, slots=True)
class News:
    """One thing to be told; `way` and `route` say what can be done about it, if anything."""

    words: str
    way: str = ""
    route: str = ""


def cut_off(take: Take) -> News:
    """Offers a take that was being told when the program ended."""
    told = f"A take was cut off; the {clock(take.duration_s)} that were spoken are kept."
    return News(told, "Show it", f"/takes/{take.id}")
