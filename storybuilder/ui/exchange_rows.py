"""What an export or import says when it is done, decided without drawing it. Pure."""

from storybuilder.practice.exchanging import CameIn, Outgoing
from storybuilder.ui.labels import count, listed


def came_in(came: CameIn) -> str:
    """What an import did, as one sentence: "3 stories came in, 1 was there already." """
    told = [_new(came), *_stories(came), *_kept_out(came)]
    said = ", ".join(clause for clause in told if clause)
    return f"{said[:1].upper()}{said[1:]}." if said else "The file holds nothing to take in."


def went_out(out: Outgoing) -> str:
    """What an export holds: "5 stories, 2 takes and 1 question"."""
    parcel = out.parcel
    held = _counts(
        (len(parcel.stories), "story"),
        (len(parcel.versions), "earlier version"),
        (len(parcel.heard), "take"),
        (len(parcel.questions), "question"),
        (len(parcel.overrides), "fit"),
    )
    return listed(held) or "no story"


def left_behind(out: Outgoing) -> str:
    """What an export could not hold, as a sentence; empty when it holds all."""
    if not out.left_behind:
        return ""
    verb = "waits" if out.left_behind == 1 else "wait"
    whose = "its" if out.left_behind == 1 else "their"
    return (
        f"{count(out.left_behind, 'take')} still {verb} for {whose} words; without the recording "
        "there is nothing to carry."
    )


def counted(number: int, noun: str) -> str:
    """2, "story" -> "2 stories"."""
    return count(number, noun) if noun != "story" or number == 1 else f"{number} stories"


def nearly_same(number: int) -> str:
    """The question whether duplicates shall come in as well."""
    these, them = ("One story is", "it") if number == 1 else (f"{number} stories are", "them")
    return (
        f"{these} nearly the same as one of yours, with the same title, and stayed out. "
        f"Bring {them} in as well?"
    )


def _new(came: CameIn) -> str:
    new = _counts(
        (len(came.stories.new) + len(came.stories.replaced), "story"),
        (came.versions, "earlier version"),
        (len(came.takes.new), "take"),
        (len(came.questions.new), "question"),
        (len(came.overrides.new), "fit"),
    )
    if came.settings_before is not None:
        new.append("your settings")
    return f"{listed(new)} came in" if new else ""


def _stories(came: CameIn) -> list[str]:
    told = []
    if replaced := len(came.stories.replaced):
        whose = "its" if replaced == 1 else "their"
        told.append(f"{replaced} in place of another text, which {whose} versions keep")
    if same := came.stories.same:
        told.append(f"{_named(same, came)} there already")
    if alike := len(came.alike):
        told.append(f"{alike} nearly the same as one that is there stayed out")
    return told


def _named(same: int, came: CameIn) -> str:
    """ "1 was" beside stories that came in; "1 story was" where none has been named yet."""
    named = came.stories.new or came.stories.replaced
    return f"{same if named else counted(same, 'story')} {'was' if same == 1 else 'were'}"


def _kept_out(came: CameIn) -> list[str]:
    told = []
    merged = ((came.takes, "take"), (came.questions, "question"), (came.overrides, "fit"))
    if differing := _counts(*((one.kept_out, noun) for one, noun in merged)):
        told.append(f"{listed(differing)} kept as here")
    if came.left_out:
        told.append(f"{count(came.left_out, 'paragraph')} outside the stories left out")
    return told


def _counts(*counts: tuple[int, str]) -> list[str]:
    return [counted(number, noun) for number, noun in counts if number]
