"""Speech models on the Hugging Face hub: what there is, and fetching it file by file.

The hub's own library has no timeout, starts anew after a crash, shows no progress through
faster-whisper, compares no checksum, and asks huggingface.co which tools of others may be running
before it asks for what is wanted (huggingface_hub 2.4). So only its HTTP client is used here, which
honours the proxy variables. Nothing of the person is sent.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from storybuilder import __version__
from storybuilder.adapters.hub_failure import (
    check_status,
    failures_in_words,
    host_of,
    page_instead,
    proxy_failures_in_words,
    too_slow,
)
from storybuilder.adapters.model_folder import NEEDED
from storybuilder.errors import ModelDownloadFailed

if TYPE_CHECKING:
    import httpx2

CONNECT_S = 5.0
SILENT_S = 20.0
"""No byte for this long: the connection is dead, though nobody said so."""
WANTED = (
    "config.json",
    "model.bin",
    "preprocessor_config.json",
    "tokenizer.json",
    "vocabulary.json",
    "vocabulary.txt",
)
MOST_LISTING_BYTES = 5_000_000
"""A description of a model has some ten thousand."""
LEAST_BYTES_A_S = 1_000
"""Slower than this for SILENT_S is as good as dead: the smallest model would take a day."""
_NOT_OFFERED = (401, 403, 404, 410)
"""The hub answers 401 for a repository that does not exist, unless one is logged in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubFile:
    """One file of a model, as the hub describes it."""

    name: str
    url: str
    size_bytes: int
    sha256: str | None
    """Checksum of a large file."""
    git_sha1: str
    """For a small file, the checksum that git gives it."""

    def is_whole(self, path: Path) -> bool:
        """Whether a local file has exactly the content that the hub has."""
        if not path.is_file() or path.stat().st_size != self.size_bytes:
            return False
        if self.sha256 is None:
            header = f"blob {self.size_bytes}\0".encode()
            return hashlib.sha1(header + path.read_bytes()).hexdigest() == self.git_sha1
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == self.sha256


@dataclass(frozen=True, slots=True)
class _Listing:
    """What the hub says about a model."""

    revision: str
    files: tuple[dict[str, Any], ...]


class ModelHub:
    """Talks to the hub. Every wait has an end."""

    def __init__(self, endpoint: str = "", silent_s: float = SILENT_S) -> None:
        """`endpoint` is the hub's address; empty for HF_ENDPOINT or huggingface.co."""
        self._endpoint = endpoint
        self._silent_s = silent_s

    def files(self, repository: str) -> tuple[HubFile, ...]:
        """What must be fetched of a model. Raises ModelDownloadFailed."""
        from huggingface_hub import constants

        endpoint = (self._endpoint or constants.ENDPOINT).rstrip("/")
        found = self._listing(f"{endpoint}/api/models/{repository}?blobs=true")
        at, host = f"{endpoint}/{repository}/resolve/{found.revision}", host_of(endpoint)
        try:
            files = tuple(
                _hub_file(file, at) for file in found.files if file["rfilename"] in WANTED
            )
        except (KeyError, TypeError) as error:
            raise page_instead(host) from error
        described = {file.name for file in files if file.size_bytes}
        if not described.issuperset(NEEDED):
            raise ModelDownloadFailed(
                f"{host} offers only a part of {repository}", "choose another model."
            )
        return files

    def _listing(self, url: str) -> _Listing:
        """What the hub says about a model. Raises ModelDownloadFailed."""
        host = host_of(url)
        with failures_in_words(host, self._silent_s), self._answer(url, {}) as response:
            pace, told = _Pace(host, self._silent_s), bytearray()
            for piece in response.iter_bytes():
                pace.check(len(piece))
                told += piece
                if len(told) > MOST_LISTING_BYTES:
                    raise page_instead(host)
        try:
            found = json.loads(told)
            return _Listing(str(found.get("sha") or "main"), tuple(found["siblings"]))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise page_instead(host) from error

    @contextmanager
    def _answer(self, url: str, headers: dict[str, str]) -> "Iterator[httpx2.Response]":
        """An answer that is neither a refusal nor a page. Raises ModelDownloadFailed."""
        from httpx2 import Timeout

        named = {"User-Agent": f"storybuilder/{__version__}", **headers}
        timeout = Timeout(self._silent_s, connect=min(CONNECT_S, self._silent_s))
        with _client().stream("GET", url, headers=named, timeout=timeout) as response:
            check_status(response.status_code, host_of(url))
            if "html" in response.headers.get("content-type", ""):
                raise page_instead(host_of(url))
            yield response

    def fetch(
        self,
        file: HubFile,
        to: Path,
        arrived: Callable[[int], None],
        stopped: Callable[[], bool],
    ) -> bool:
        """Fetch one file, going on where `<to>.part` ends; False if `stopped()` said so.

        `arrived` hears how many bytes of it there are. `to` appears when its checksum is right.
        Raises ModelDownloadFailed, and OSError when it cannot be written.
        """
        part = to.with_name(to.name + ".part")
        if _size(part) > file.size_bytes:
            part.unlink()
        if _size(part) < file.size_bytes and not self._receive(file, part, arrived, stopped):
            return False
        if not file.is_whole(part):
            part.unlink()
            raise ModelDownloadFailed(
                f"{file.name} arrived damaged", "start the download again; the rest is kept."
            )
        part.replace(to)
        return True

    def _receive(
        self, file: HubFile, part: Path, arrived: Callable[[int], None], stopped: Callable[[], bool]
    ) -> bool:
        have, host = _size(part), host_of(file.url)
        # Compressed on the way, bytes could not be counted.
        headers = {"Accept-Encoding": "identity"}
        if have:
            headers["Range"] = f"bytes={have}-"
        with (
            failures_in_words(host, self._silent_s),
            self._answer(file.url, headers) as response,
        ):
            continues = response.status_code == 206
            have = have if continues else 0
            pace = _Pace(host, self._silent_s)
            with part.open("ab" if continues else "wb") as out:
                # As they come: a piece of a set size could be awaited for ever.
                for chunk in response.iter_bytes():
                    out.write(chunk)
                    pace.check(len(chunk))
                    have += len(chunk)
                    arrived(min(have, file.size_bytes))
                    if stopped():
                        return False
                    if have > file.size_bytes:
                        break
        if have < file.size_bytes:
            raise ModelDownloadFailed(f"{host} stopped sending in the middle of {file.name}")
        return True


def _client() -> "httpx2.Client":
    """The client of huggingface_hub, made when it is first asked for."""
    from huggingface_hub import get_session

    with proxy_failures_in_words():
        return get_session()


class _Pace:
    """Notices a sender that never falls silent and yet sends next to nothing."""

    def __init__(self, host: str, window_s: float) -> None:
        self._host, self._window_s = host, window_s
        self._since_s, self._bytes = monotonic(), 0

    def check(self, arrived: int) -> None:
        """Count what arrived. Raises ModelDownloadFailed."""
        self._bytes += arrived
        now_s = monotonic()
        passed_s = now_s - self._since_s
        if passed_s < self._window_s:
            return
        if self._bytes < LEAST_BYTES_A_S * passed_s:
            raise too_slow(self._host, self._bytes / passed_s)
        self._since_s, self._bytes = now_s, 0


def _hub_file(file: dict[str, Any], at: str) -> HubFile:
    """Raises KeyError or TypeError where the hub's description is not what we know."""
    large = file.get("lfs")
    return HubFile(
        name=file["rfilename"],
        url=f"{at}/{file['rfilename']}",
        size_bytes=int(file.get("size") or 0),
        sha256=large["sha256"] if large else None,
        git_sha1=file.get("blobId") or "",
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
