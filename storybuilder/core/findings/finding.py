"""Findings: one judgement each, with its evidence and the rule behind it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fix", "note", "good"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One judgement. `code` names the rule; `message` is advice in one sentence."""

    code: str
    severity: Severity
    message: str
    measure: str
    """The figures behind it, in words: "Situation took 1:02 of 3:24 (30 %)"."""
    evidence: tuple[tuple[int, int], ...] = ()
    """Stretches of the judged text it rests on, as (start_char, end_char)."""
    source: str
    """Where the threshold comes from."""
    at_s: float | None = None
    """The second to listen to; None in a text."""
