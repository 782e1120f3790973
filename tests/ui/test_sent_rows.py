"""What the record of calls says about each: what for, and what came of it."""

import pytest

from storybuilder.core.coaching.sent import Outcome
from storybuilder.ui.labels import NO_BREAK
from storybuilder.ui.sent_rows import UNKNOWN, help_name, news, outcome_words


@pytest.mark.parametrize(
    ("many", "told"),
    [(0, "Nothing was sent"), (1, "One call to"), (2, "Two calls to"), (12, "12 calls to")],
)
def test_the_title_counts_the_calls(many: int, told: str) -> None:
    assert news([0] * many).startswith(told)


def test_a_help_is_called_as_on_the_screens_and_an_unknown_one_by_its_word() -> None:
    assert help_name("next_question") == "Ask the next question"
    assert help_name("sing") == "sing"


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (None, UNKNOWN),
        (Outcome(words="stopped"), "Stopped."),
        (Outcome(words="answered", tokens_sent=1240), "Answered."),
        (
            Outcome(words="answered", tokens_sent=1240, tokens_received=7),
            "Answered: 1 240 tokens sent, 7 received.",
        ),
    ],
)
def test_an_outcome_is_one_line_with_tokens_where_they_are_known(
    outcome: Outcome | None, told: str
) -> None:
    assert outcome_words(outcome).replace(NO_BREAK, " ") == told
