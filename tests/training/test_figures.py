from collections import Counter

import pytest

from storybuilder.core.parts.cues import LABELS
from storybuilder.core.parts.presence import Presence
from storybuilder.training.corpus import Answer
from storybuilder.training.figures import f1, figures, macro_f1
from storybuilder.training.parts import Judged

ANSWER = Answer(
    id="x1",
    source="x",
    occupation="cook",
    style="plain",
    texts=("We were late.", "I had to call.", "I called.", "They stayed."),
    labels="STAR",
    outcome_quantities=(),
    other_quantities=(),
)
PRESENT = dict.fromkeys(LABELS[:4], Presence(30.0, (0.0,) * 46, 0.5))


def judged(given: str, left_out: str = "") -> Judged:
    texts = tuple(t for t, la in zip(ANSWER.texts, ANSWER.labels, strict=True) if la != left_out)
    labels = ANSWER.labels.replace(left_out, "") if left_out else ANSWER.labels
    table = [{la: 0.8 if la == one else 0.05 for la in LABELS} for one in given]
    return Judged(ANSWER, left_out, texts, labels, table)


def test_f1_is_worked_out_from_hits_and_both_kinds_of_errors() -> None:
    confusion = Counter({("S", "S"): 6, ("S", "T"): 2, ("T", "S"): 1})
    assert f1(confusion, "S") == pytest.approx(2 * 6 / (2 * 6 + 3))
    assert f1(confusion, "R") == 0.0


def test_the_mean_is_over_the_four_parts() -> None:
    assert macro_f1(Counter({(part, part): 1 for part in "STAR"})) == 1.0


def test_the_figures_name_what_was_measured() -> None:
    cases = [judged("STAR"), *(judged("STAR".replace(p, ""), p) for p in "STAR")]
    lines = figures(cases, PRESENT)
    assert lines[0] == "1 answers, 4 sentences"
    assert "macro-F1 of the four parts 1.000" in lines
    assert any("complete answers passed clean 1/1" in line for line in lines)
    assert any(line.startswith("confidence 0.8 to 1.0: right 1.00 of 4") for line in lines)
