"""What went wrong in a call of the coach, told as one of our own failures.

Anthropic's library raises errors of its own, of its HTTP library, and of Python's JSON reader
(SDK 2.10): they have no common base. What a server says in an error is never shown or logged: it
may repeat what was sent.
"""

import json

from storybuilder.errors import (
    CoachAnswerUnusable,
    CoachBusy,
    CoachKeyRefused,
    CoachRefused,
    CoachUnreachable,
    StorybuilderError,
)

MOST_WAIT_S = 24 * 3600
"""A waiting time beyond this is not told as a number."""


def failures() -> tuple[type[Exception], ...]:
    """Everything that a call is known to raise; when it is cut off from outside, also the last."""
    import anthropic
    import httpx2

    known = (anthropic.AnthropicError, httpx2.HTTPError, json.JSONDecodeError, StorybuilderError)
    return (*known, AttributeError, TypeError, ValueError, RuntimeError, OSError)


def is_passing(error: Exception) -> bool:
    """Whether the same call may well succeed a second later."""
    import anthropic

    return isinstance(error, (anthropic.APIConnectionError, anthropic.InternalServerError))


def failure_of(error: Exception, model: str) -> StorybuilderError:
    """Our own failure for one of `failures`."""
    import anthropic
    import httpx2

    match error:
        case StorybuilderError():
            return error
        case anthropic.APIStatusError():
            return _refused(error, model)
        case anthropic.APITimeoutError() | httpx2.TimeoutException():
            return CoachUnreachable("the coach's service did not answer in time")
        case anthropic.APIConnectionError():
            return CoachUnreachable("the coach's service could not be reached")
        case httpx2.HTTPError() | json.JSONDecodeError() | anthropic.APIResponseValidationError():
            return CoachUnreachable("the answer broke off or was damaged on its way")
        case OSError():
            return CoachUnreachable("the coach's service could not be reached")
        case _:
            return CoachAnswerUnusable("the service answered with something unexpected")


def _refused(error: object, model: str) -> StorybuilderError:
    status, kind = getattr(error, "status_code", 0), getattr(error, "type", None)
    said = str(getattr(error, "api_message", None) or "").lower()
    if status == 402 or kind == "billing_error" or "credit balance" in said:
        return CoachBusy("the account has no credit left", "add some with the service, then retry.")
    if status == 429 or kind == "rate_limit_error":
        return CoachBusy(f"the service asks to wait{_wait(error)}")
    if status in (401, 403):
        return CoachKeyRefused("the service does not accept the key")
    if status == 404:
        return CoachRefused(
            f"the service knows no model called {model}", "choose another one in Settings."
        )
    if status == 413:
        return CoachRefused("this is more text than the service takes at a time")
    if status == 408 or kind in ("overloaded_error", "api_error") or status >= 500:
        return CoachBusy("the service is overloaded or has a fault")
    return CoachRefused("the service did not accept the request")


def _wait(error: object) -> str:
    """How long to wait, where the server says so in seconds."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    named = headers.get("retry-after", "")
    seconds = int(named) if named.isdecimal() else 0
    if not 0 < seconds <= MOST_WAIT_S:
        return ""
    return f" {seconds} s" if seconds < 120 else f" {round(seconds / 60)} minutes"
