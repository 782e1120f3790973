"""The coach's service on this computer: it says what a test tells it to, and can misbehave."""

import contextlib
import json
import socket
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

KEY = "sk-stand-in-0123456789"
MODEL = "stand-in-model"
STATUSES = {
    "400": "invalid_request_error",
    "401": "authentication_error",
    "402": "billing_error",
    "403": "permission_error",
    "404": "not_found_error",
    "408": "timeout_error",
    "413": "request_too_large",
    "429": "rate_limit_error",
    "500": "api_error",
    "529": "overloaded_error",
}
STOP_REASONS = ("max_tokens", "refusal", "model_context_window_exceeded", "tool_use")


@dataclass
class StandInCoach:
    """`answers` are given in turn, the last one again and again."""

    address: str
    answers: list[str] = field(default_factory=lambda: ['{"question": "How many?"}'])
    manner: str = "normal"
    """normal, an HTTP status, one of STOP_REASONS; html, empty, bad_json, other_shape, reset,
    silent (no answer at all); in mid-stream: cut, cut_quietly, stall, stream_reset,
    stream_overloaded, stream_bad_json; slow (word for word); no_credit."""
    misbehaves: int = 1_000_000
    """So many requests meet the manner; later ones are normal."""
    retry_after: str = ""
    word_s: float = 0.0
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)
    """A stalled stream goes on when this is set."""

    def next_answer(self) -> str:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextlib.contextmanager
def stand_in_coach() -> Iterator[StandInCoach]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    coach = StandInCoach(f"http://127.0.0.1:{server.server_port}")
    server.coach = coach  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield coach
    finally:
        coach.over.set()
        coach.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def _coach(self) -> StandInCoach:
        coach: StandInCoach = self.server.coach  # type: ignore[attr-defined]
        return coach

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        """A model by its name: the key's test."""
        self._note({})
        name = self.path.rpartition("/")[2]
        if self._manner() != "normal":
            self._misbehave(self._manner())
        elif name != MODEL:
            self._misbehave("404")
        else:
            about = {"id": name, "type": "model", "display_name": name}
            self._answer(200, {**about, "created_at": "2026-01-01T00:00:00Z"})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self._note(body)
        manner = self._manner()
        in_stream = ("normal", "slow", "cut", "cut_quietly", "stall", *STOP_REASONS)
        if manner in in_stream or manner.startswith("stream_"):
            # A caller who has gone is no failure of a server.
            with contextlib.suppress(ConnectionError):
                self._stream(body["model"], manner)
        else:
            self._misbehave(manner)

    def _note(self, body: dict[str, Any]) -> None:
        self._coach.bodies.append(body)
        self._coach.headers.append({name.lower(): value for name, value in self.headers.items()})

    def _manner(self) -> str:
        return self._coach.manner if len(self._coach.bodies) <= self._coach.misbehaves else "normal"

    def _misbehave(self, manner: str) -> None:
        match manner:
            case "html":
                self._raw(200, b"<html>Log in to the hotel's network</html>", "text/html")
            case "empty":
                self._raw(200, b"", "text/event-stream")
            case "bad_json":
                self._raw(200, b'{"id": "msg_1", "content": [', "application/json")
            case "other_shape":
                self._answer(200, {"hello": 1})
            case "no_credit":
                told = "Your credit balance is too low to access the API."
                self._answer(400, _error("invalid_request_error", told))
            case "silent":
                self._coach.over.wait(30)
            case "reset":
                self._reset()
            case status:
                self._answer(int(status), _error(STATUSES[status], "sk-stand-in must not be told"))

    def _answer(self, status: int, content: object) -> None:
        self._raw(status, json.dumps(content).encode(), "application/json")

    def _raw(self, status: int, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(content)))
        if self._coach.retry_after:
            self.send_header("retry-after", self._coach.retry_after)
        self.end_headers()
        self.wfile.write(content)

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def _stream(self, model: str, manner: str) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        chunked = manner == "cut"
        if chunked:
            self.send_header("transfer-encoding", "chunked")
        self.end_headers()
        self._chunked = chunked
        usage = {"input_tokens": 12, "output_tokens": 1, "cache_read_input_tokens": 800}
        message = {"id": "msg", "type": "message", "role": "assistant", "model": model}
        rest: dict[str, Any] = {
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
            "usage": usage,
        }
        self._event("message_start", message={**message, **rest})
        self._event("content_block_start", index=0, content_block={"type": "text", "text": ""})
        self._event("ping")
        if not self._say(self._coach.next_answer(), manner):
            return
        self._event("content_block_stop", index=0)
        reason = manner if manner in STOP_REASONS else "end_turn"
        delta = {"stop_reason": reason, "stop_sequence": None}
        self._event("message_delta", delta=delta, usage={"output_tokens": 7})
        self._event("message_stop")

    def _say(self, answer: str, manner: str) -> bool:
        """Word for word; False where the stream ends before its time."""
        words = answer.split(" ")
        for number, word in enumerate(words):
            space = " " if number < len(words) - 1 else ""
            delta = {"type": "text_delta", "text": word + space}
            self._event("content_block_delta", index=0, delta=delta)
            time.sleep(self._coach.word_s)
            if number == 1 and not self._goes_on(manner):
                return False
        return True

    def _goes_on(self, manner: str) -> bool:
        match manner:
            case "cut" | "cut_quietly":
                self.connection.shutdown(socket.SHUT_RDWR)
                return False
            case "stream_reset":
                self._reset()
                return False
            case "stream_overloaded":
                self._event("error", error={"type": "overloaded_error", "message": "Overloaded"})
                return False
            case "stream_bad_json":
                self._write(b"event: content_block_delta\ndata: {not json\n\n")
                return False
            case "stall":
                self._coach.go_on.wait(30)
        return True

    def _event(self, kind: str, **content: object) -> None:
        data = json.dumps({"type": kind, **content})
        self._write(f"event: {kind}\ndata: {data}\n\n".encode())

    def _write(self, content: bytes) -> None:
        if self._chunked:
            content = f"{len(content):x}\r\n".encode() + content + b"\r\n"
        self.wfile.write(content)
        self.wfile.flush()


def _error(kind: str, told: str) -> dict[str, object]:
    return {"type": "error", "error": {"type": kind, "message": told}, "request_id": "req"}
