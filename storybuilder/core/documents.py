"""Documents: the values that are kept, as plain dicts that JSON can carry, and their format.

Reading ignores keys it does not know and gives a missing key its default; anything else that does
not fit raises ValueError, whose message names the field and never what stands in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields

from storybuilder.core.coaching.interview import Interview
from storybuilder.core.fit import Override
from storybuilder.core.language import LANGUAGES
from storybuilder.core.plain import Document, Misfit, differing, from_plain, to_plain
from storybuilder.core.question import Question
from storybuilder.core.server_address import AddressMisfit, server_address
from storybuilder.core.settings import Settings
from storybuilder.core.story import Part, Story, Version
from storybuilder.core.take import Take
from storybuilder.core.threshold import Thresholds
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice

Upgrade = Callable[[Document], Document]

UPGRADES: tuple[Upgrade, ...] = ()
"""Steps from one format of the library to the next; the first turns format 1 into format 2."""
FORMAT = 1 + len(UPGRADES)
"""The format this program writes.

A new field with a default needs no new format, nor does a new table: a library without it has
nothing in it, and an earlier program keeps what it does not know.
"""


def story_document(story: Story) -> Document:
    """A story, ready to be kept."""
    return to_plain(story)


def story_from(document: object) -> Story:
    """The story that was kept. Raises ValueError."""
    return from_plain(Story, document)


def version_document(version: Version) -> Document:
    """An earlier version of a story, ready to be kept."""
    return to_plain(version)


def version_from(document: object) -> Version:
    """The version that was kept. Raises ValueError."""
    return from_plain(Version, document)


def question_document(question: Question) -> Document:
    """A question, ready to be kept."""
    return to_plain(question)


def question_from(document: object) -> Question:
    """The question that was kept, or that the program carries. Raises ValueError."""
    return from_plain(Question, document)


def override_document(override: Override) -> Document:
    """A level set by hand, ready to be kept."""
    return to_plain(override)


def override_from(document: object) -> Override:
    """The level that was set by hand and kept. Raises ValueError."""
    return from_plain(Override, document)


def interview_document(interview: Interview) -> Document:
    """An interview with the coach, ready to be kept."""
    return to_plain(interview)


def interview_from(document: object) -> Interview:
    """The interview that was kept. Raises ValueError."""
    return from_plain(Interview, document)


def take_document(take: Take) -> Document:
    """A take, ready to be kept."""
    return to_plain(take)


def take_from(document: object) -> Take:
    """The take that was kept. Raises ValueError."""
    return from_plain(Take, document)


def voice_document(voice: Voice) -> Document:
    """The voice in a recording, ready to be kept."""
    return to_plain(voice)


def voice_from(document: object) -> Voice:
    """The voice that was kept. Raises ValueError."""
    return from_plain(Voice, document)


def transcript_document(transcript: Transcript) -> Document:
    """A transcript, ready to be kept; each word is [text, start, end, probability]."""
    return to_plain(transcript)


def transcript_from(document: object) -> Transcript:
    """The transcript that was kept. Raises ValueError."""
    return from_plain(Transcript, document)


def settings_document(settings: Settings) -> Document:
    """Only what differs from the defaults, so that a better default reaches everybody else."""
    return differing(settings, Settings())


def settings_from(document: object) -> Settings:
    """The settings that were kept. Raises ValueError."""
    settings = from_plain(Settings, document)
    if not 0 < settings.target.low_s < settings.target.high_s:
        raise Misfit("is not a rising span of seconds", "target")
    if settings.words_per_minute <= 0:
        raise Misfit("is not above 0", "words_per_minute")
    if settings.language not in LANGUAGES:
        raise Misfit("is not the code of a language we know", "language")
    _check(settings.thresholds)
    _check_server(settings)
    return settings


def _check(thresholds: Thresholds) -> None:
    for field in fields(Thresholds):
        chosen = getattr(thresholds, field.name)
        if isinstance(chosen, tuple) and [row[0] for row in chosen] != list(Part):
            raise Misfit("does not name each part once, in order", "thresholds", field.name)
        if isinstance(chosen, int | float) and chosen < 0:
            raise Misfit("is below 0", "thresholds", field.name)


def _check_server(settings: Settings) -> None:
    if not settings.server and not settings.server_on:
        return
    try:
        server_address(settings.server)
    except AddressMisfit as misfit:
        raise Misfit("is no address of a server", "server") from misfit


def format_of(document: Document) -> int:
    """The format a document says it has. Raises ValueError when it says none."""
    found = document.get("format")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise Misfit("is not a whole number from 1 up", "format")
    return found


def upgraded(document: Document, upgrades: Sequence[Upgrade] = UPGRADES) -> Document:
    """The document in the newest format, one step after the other."""
    for step in upgrades[format_of(document) - 1 :]:
        document = step(document)
    return {**document, "format": 1 + len(upgrades)}
