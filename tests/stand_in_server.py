"""A transcription server on this computer that says what the test wants; it can misbehave."""

import contextlib
import json
import ssl
import threading
import time
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

CERTIFICATE = Path(__file__).parent / "data" / "stand_in_server.pem"
"""Self-signed, for 127.0.0.1, with its key; valid until 2126."""
HEARD = {
    "task": "transcribe",
    "language": "english",
    "duration": 2.0,
    "text": "I cut the queue by half.",
    "segments": [{"id": 0, "start": 0.0, "end": 1.6, "text": " I cut the queue by half."}],
    "words": [
        {"word": word, "start": at / 4, "end": at / 4 + 0.2}
        for at, word in enumerate(["I", "cut", "the", "queue", "by", "half"])
    ],
}
"""As OpenAI's documentation has it."""
_HEADERS = {"packed": {"Content_Encoding": "gzip"}, "cookie": {"Set_Cookie": "one=1"}}


@dataclass(frozen=True)
class Upload:
    """One request, taken apart."""

    path: str
    headers: Message
    fields: dict[str, list[str]]
    file_name: str
    file_kind: str
    file: bytes

    @property
    def seconds(self) -> float:
        with wave.open(BytesIO(self.file)) as sound:
            assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
            return float(sound.getnframes() / sound.getframerate())


@dataclass
class StandInServer:
    """`manner` and `answer` may be changed at any time."""

    port: int
    scheme: str = "http"
    manner: str = "normal"
    """normal, plain_only, text, html, hang, hang_in_body, drip, drip_head, cut, cut_unannounced,
    redirect, cookie, huge, packed, or an HTTP status such as 404."""
    answer: object = field(default_factory=lambda: HEARD)
    """What is made JSON of; bytes go out as they are."""
    uploads: list[Upload] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"


@contextlib.contextmanager
def stand_in_server(*, https: bool = False) -> Iterator[StandInServer]:
    server = _Quiet(("127.0.0.1", 0), _Handler)
    if https:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    stand_in = StandInServer(server.server_port, "https" if https else "http")
    server.stand_in = stand_in
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stand_in
    finally:
        stand_in.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    stand_in: StandInServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no error here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Quiet

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent."""

    def do_POST(self) -> None:
        told = self.server.stand_in
        body = self.rfile.read(int(self.headers["Content-Length"]))
        upload = _upload(self.path, self.headers, body)
        told.uploads.append(upload)
        manner = told.manner
        if manner.isdigit():
            self._send(int(manner), "application/json", b'{"error": {"message": "no"}}')
        elif manner == "plain_only" and upload.fields["response_format"] != ["json"]:
            self._send(400, "application/json", b'{"error": {"message": "only json"}}')
        elif manner == "plain_only":
            self._send(200, "application/json", json.dumps({"text": HEARD["text"]}).encode())
        elif manner == "redirect":
            self.send_response(307)
            self.send_header("Location", f"{told.address}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif manner == "text":
            self._send(200, "text/plain; charset=utf-8", b"I cut the queue by half.\n")
        elif manner == "html":
            self._send(200, "text/html; charset=utf-8", b"<html>please log in</html>")
        else:
            self._misbehave(manner, self._answer())

    def _answer(self) -> bytes:
        answer = self.server.stand_in.answer
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()

    def _misbehave(self, manner: str, body: bytes) -> None:
        match manner:
            case "hang":
                self.server.stand_in.over.wait()
            case "hang_in_body" | "cut" | "cut_unannounced":
                self._break_off(manner, body)
            case "drip":
                self._head(200, "application/json", len(body))
                self._drip(body)
            case "drip_head":
                self._drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"z" * 10_000)
            case "huge":
                self._send(200, "application/json", b" " * 50_000_000)
            case _:
                self._send(200, "application/json", body, **_HEADERS.get(manner, {}))

    def _break_off(self, manner: str, body: bytes) -> None:
        if manner == "cut_unannounced":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n")
        else:
            self._head(200, "application/json", len(body))
        self.wfile.write(body[:20])
        self.close_connection = True
        if manner == "hang_in_body":
            self.server.stand_in.over.wait()

    def _drip(self, body: bytes) -> None:
        for byte in body:
            if self.server.stand_in.over.is_set():
                return
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(0.02)

    def _send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self._head(status, kind, len(body), **headers)
        self.wfile.write(body)

    def _head(self, status: int, kind: str, length: int, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


def _upload(path: str, headers: Message, body: bytes) -> Upload:
    head = f"Content-Type: {headers['Content-Type']}\r\n\r\n".encode()
    fields: dict[str, list[str]] = {}
    name, kind, file = "", "", b""
    for part in message_from_bytes(head + body, policy=HTTP).iter_parts():
        content: Any = part.get_payload(decode=True)
        disposition = part["Content-Disposition"].params
        if "filename" in disposition:
            name, kind, file = disposition["filename"], part.get_content_type(), content
        else:
            fields.setdefault(disposition["name"], []).append(content.decode())
    return Upload(path, headers, fields, name, kind, file)
