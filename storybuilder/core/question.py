"""A question: what an interviewer asks, what it tests, and what a good answer holds."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

QuestionId = NewType("QuestionId", str)
Bank = Literal["common", "ml", "own"]
"""The built-in questions of every interview, those of machine-learning ones, the person's own."""
Frame = Literal["STAR", "PROBLEM"]
"""How it is best answered: with a story, or by Problem, Requirements, Options, Best approach,
Limitations, Evaluation, Monitoring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; only `id` and `text` are always known of the person's own."""

    id: QuestionId
    text: str
    competencies: tuple[str, ...] = ()
    """Ids of competencies, the one it chiefly tests first; none if nobody has said or confirmed."""
    bank: Bank = "own"
    assessed: str = ""
    """What the interviewer wants to learn, one sentence."""
    key_points: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    frame: Frame = "STAR"
    commonness: int = 3
    """How often it is asked, 1 seldom to 5 in almost every interview."""
    source: str = ""
    position: float = 0.0
    """Place among the person's own."""
    deleted_at: datetime | None = None
    """Set when one of the person's own was deleted; it can be restored until it is purged."""
