"""The speech models we know: what each costs and how well it listens. Data, no files."""

from dataclasses import dataclass

WORD_ERROR_SOURCE = (
    "Whisper leaderboard evaluations with faster-whisper, 24 January 2025, mean of eight English "
    "test sets; the count leaves out um and uh"
)
SPEED_SOURCE = (
    "measured on one core with models of this shape in 8 bits: 28 s of speech took 1.2, 2.2 and "
    "6.7 s of computing with tiny, base and small"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechModel:
    """One model that can be downloaded."""

    name: str
    repository: str
    """Where it is on the Hugging Face hub."""
    download_mb: int
    """Size of the download, in millions of bytes."""
    languages: int
    """How many languages it was trained on. We always ask for English."""
    relative_speed: float
    """How fast it listens, base being 1. Source: SPEED_SOURCE."""
    word_error_share: float | None = None
    """Words it gets wrong, 0 to 1; None where nobody measured alike. Source: WORD_ERROR_SOURCE."""


def _model(name: str, mb: int, speed: float, wrong: float | None = None) -> SpeechModel:
    return SpeechModel(
        name=name,
        repository=f"Systran/faster-whisper-{name}",
        download_mb=mb,
        languages=1 if name.endswith(".en") else 99,
        relative_speed=speed,
        word_error_share=wrong,
    )


SPEECH_MODELS = (
    _model("tiny.en", 78, 1.8, 0.1165),
    _model("base.en", 148, 1.0, 0.1012),
    _model("small.en", 486, 0.33, 0.0826),
    _model("tiny", 78, 1.8),
    _model("base", 148, 1.0),
    _model("small", 486, 0.33),
)
"""English-only ones first: at the same size they understand English better."""


def speech_model(name: str) -> SpeechModel | None:
    """The model of this name; None if we do not know it."""
    return next((model for model in SPEECH_MODELS if model.name == name), None)


def model_names() -> str:
    """All names, for a sentence."""
    return ", ".join(model.name for model in SPEECH_MODELS)
