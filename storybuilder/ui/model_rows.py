"""What the list of speech models says, decided without drawing it. Pure."""

from dataclasses import dataclass

from storybuilder.core.computer import Computer
from storybuilder.core.language import ENGLISH
from storybuilder.core.speech_model import (
    EVERY_LANGUAGE,
    SPEECH_MODELS,
    SPEED_SOURCE,
    USUAL,
    WORD_ERROR_SOURCE,
    SpeechModel,
    suggested,
)
from storybuilder.ui.labels import NO_BREAK, count, megabytes

NOT_MEASURED, NOT_KNOWN = "not measured", "not known"
SOURCES = (
    f"Speed: against base.en; {SPEED_SOURCE}.",
    f"Wrong words: in English by native speakers, so expect more of your own; {WORD_ERROR_SOURCE}.",
)


@dataclass(frozen=True, slots=True)
class Kept:
    """Which models are on this computer."""

    ready: frozenset[str] = frozenset()
    bytes: tuple[tuple[str, int], ...] = ()
    """What each takes, complete or not."""

    def mb(self, model: SpeechModel) -> float:
        """Millions of bytes of a model that are here."""
        return dict(self.bytes).get(model.name, 0) / 1e6


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model in words."""

    model: SpeechModel
    understands: str
    size: str
    speed: str
    wrong: str


def model_row(model: SpeechModel, kept: Kept, asked_bytes: int | None = None) -> ModelRow:
    """A model as it is listed; `asked_bytes` is what the hub said of a size we do not know."""
    wrong, speed = model.word_error_share, model.relative_speed
    return ModelRow(
        model,
        understands(model),
        _size(model, kept, asked_bytes),
        NOT_MEASURED if speed is None else f"{speed:g} ×",
        NOT_MEASURED if wrong is None else f"{100 * wrong:.1f}{NO_BREAK}%",
    )


def understands(model: SpeechModel) -> str:
    """The languages of a model."""
    return "English" if model.only_english else f"{model.languages} languages"


def size_mb(model: SpeechModel, asked_bytes: int | None = None) -> float | None:
    """Size of a download; None where nobody has asked the hub yet."""
    return model.download_mb if asked_bytes is None else asked_bytes / 1e6


def _size(model: SpeechModel, kept: Kept, asked_bytes: int | None) -> str:
    whole, here = size_mb(model, asked_bytes), kept.mb(model)
    if model.name in kept.ready:
        return megabytes(here)
    if here:
        return f"{here:.0f} of {NOT_KNOWN if whole is None else megabytes(whole)}"
    return NOT_KNOWN if whole is None else megabytes(whole)


def suggestion_told(computer: Computer, language: str) -> str:
    """The model that suits this computer, and why."""
    found = suggested(computer, english=language == ENGLISH)
    has = count(computer.cores, "core")
    if computer.memory_mb is not None:
        has += f", {megabytes(computer.memory_mb)} of memory"
    return f"{found.model} suits this computer ({has}). {found.reason}"


def at_hand(language: str, in_use: str, kept: Kept, under_way: str = "") -> frozenset[str]:
    """Models shown without asking for more: the usual ones, and those that matter here now."""
    usual = USUAL if language == ENGLISH else tuple(name.removesuffix(".en") for name in USUAL)
    here = [name for name, taken in kept.bytes if taken]
    named = {*usual, in_use, under_way, *kept.ready, *here}
    return frozenset(named & {model.name for model in SPEECH_MODELS})


def groups(language: str) -> tuple[tuple[str, tuple[SpeechModel, ...]], ...]:
    """The models in two groups, each under its head; first those made for the language."""
    english = tuple(one for one in SPEECH_MODELS if one.only_english)
    others = tuple(one for one in SPEECH_MODELS if not one.only_english)
    both = (("English", english), (f"{EVERY_LANGUAGE} languages", others))
    return both if language == ENGLISH else both[::-1]
