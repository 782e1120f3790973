"""The labeller that the program uses, for tests that need real judgement."""

from storybuilder.adapters.part_model import PartModel
from storybuilder.places import assets

LABELLER = PartModel(assets() / "models")
