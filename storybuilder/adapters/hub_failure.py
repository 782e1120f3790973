"""What can go wrong between this computer and the hub of speech models, in words of ours.

The names and passwords that a proxy's address may carry are never repeated.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from storybuilder.errors import ModelDownloadFailed

_NOT_OFFERED = (401, 403, 404, 410)
"""The hub answers 401 for a repository that does not exist, unless one is logged in."""
_PROXY_WANTS_A_NAME = 407
_AGAIN = "start the download again; it continues where it stopped."
_PROXY_SETTING = (
    "check HTTPS_PROXY or the proxy in the system settings, or take it away if this network needs "
    "none, then start the download again."
)


@contextmanager
def failures_in_words(host: str, silent_s: float) -> Iterator[None]:
    """Say what the network, a proxy or the hub did. Raises ModelDownloadFailed only."""
    import httpx2
    from huggingface_hub.errors import OfflineModeIsEnabled

    try:
        yield
    except OfflineModeIsEnabled as error:
        raise ModelDownloadFailed(
            "downloads are switched off by HF_HUB_OFFLINE", "remove that variable first."
        ) from error
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise _broken_off(error, host, silent_s) from error


@contextmanager
def proxy_failures_in_words() -> Iterator[None]:
    """Say what is wrong with the proxy setting, read when a client is made.

    Raises ModelDownloadFailed only.
    """
    import httpx2

    try:
        yield
    except ImportError as error:
        raise ModelDownloadFailed(
            "a SOCKS proxy is set, and downloads cannot go through one",
            "set HTTPS_PROXY to an http:// proxy, or take the setting away, then start the "
            "program and the download again.",
        ) from error
    except (ValueError, httpx2.InvalidURL) as error:
        raise ModelDownloadFailed("the proxy setting is no address", _PROXY_SETTING) from error


def host_of(url: str) -> str:
    """The name of the computer in an address."""
    return urlsplit(url).hostname or url


def check_status(status: int, host: str) -> None:
    """Return if the answer is the one asked for. Raises ModelDownloadFailed."""
    if status in (200, 206):
        return
    if status in _NOT_OFFERED:
        raise ModelDownloadFailed(
            f"{host} does not offer this model (answer {status})", "choose another model."
        )
    if status == _PROXY_WANTS_A_NAME:
        raise _refused_by_proxy(str(status), host)
    if status == 429:
        raise ModelDownloadFailed(
            f"{host} has had too many requests from this network",
            "wait some minutes and start the download again; it continues where it stopped.",
        )
    raise ModelDownloadFailed(
        f"{host} has trouble of its own (answer {status})",
        "start the download again later; it continues where it stopped.",
    )


def page_instead(host: str) -> ModelDownloadFailed:
    """A page for people came where the hub should have answered."""
    return ModelDownloadFailed(
        f"something else than {host} answered",
        "this network may want you to log in: open any page in a browser, then try again.",
    )


def too_slow(host: str, bytes_a_s: float) -> ModelDownloadFailed:
    """It would take days."""
    return ModelDownloadFailed(f"{host} sends only {bytes_a_s:.0f} bytes a second")


def _broken_off(error: Exception, host: str, silent_s: float) -> ModelDownloadFailed:
    import httpx2

    asked = _asked(error, host)
    match error:
        case httpx2.ProxyError():
            return _refused_by_proxy(str(error), host)
        case httpx2.TooManyRedirects():
            return ModelDownloadFailed(f"{host} sends from one address to the next")
        case httpx2.ConnectTimeout():
            return ModelDownloadFailed(f"{_proxy_before(asked) or asked} did not answer")
        case httpx2.TimeoutException():
            return ModelDownloadFailed(f"{asked} sent nothing for {silent_s:g} s")
        case httpx2.ConnectError():
            return _unreachable(error, asked)
        case _:
            return ModelDownloadFailed(f"the connection to {asked} broke off")


def _unreachable(error: Exception, asked: str) -> ModelDownloadFailed:
    proxy = _proxy_before(asked)
    causes = tuple(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return ModelDownloadFailed(
            f"the answer that came as {asked} cannot be trusted",
            "this network may read along; if that is meant to be, ask who runs it for its "
            "certificate and name that in SSL_CERT_FILE.",
        )
    found = not any(isinstance(cause, socket.gaierror) for cause in causes)
    if proxy is not None:
        happened = "cannot be reached" if found else "is not known on this network"
        return ModelDownloadFailed(f"{proxy} {happened}", _PROXY_SETTING)
    if found:
        return ModelDownloadFailed(f"{asked} cannot be reached")
    return ModelDownloadFailed(
        f"{asked} was not found", f"check that this computer is online and {_AGAIN}"
    )


def _refused_by_proxy(said: str, host: str) -> ModelDownloadFailed:
    named = _proxy_before(host) or "a proxy"
    if str(_PROXY_WANTS_A_NAME) in said:
        return ModelDownloadFailed(
            f"{named} asks for a name and a password",
            "write both into HTTPS_PROXY, as http://name:password@proxy:port, then start the "
            "program and the download again.",
        )
    return ModelDownloadFailed(f"{named} does not let {host} through", _PROXY_SETTING)


def _proxy_before(host: str) -> str | None:
    """The proxy that requests to a host go through, by name; None if they go there straight."""
    proxies = getproxies()
    address = proxies.get("https") or proxies.get("http") or proxies.get("all")
    if not address or proxy_bypass(host):
        return None
    try:
        name = urlsplit(address if "://" in address else f"http://{address}").hostname
    except ValueError:  # brackets that do not close
        name = None
    return f"the proxy {name}" if name else "the proxy"


def _asked(error: Exception, host: str) -> str:
    """The host that failed: the hub hands large files over to others."""
    import httpx2

    if not isinstance(error, httpx2.RequestError):
        return host
    try:
        return error.request.url.host or host
    except RuntimeError:  # it has no request
        return host


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
