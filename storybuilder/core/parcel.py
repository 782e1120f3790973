"""A parcel: what a person carries from one data folder to another, as one document.

Recordings and what belongs to this computer alone (its microphone, a folder of models) stay
behind; so does whatever is secret. A parcel of stories alone is what `stories export` writes.
"""

from dataclasses import dataclass, replace

from storybuilder.core.documents import settings_document, settings_from
from storybuilder.core.fit import Override
from storybuilder.core.plain import Document, Misfit, from_plain, to_plain
from storybuilder.core.question import Question
from storybuilder.core.settings import Settings
from storybuilder.core.story import Story, Version
from storybuilder.core.take import Take
from storybuilder.core.transcript import Transcript
from storybuilder.core.voice import Voice


@dataclass(frozen=True, slots=True)
class Heard:
    """A take with what was heard in it; of a silent one there are no words."""

    take: Take
    voice: Voice
    transcript: Transcript | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What is carried. Everything may be missing."""

    stories: tuple[Story, ...] = ()
    """Those put aside or deleted included."""
    versions: tuple[Version, ...] = ()
    questions: tuple[Question, ...] = ()
    """The person's own."""
    overrides: tuple[Override, ...] = ()
    """Fits that were set by hand."""
    heard: tuple[Heard, ...] = ()


def parcel_document(parcel: Parcel, settings: Settings) -> Document:
    """A parcel and the settings that fit any computer, ready to be written, without its format."""
    return {"settings": settings_document(portable(settings)), **to_plain(parcel)}


def parcel_from(document: Document) -> tuple[Parcel, Settings]:
    """The parcel that was written, and its settings: the defaults where there are none.

    Raises ValueError, also when there is nothing in it that we know.
    """
    if "stories" not in document:
        raise Misfit("is missing", "stories")
    return from_plain(Parcel, document), portable(settings_from(document.get("settings", {})))


def portable(settings: Settings) -> Settings:
    """The settings without what names a thing of this computer or of its network.

    So a file from someone else can never send takes to a server, nor unmask what a coach is sent.
    """
    usual = Settings()
    return replace(
        settings,
        model_folder="",
        microphone="",
        server_on=usual.server_on,
        server=usual.server,
        server_model=usual.server_model,
        server_confirmed=usual.server_confirmed,
        coach_model=usual.coach_model,
        coach_masks=usual.coach_masks,
    )
