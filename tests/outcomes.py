"""The model of outcomes that the program carries, for tests of what is judged with it."""

from storybuilder.adapters.outcome_model import OutcomeModel
from storybuilder.places import assets

OUTCOMES = OutcomeModel(assets() / "models")()
