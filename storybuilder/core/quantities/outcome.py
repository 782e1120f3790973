"""Outcomes: whether a measure tells what came of the action or only sets the scene."""

from collections.abc import Sequence

from storybuilder.core.quantities.measure import Measure
from storybuilder.core.sentence import LabelledSentence
from storybuilder.core.story import Part
from storybuilder.core.token import Token, word_set

_OUTCOME_VERBS = word_set(
    "cut cuts cutting reduced reducing reduce lowered fell fallen dropped dropping decreased "
    "shrank halved grew grown increased increasing increase rose risen raised improved improving "
    "improve doubled tripled saved saving saves gained earned generated boosted achieved exceeded "
    "beat won recovered avoided eliminated prevented sped shortened shaved reached climbed jumped "
    "slashed"
)
"""Verbs that lead to a figure of effect, from the project's own labelled answers."""
_SETTING_BEFORE = {"after", "ago", "every", "each"}
_SETTING_AFTER = {"later", "ago", "afterwards", "experience", "old"}
_SETTING_NOUNS = {"thing", "lesson", "way", "reason", "point", "example", "time", "step"}
_GROUPS = {"team", "group", "groups", "teams", "crew", "class"}
_REACH = 12
_ENDS = ".!?;"


def tells_outcome(
    tokens: Sequence[Token], measure: Measure, sentence: LabelledSentence | None
) -> bool:
    """In a result: unless it merely sets the scene. Elsewhere: only with a verb of effect."""
    part = sentence.part if sentence else None
    if part in (Part.SITUATION, Part.TASK) or _is_setting(tokens, measure):
        return False
    return part is Part.RESULT or _is_effect(tokens, measure)


def _is_setting(tokens: Sequence[Token], measure: Measure) -> bool:
    """ "a team of five", "three weeks later", "ten years of experience", "two things"."""
    before = [token.lower for token in tokens[max(0, measure.first - 2) : measure.first]]
    after = [token.lower for token in tokens[measure.end : measure.end + 2]]
    if measure.unit in _SETTING_NOUNS or after == ["of", "us"]:
        return True
    if before[-1:] == ["of"] and before[0] in _GROUPS:
        return True
    timing = measure.kind == "duration" and bool(set(before[-1:]) & _SETTING_BEFORE)
    return timing or bool(set(after) & _SETTING_AFTER)


def _is_effect(tokens: Sequence[Token], measure: Measure) -> bool:
    """Whether a verb of effect leads to it: "fell by 12 %", "which saved us two days"."""
    if measure.kind == "multiplier" and measure.unit == "times":
        return True
    leading: list[str] = []
    for token in reversed(tokens[max(0, measure.first - _REACH) : measure.first]):
        if token.text in _ENDS:
            break
        leading.append(token.lower)
    if not _OUTCOME_VERBS & set(leading):
        return False
    return measure.kind in ("change", "percent", "money") or leading[0] in (
        "by",
        "to",
        "us",
        "saving",
    )
