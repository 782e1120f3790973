"""What the record of calls says, decided without drawing it. Pure."""

from collections.abc import Sized

from storybuilder.core.coaching.help import HELP_WORDS, Help
from storybuilder.core.coaching.sent import Outcome
from storybuilder.ui.labels import NO_BREAK, number_word

UNKNOWN = "No answer was noted: it was under way when the program ended, or still is."


def news(calls: Sized) -> str:
    """The title of the record."""
    many = len(calls)
    if not many:
        return "Nothing was sent to the coach."
    return f"{number_word(many)} {'call' if many == 1 else 'calls'} to the coach."


def help_name(value: str) -> str:
    """A kind of help as the screens call it; one of another version by its own word."""
    known = next((help for help in Help if help.value == value), None)
    return HELP_WORDS[known].name if known else value


def outcome_words(outcome: Outcome | None) -> str:
    """What became of a call, as one line."""
    if outcome is None:
        return UNKNOWN
    told = f"{outcome.words[:1].upper()}{outcome.words[1:]}"
    if outcome.tokens_sent is None or outcome.tokens_received is None:
        return f"{told}."
    sent, received = _figure(outcome.tokens_sent), _figure(outcome.tokens_received)
    return f"{told}: {sent} tokens sent, {received} received."


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", NO_BREAK)
