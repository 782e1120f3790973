"""python -m storybuilder.training: rebuild the models in assets/models and print their figures."""

import sys

from storybuilder.adapters.part_model import PRESENCES
from storybuilder.places import assets
from storybuilder.training.competencies import train_competencies
from storybuilder.training.corpus import load
from storybuilder.training.figures import figures
from storybuilder.training.outcomes import train_outcomes
from storybuilder.training.parts import (
    judge_strangers,
    train_presences,
    train_taggers,
    write_presences,
)


def tell(line: str) -> None:
    """Print a line at once: training takes minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Train, write, measure."""
    answers, models = load(), assets() / "models"
    models.mkdir(exist_ok=True)
    judged = judge_strangers(answers, tell)
    presences = train_presences(judged)
    write_presences(presences, models / PRESENCES)
    train_taggers(answers, models)
    for line in figures(judged, presences):
        tell(line)
    train_outcomes(answers, tell)
    train_competencies(answers, tell)


if __name__ == "__main__":
    main()
