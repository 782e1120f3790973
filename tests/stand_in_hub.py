"""A model hub on this computer, with the micro model as every model; it can misbehave."""

import contextlib
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from tests.micro_model import FOLDER

REVISION = "5" * 40
CUT_AT = 1_000_000
LARGE = "model.bin"


@dataclass
class StandInHub:
    """`manner` may be changed at any time; `ranges` is what each request for model.bin asked."""

    endpoint: str
    manner: str = "normal"
    """normal, cut, corrupt, hang, hang_in_file, html, html_file, slow, drip, unranged, foreign,
    elsewhere (model.bin is handed over to `other`), circle, or an HTTP status such as 404."""
    other: str = ""
    """The address that is handed over to."""
    ranges: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    authorizations: list[str | None] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)


@contextlib.contextmanager
def stand_in_hub() -> Iterator[StandInHub]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    hub = StandInHub(f"http://127.0.0.1:{server.server_port}")
    server.hub = hub  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield hub
    finally:
        hub.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _listing() -> bytes:
    siblings: list[dict[str, Any]] = [{"rfilename": "README.md", "size": 3, "blobId": "0" * 40}]
    for path in sorted(FOLDER.iterdir()):
        content = path.read_bytes()
        entry: dict[str, Any] = {"rfilename": path.name, "size": len(content)}
        entry["blobId"] = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        if path.name == LARGE:
            digest = hashlib.sha256(content).hexdigest()
            entry["lfs"] = {"sha256": digest, "size": len(content), "pointerSize": 130}
        siblings.append(entry)
    return json.dumps({"id": "stand/in", "sha": REVISION, "siblings": siblings}).encode()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def _hub(self) -> StandInHub:
        hub: StandInHub = self.server.hub  # type: ignore[attr-defined]
        return hub

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        self._hub.paths.append(self.path)
        self._hub.authorizations.append(self.headers.get("Authorization"))
        path = urlsplit(self.path).path
        if self._hub.manner.isdigit():
            self._answer(int(self._hub.manner), "application/json", b"{}")
        elif self._hub.manner == "hang":
            self._hub.over.wait()
        elif self._hub.manner == "html":
            self._answer(200, "text/html", b"<html>please log in</html>")
        elif self._hub.manner == "foreign":
            self._answer(200, "application/json", b'["welcome"]')
        elif self._hub.manner == "circle":
            self._redirect(self.path)
        elif path.startswith("/api/models/"):
            self._answer(200, "application/json", _listing())
        else:
            self._file(path.rsplit("/", 1)[-1])

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        self._head(status, kind, len(body))
        self.wfile.write(body)

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _head(self, status: int, kind: str, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _file(self, name: str) -> None:
        content, start = (FOLDER / name).read_bytes(), 0
        asked = self.headers.get("Range")
        if name == LARGE:
            self._hub.ranges.append(asked)
            if self._hub.manner == "html_file":
                return self._answer(200, "text/html; charset=utf-8", b"<html>log in</html>")
            if self._hub.manner == "elsewhere":
                return self._redirect(self._hub.other + self.path)
            if self._hub.manner == "corrupt":
                content = content[:-1] + bytes([content[-1] ^ 1])
        if asked and self._hub.manner != "unranged":
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
        self._head(206 if start else 200, "application/octet-stream", len(content) - start)
        with contextlib.suppress(ConnectionError):
            self._send(name, content[start:])
        return None

    def _send(self, name: str, content: bytes) -> None:
        manner = self._hub.manner if name == LARGE else "normal"
        if manner in ("cut", "hang_in_file"):
            self.wfile.write(content[:CUT_AT])
            self.close_connection = True
            if manner == "hang_in_file":
                self._hub.over.wait()
        elif manner == "slow":
            for at in range(0, len(content), 100_000):
                self.wfile.write(content[at : at + 100_000])
                time.sleep(0.01)
        elif manner == "drip":
            for byte in content:
                self.wfile.write(bytes([byte]))
                if self._hub.over.wait(0.02):
                    break
        else:
            self.wfile.write(content)
