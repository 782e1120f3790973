"""Settings: what the person has chosen, as one frozen value."""

from dataclasses import dataclass, field
from typing import Literal

from storybuilder.core.band import Band
from storybuilder.core.coaching.cost import Prices
from storybuilder.core.framework import NEUTRAL
from storybuilder.core.language import ENGLISH
from storybuilder.core.length import DEFAULT_TARGET
from storybuilder.core.threshold import Thresholds

Theme = Literal["system", "light", "dark"]
SUGGESTED_MODEL = "base.en"
SUGGESTED_COACH_MODEL = "claude-sonnet-5-5"
"""Good at following a form, and quick; the library's list of November 2026 has others."""
USUAL_SERVER_MODEL = "whisper-1"
"""What OpenAI calls its own, and what servers that hold one model answer to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Read once at the start and passed on; nobody else asks a file or the environment."""

    model: str = SUGGESTED_MODEL
    """Name of the speech model to use."""
    model_folder: str = ""
    """A folder with a model of the person's own; it goes before `model`."""
    language: str = ENGLISH
    """Code of the language in which takes are spoken, as `core.language` has it."""
    microphone: str = ""
    """Name of the input device; empty for the system's default."""
    target: Band = DEFAULT_TARGET
    words_per_minute: int = 140
    """Pace at which unspoken text is estimated; 120 to 170 is ordinary."""
    theme: Theme = "system"
    framework: str = NEUTRAL
    """Id of the framework whose words name the competencies."""
    own_framework: str = ""
    """The person's own framework, as `core.framework.own_framework` reads it."""
    thresholds: Thresholds = field(default_factory=Thresholds)
    keep_flac: bool = False
    """Whether recordings are kept as FLAC once their words are written."""
    server_on: bool = False
    """Whether a transcription server hears the takes, instead of a model on this computer."""
    server: str = ""
    """The server's address, as `core.server_address` reads it."""
    server_model: str = USUAL_SERVER_MODEL
    """Name of the model that the server is asked for."""
    server_confirmed: str = ""
    """The exact address that the person agreed to reach by plain http."""
    coach_model: str = SUGGESTED_COACH_MODEL
    """Id of the language model that the coach asks for."""
    coach_masks: bool = True
    """Whether names and figures are masked in what the coach is sent, unless shown one by one."""
    coach_prices: Prices = field(default_factory=Prices)
    """What the coach's model costs, as the person read it in the service's price list."""
