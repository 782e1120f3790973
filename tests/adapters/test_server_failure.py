"""What each answer of a real server leads to is in test_transcription_server."""

import ssl
from socket import gaierror

import pytest

from storybuilder.adapters.server_failure import refused, too_slow, unconnected


def because(*reasons: BaseException) -> BaseException:
    """An error with these reasons behind it, the nearest first."""
    error = ConnectionError("outermost")
    last: BaseException = error
    for reason in reasons:
        last.__context__ = reason
        last = reason
    return error


@pytest.mark.parametrize(
    ("reason", "what"),
    [
        (gaierror("secret"), "no computer with the name in nas was found"),
        (ConnectionRefusedError("secret"), "nothing answers at nas"),
        (ssl.SSLError("secret"), "nas does not speak https"),
        (OSError("secret"), "nas cannot be reached"),
    ],
)
def test_the_reason_behind_a_failed_connection_is_told(reason: OSError, what: str) -> None:
    told = unconnected("nas", because(OSError("between"), reason))
    assert str(told) == what
    assert "secret" not in told.sentence()


def test_reasons_that_go_round_in_circles_have_an_end() -> None:
    one, other = OSError("one"), OSError("other")
    one.__context__, other.__context__ = other, one
    assert str(unconnected("nas", one)) == "nas cannot be reached"


@pytest.mark.parametrize("status", [*range(300, 309), *range(400, 430), *range(500, 512), 204, 999])
def test_every_answer_leads_to_one_sentence(status: int) -> None:
    sentence = refused("nas", status, 12.0, has_key=False).sentence()
    assert sentence.startswith("nas ") and sentence.endswith(".")
    assert f"(answer {status})" in sentence


def test_one_who_waits_hears_how_long() -> None:
    assert str(too_slow("nas", 60)) == "nas sent no whole answer within 60 s"
