"""The speech models we know: what each costs and how well it listens. Data, no files."""

from dataclasses import dataclass

from storybuilder.core.computer import Computer

WORD_ERROR_SOURCE = (
    "Whisper leaderboard evaluations with faster-whisper, 24 January 2025, mean of eight English "
    "test sets; the count leaves out um and uh"
)
SPEED_SOURCE = (
    "measured on one core with models of this shape in 8 bits: 28 s of speech took 1.2, 2.2 and "
    "6.7 s of computing with tiny, base and small; medium against small on ten ARM cores, as "
    "AmicoScript reports it (issue 26)"
)
EVERY_LANGUAGE = 99
"""How many languages the models for all of them were trained on (the tokenizer of Whisper)."""
CORES_FOR_SMALL, MEMORY_FOR_SMALL_MB = 8, 4_000
"""On two cores small.en was measured 4.4 s behind, so four real ones should do, which most systems
count as eight. Extrapolated, not measured."""
CORES_FOR_BASE, MEMORY_FOR_BASE_MB = 2, 2_000
"""base.en was measured at up to 0.85 GB of memory, and 1.6 s behind on two cores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechModel:
    """One model that can be downloaded."""

    name: str
    repository: str
    """Where it is on the Hugging Face hub, as faster-whisper names it."""
    download_mb: int | None = None
    """Size of the download, in millions of bytes; None where only the hub can say."""
    languages: int
    """How many languages it was trained on."""
    relative_speed: float | None = None
    """How fast it listens, base being 1; None where nobody measured. Source: SPEED_SOURCE."""
    word_error_share: float | None = None
    """Words it gets wrong, 0 to 1; None where nobody measured alike. Source: WORD_ERROR_SOURCE."""

    @property
    def only_english(self) -> bool:
        """Whether it understands nothing but English."""
        return self.languages == 1


def _model(
    name: str,
    mb: int | None = None,
    speed: float | None = None,
    wrong: float | None = None,
    repository: str = "",
) -> SpeechModel:
    return SpeechModel(
        name=name,
        repository=repository or f"Systran/faster-whisper-{name}",
        download_mb=mb,
        languages=1 if name.endswith(".en") or name.startswith("distil-") else EVERY_LANGUAGE,
        relative_speed=speed,
        word_error_share=wrong,
    )


SPEECH_MODELS = (
    _model("tiny.en", 78, 1.8, 0.1165),
    _model("base.en", 148, 1.0, 0.1012),
    _model("small.en", 486, 0.33, 0.0826),
    _model("distil-small.en", wrong=0.0858, repository="Systran/faster-distil-whisper-small.en"),
    _model("medium.en", speed=0.12, wrong=0.0781),
    _model("distil-large-v3", wrong=0.0741, repository="Systran/faster-distil-whisper-large-v3"),
    _model("tiny", 78, 1.8),
    _model("base", 148, 1.0),
    _model("small", 486, 0.33),
    _model("medium", speed=0.12),
    _model(
        "large-v3-turbo",
        wrong=0.0712,
        repository="mobiuslabsgmbh/faster-whisper-large-v3-turbo",
    ),
    _model("large-v3"),
)
"""English-only ones first: at the same size they understand English better."""
USUAL = ("tiny.en", "base.en", "small.en")
"""Those that most people need no more than."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A model for a computer, and why."""

    model: str
    reason: str
    """One sentence."""


def speech_model(name: str) -> SpeechModel | None:
    """The model of this name; None if we do not know it."""
    return next((model for model in SPEECH_MODELS if model.name == name), None)


def model_names() -> str:
    """All names, for a sentence."""
    return ", ".join(model.name for model in SPEECH_MODELS)


def suggested(computer: Computer, *, english: bool = True) -> Suggestion:
    """The model whose words are there soon after a take on this computer."""
    ending = ".en" if english else ""
    enough = computer.memory_mb is None or computer.memory_mb >= MEMORY_FOR_BASE_MB
    if computer.cores < CORES_FOR_BASE or not enough:
        return Suggestion("tiny" + ending, "Larger models would keep you waiting on it.")
    much = computer.memory_mb is None or computer.memory_mb >= MEMORY_FOR_SMALL_MB
    if computer.cores < CORES_FOR_SMALL or not much:
        reason = f"small{ending} makes fewer mistakes and takes three times as long."
        return Suggestion("base" + ending, reason)
    return Suggestion(
        "small" + ending, f"It should keep up with you here, with fewer mistakes than base{ending}."
    )
