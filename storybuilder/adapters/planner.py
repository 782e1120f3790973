"""Planner: the best pairs of stories for questions, exactly, by HiGHS through SciPy.

Primaries and backups cannot be chosen one after the other: a story that is saved for a backup may
be missed as a primary. So both are chosen at once, as one integer program. Without its demand for
whole numbers it is solved several times as fast, and mostly in whole numbers all the same: then
that is the answer, as no plan can be worth more.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from storybuilder.core.plan import BACKUP_WORTH, Pair, Worth

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_ROUNDING = 1e-6


class HighsPlanner:
    """ports.Planner."""

    def pairs(self, worth: Worth, share: int) -> tuple[Pair, ...]:
        """See ports.Planner. Two choices a cell: is it primary, is it backup."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        scores = np.array(worth, dtype=float)
        if scores.size == 0:
            return ()
        gain = np.concatenate([scores.ravel(), BACKUP_WORTH * scores.ravel()])
        rules, most = _rules(len(worth), len(worth[0]), share)
        bounds, limits = Bounds(0, gain > 0), LinearConstraint(rules, ub=most)
        found = milp(-gain, bounds=bounds, constraints=limits).x
        if np.abs(found - found.round()).max() > _ROUNDING:
            whole, exact = np.ones_like(gain), {"mip_rel_gap": 0.0}
            found = milp(
                -gain, integrality=whole, bounds=bounds, constraints=limits, options=exact
            ).x
        chosen = found.reshape(2, *scores.shape) > 1 / 2
        primaries, backups = ([_row(column) for column in cells.T] for cells in chosen)
        return tuple(zip(primaries, backups, strict=True))


def _rules(stories: int, questions: int, share: int) -> "tuple[csr_array, list[int]]":
    """What each row adds up, and how much it may be at most."""
    from scipy.sparse import block_array, eye_array, kron

    each_story, each_question = eye_array(stories), eye_array(questions)
    of_question = kron(_ones(stories), each_question)
    of_story = kron(each_story, _ones(questions))
    each_cell = eye_array(stories * questions)
    rules = [
        ([of_question, None], 1, questions),  # one primary
        ([-of_question, of_question], 0, questions),  # a backup only where there is a primary
        ([of_story, None], share, stories),
        ([None, of_story], share, stories),
        ([each_cell, each_cell], 1, stories * questions),  # primary or backup, not both
    ]
    most = [limit for _, limit, count in rules for _ in range(count)]
    return block_array([row for row, _, _ in rules], format="csr"), most


def _ones(count: int) -> list[list[int]]:
    """One row of as many ones."""
    return [[1] * count]


def _row(chosen: Iterable[bool]) -> int | None:
    """The story that was chosen; None if there was none."""
    return next((row for row, one in enumerate(chosen) if one), None)
