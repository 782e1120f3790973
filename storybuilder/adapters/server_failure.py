"""Why a transcription server did not do its work, in one sentence for the person."""

import ssl
from collections.abc import Iterator
from socket import gaierror

from storybuilder.errors import TranscriptionServerFailed

KEY_VARIABLE = "STORYBUILDER_SERVER_KEY"
"""The only place for a server's key: it is in no setting, no log and no message."""
SETTINGS_HINT = "check the address and the name of the model in Settings."
_MOST_REASONS = 10
_UNCLEAR = ("does not understand what it was sent", SETTINGS_HINT)
_ELSEWHERE = ("has no such model, or transcribes at another address", SETTINGS_HINT)
_NOT_READY = ("is not ready", "it may be loading its model: wait a minute, then try again.")
_MOVED = ("sends its visitors to another address", "write that address in Settings.")
_OWN = ("has trouble of its own", "its log says more; then try again.")
_WORDS = {
    301: _MOVED,
    302: _MOVED,
    303: _MOVED,
    307: _MOVED,
    308: _MOVED,
    400: _UNCLEAR,
    404: _ELSEWHERE,
    405: _ELSEWHERE,
    410: _ELSEWHERE,
    415: _UNCLEAR,
    422: _UNCLEAR,
    429: ("has too much to do", "wait a minute, then try again."),
    502: _NOT_READY,
    503: _NOT_READY,
    504: _NOT_READY,
}


def refused(shown: str, status: int, seconds: float, has_key: bool) -> TranscriptionServerFailed:
    """The server answered, but not with 200; `seconds` of sound were sent."""
    what, todo = _status_words(status, seconds, has_key)
    return TranscriptionServerFailed(f"{shown} {what} (answer {status})", todo)


def _status_words(status: int, seconds: float, has_key: bool) -> tuple[str, str]:
    if status in (401, 403):
        what = "refused the key" if has_key else "wants a key"
        return what, f"set it in the environment variable {KEY_VARIABLE}, then start anew."
    if status == 413:
        return f"refuses {seconds:.0f} s of sound", "raise the server's limit for uploads."
    return _WORDS.get(status, _OWN)


def too_slow(shown: str, waited_s: float) -> TranscriptionServerFailed:
    """The server was heard of, but not to the end."""
    return TranscriptionServerFailed(
        f"{shown} sent no whole answer within {waited_s:g} s",
        "it may still be loading its model, or be too slow for it: try again, or choose a smaller "
        "model.",
    )


def unconnected(shown: str, error: BaseException) -> TranscriptionServerFailed:
    """Why there is no connection, as far as the reasons behind the error tell."""
    reasons = list(_reasons(error))
    untrusted = next(
        (one for one in reasons if isinstance(one, ssl.SSLCertVerificationError)), None
    )
    if untrusted is not None:
        return TranscriptionServerFailed(
            f"the certificate of {shown} is not trusted ({untrusted.verify_message.rstrip('.')})",
            "add it to the certificates that this computer trusts, or name its file in the "
            "environment variable SSL_CERT_FILE and start storybuilder again.",
        )
    if any(isinstance(one, ssl.SSLError) for one in reasons):
        return TranscriptionServerFailed(
            f"{shown} does not speak https",
            "if your server has none, write http:// before its address in Settings.",
        )
    if any(isinstance(one, gaierror) for one in reasons):
        return TranscriptionServerFailed(
            f"no computer with the name in {shown} was found",
            "check the name in Settings, or write the computer's IP address.",
        )
    if any(isinstance(one, ConnectionRefusedError) for one in reasons):
        return TranscriptionServerFailed(
            f"nothing answers at {shown}", "start the server, or check the port in Settings."
        )
    return TranscriptionServerFailed(f"{shown} cannot be reached")


def _reasons(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(_MOST_REASONS):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__
