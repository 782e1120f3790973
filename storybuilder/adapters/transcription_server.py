"""Words from sound: a server that speaks OpenAI's `/v1/audio/transcriptions`.

One request holds one piece of a take, as a WAV without any name, and is independent of all
others: no cookies, no redirects, nothing kept. Every wait and every answer is bounded.

Proxies of the environment are not used: the address that is shown is the machine that is spoken
to, and a confirmation of plain http is for the way to it, not for a machine between.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from wave import open as open_wave

from storybuilder.adapters.server_answer import Answer, AnswerMisfit, read_answer
from storybuilder.adapters.server_failure import (
    KEY_VARIABLE,
    SETTINGS_HINT,
    refused,
    too_slow,
    unconnected,
)
from storybuilder.adapters.wav_file import RATE_HZ, SAMPLE_BYTES
from storybuilder.adapters.wav_samples import opened
from storybuilder.adapters.whisper import PROMPT, is_echo
from storybuilder.adapters.whole_timeout import Late, WholeTimeout
from storybuilder.core.server_address import Server
from storybuilder.core.transcript import Transcript, Word
from storybuilder.core.voice import Span
from storybuilder.errors import TranscriptionServerFailed

if TYPE_CHECKING:
    import httpx2

TRIAL_S = 0.5
"""Silence that is sent to try a server."""
LEAST_SENT_S = 1.1
"""What is shorter is filled up with silence: whisper.cpp's server ignores less than a second."""
MOST_ANSWER_BYTES = 4_000_000
"""A hundred times what a minute of words with times needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a server is waited for."""

    connect_s: float = 5.0
    silent_s: float = 60.0
    """Without a byte; a piece takes a slow server this long, or the loading of its model."""
    whole_s: float = 120.0
    """Until its answer is whole."""


class ServerTranscriber:
    """Sends each piece to the server in use."""

    def __init__(
        self,
        server: Callable[[], Server | None],
        language: Callable[[], str],
        key: str = "",
        patience: Patience | None = None,
    ) -> None:
        """`server` and `language` say what is chosen now; a server must be when it is used."""
        self._server, self._language = server, language
        self._key = key.strip()
        self._patience = patience or Patience()
        self._plain: set[Server] = set()
        """Servers that know no times at all."""
        self._answered: Server | None = None

    def ready(self) -> None:
        """Send silence, so that the server has its model loaded; once while it is in use.

        Raises TranscriptionServerFailed.
        """
        server = self._chosen()
        if server != self._answered:
            self.trial(server)
            self._answered = server

    def trial(self, server: Server) -> float:
        """Send half a second of silence, and return the seconds until the answer.

        Raises TranscriptionServerFailed.
        """
        began_s = time.monotonic()
        self._ask(server, bytes(2 * round(TRIAL_S * RATE_HZ)))
        return time.monotonic() - began_s

    def hear(self, wav: Path, piece: Span) -> Transcript:
        """The words in one piece of a 16 kHz mono WAV, with times from its start.

        Raises TranscriptionServerFailed or AudioUnreadable.
        """
        server = self._chosen()
        start, end = round(piece.start_s * RATE_HZ), round(piece.end_s * RATE_HZ)
        with opened(wav) as samples:
            sound = samples.read(start, end - start).tobytes()
        answer = self._ask(server, sound) if sound else Answer()
        words = tuple(_later(word, start / RATE_HZ) for word in answer.words)
        return Transcript(words, self._language(), server.name, rough_times=answer.rough)

    def _chosen(self) -> Server:
        server = self._server()
        if server is None:
            raise TranscriptionServerFailed("no transcription server is turned on")
        return server

    # ---------------------------------------------------------------- asking
    def _ask(self, server: Server, sound: bytes) -> Answer:
        """The words in 16-bit samples; a server that refuses times is asked without them."""
        if not server.may_be_used:
            raise TranscriptionServerFailed(
                f"{server.address.shown} is reached by plain http, which others on the way can "
                "listen to",
                "confirm it in Settings, or write an address with https.",
            )
        if server not in self._plain:
            status, kind, body = self._post(server, sound, timed=True)
            if status not in (400, 422):
                return self._read(server, status, kind, body, sound)
        status, kind, body = self._post(server, sound, timed=False)
        answer = self._read(server, status, kind, body, sound)
        self._plain.add(server)
        return answer

    def _read(self, server: Server, status: int, kind: str, body: bytes, sound: bytes) -> Answer:
        shown, seconds = server.address.shown, len(sound) / SAMPLE_BYTES / RATE_HZ
        if status != 200:
            raise refused(shown, status, seconds, bool(self._key))
        try:
            return read_answer(body, kind, seconds, is_echo)
        except AnswerMisfit as misfit:
            raise TranscriptionServerFailed(f"{shown} {misfit}", SETTINGS_HINT) from misfit

    def _post(self, server: Server, sound: bytes, *, timed: bool) -> tuple[int, str, bytes]:
        """Status, content type and body of an answer."""
        import httpx2

        wait = self._patience
        timeout = httpx2.Timeout(wait.silent_s, connect=min(wait.connect_s, wait.silent_s))
        headers, end = self._headers(), WholeTimeout(wait.whole_s)
        is_https = server.address.scheme == "https"  # certificates take a tenth of a second to load
        # SSL_CERT_FILE is heeded; proxies and passwords that the environment may hold are not.
        with (
            self._failures(server.address.shown, end),
            httpx2.Client(
                transport=httpx2.HTTPTransport(verify=is_https, trust_env=True),
                trust_env=False,
                timeout=timeout,
                follow_redirects=False,
            ) as client,
            client.stream(
                "POST",
                server.address.url,
                headers=headers,
                data=self._fields(server, timed=timed),
                files={"file": ("piece.wav", _wav(sound), "audio/wav")},
                extensions={"trace": end.trace},
            ) as response,
        ):
            if response.status_code != 200:
                return response.status_code, "", b""
            kind = response.headers.get("content-type", "").lower()
            return 200, kind, _body(response, server.address.shown)

    def _headers(self) -> dict[str, str]:
        # Compressed on the way, an answer could grow without bound when it is unpacked.
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": "storybuilder",
        }
        if self._key:
            if not self._key.isascii() or not self._key.isprintable() or " " in self._key:
                raise TranscriptionServerFailed(
                    f"the key in {KEY_VARIABLE} has signs that no key has",
                    "set it anew and start storybuilder again.",
                )
            headers["Authorization"] = f"Bearer {self._key}"
        return headers

    def _fields(self, server: Server, *, timed: bool) -> dict[str, str | list[str]]:
        language = self._language()
        fields: dict[str, str | list[str]] = {
            "model": server.model,
            "language": language,
            "response_format": "verbose_json" if timed else "json",
        }
        if timed:
            fields["timestamp_granularities[]"] = ["word", "segment"]
        if language == "en":
            fields["prompt"] = PROMPT
        return fields

    @contextmanager
    def _failures(self, shown: str, end: WholeTimeout) -> Iterator[None]:
        """Say what the network or the server did, in words of ours, when it ended too late too."""
        import httpx2

        try:
            with end:
                yield
        except httpx2.ConnectTimeout as error:
            raise TranscriptionServerFailed(
                f"{shown} did not answer within {self._patience.connect_s:g} s"
            ) from error
        except httpx2.TimeoutException as error:
            raise too_slow(shown, self._patience.silent_s) from error
        except Late as error:
            raise too_slow(shown, self._patience.whole_s) from error
        except httpx2.ConnectError as error:
            raise unconnected(shown, error) from error
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise TranscriptionServerFailed(
                f"the connection to {shown} broke off",
                "see that the server still runs, then try again.",
            ) from error
        except OSError as error:  # before anything was sent
            raise TranscriptionServerFailed(
                "the certificates that this computer trusts cannot be read",
                "check the file that the environment variable SSL_CERT_FILE names.",
            ) from error


def _body(response: "httpx2.Response", shown: str) -> bytes:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise TranscriptionServerFailed(f"{shown} answered in a form nobody asked for")
    body = bytearray()
    for chunk in response.iter_raw():
        body += chunk
        if len(body) > MOST_ANSWER_BYTES:
            raise TranscriptionServerFailed(
                f"{shown} answered with more than any transcript needs", SETTINGS_HINT
            )
    return bytes(body)


def _wav(sound: bytes) -> bytes:
    file = BytesIO()
    with open_wave(file, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(SAMPLE_BYTES)
        wav.setframerate(RATE_HZ)
        wav.writeframes(sound.ljust(SAMPLE_BYTES * round(LEAST_SENT_S * RATE_HZ), b"\0"))
    return file.getvalue()


def _later(word: Word, by_s: float) -> Word:
    return Word(word.text, word.start_s + by_s, word.end_s + by_s, word.probability)
