"""What a proxy, a name server or a certificate can do to a download."""

import socket
import ssl
import threading
from collections.abc import Iterator

import httpx2
import pytest
from huggingface_hub import close_session

from storybuilder.adapters.hub_failure import failures_in_words
from storybuilder.adapters.model_hub import ModelHub
from storybuilder.errors import ModelDownloadFailed

VARIABLES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def no_setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    close_session()  # its client reads the variables only once
    yield
    close_session()


@pytest.fixture
def refusing() -> Iterator[socket.socket]:
    """A proxy that answers every request with 403."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=answer, args=(server, b"403 Forbidden"), daemon=True).start()
        yield server


@pytest.fixture
def asking() -> Iterator[socket.socket]:
    """A proxy that wants a name and a password."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        wanted = b"407 Proxy Authentication Required"
        threading.Thread(target=answer, args=(server, wanted), daemon=True).start()
        yield server


def answer(server: socket.socket, status: bytes) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n")


def port(server: socket.socket) -> int:
    return int(server.getsockname()[1])


def said(monkeypatch: pytest.MonkeyPatch, proxy: str, hub: str = "https://hub.example") -> str:
    """What is said about a download through a proxy."""
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.setenv("HTTP_PROXY", proxy)
    with pytest.raises(ModelDownloadFailed) as caught:
        ModelHub(hub, silent_s=2).files("stand/in")
    return caught.value.sentence()


@pytest.mark.parametrize("hub", ["https://hub.example", "http://hub.example"])
def test_a_proxy_that_wants_a_password_is_named_and_no_password_is_repeated(
    monkeypatch: pytest.MonkeyPatch, asking: socket.socket, hub: str
) -> None:
    words = said(monkeypatch, f"http://anna:secret@127.0.0.1:{port(asking)}", hub)
    assert words.startswith("the proxy 127.0.0.1 asks for a name and a password: write both into")
    assert "anna" not in words
    assert "secret" not in words


def test_a_proxy_that_refuses_is_named(
    monkeypatch: pytest.MonkeyPatch, refusing: socket.socket
) -> None:
    words = said(monkeypatch, f"http://127.0.0.1:{port(refusing)}")
    assert words.startswith("the proxy 127.0.0.1 does not let hub.example through: check HTTPS_P")


@pytest.mark.parametrize(
    ("proxy", "start"),
    [
        ("http://127.0.0.1:1", "the proxy 127.0.0.1 cannot be reached: check HTTPS_PROXY"),
        ("127.0.0.1:1", "the proxy 127.0.0.1 cannot be reached: check HTTPS_PROXY"),
        ("http://proxy.invalid:80", "the proxy proxy.invalid is not known on this network: check"),
        ("http://anna:secret@", "the proxy"),
        ("socks5://127.0.0.1:1", "a SOCKS proxy is set, and downloads cannot go through one: set"),
        ("ftp://127.0.0.1:1", "the proxy setting is no address: check HTTPS_PROXY"),
        ("http://[secret", "the proxy is not known on this network: check HTTPS_PROXY"),
    ],
)
def test_a_proxy_that_is_not_there_is_told_from_a_hub_that_is_not(
    monkeypatch: pytest.MonkeyPatch, proxy: str, start: str
) -> None:
    words = said(monkeypatch, proxy)
    assert words.startswith(start)
    assert "secret" not in words


def test_a_host_that_no_proxy_stands_before_is_named_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    words = said(monkeypatch, "http://proxy.invalid:80", "http://127.0.0.1:1")
    assert words.startswith("127.0.0.1 cannot be reached: check the connection")


def test_a_certificate_that_is_not_trusted_is_no_lost_connection() -> None:
    lost = httpx2.ConnectError("CERTIFICATE_VERIFY_FAILED")
    lost.__cause__ = ssl.SSLCertVerificationError("self-signed certificate")
    with (
        pytest.raises(ModelDownloadFailed, match=r"came as hub\.example cannot be trusted"),
        failures_in_words("hub.example", 1.0),
    ):
        raise lost
