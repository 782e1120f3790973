"""The address of a transcription server: what a person types, made exact or refused with a reason.

Nothing is sent to a server unless the person wrote its address. Where the way there cannot be
read by others (this computer itself, or https) the address is enough; plain http to elsewhere
needs a confirmation, which holds for that exact address alone.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from storybuilder.core.settings import Settings

Scheme = Literal["http", "https"]
USUAL_PORT: dict[Scheme, int] = {"http": 80, "https": 443}
OPERATION = "/audio/transcriptions"
"""What OpenAI's API calls this job, below the version: /v1/audio/transcriptions."""
_WHOLE_PATHS = (OPERATION, "/inference")
"""Ends of a path that leads all the way; the second is where whisper.cpp's server answers."""
MOST_CHARACTERS = 300
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_PATH = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@%/-]*")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")


class AddressMisfit(ValueError):
    """Why something is no address, as a sentence without its full stop; never what was written."""


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a server answers."""

    scheme: Scheme
    host: str
    """A name in lower case, or an IP address; IPv6 without its brackets."""
    port: int
    path: str
    """All the way to the operation."""

    @property
    def shown(self) -> str:
        """Host and port, as the person sees them wherever the server is used."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == USUAL_PORT[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address; reading it again gives the same."""
        return f"{self.scheme}://{self.shown}{self.path}"

    @property
    def short(self) -> str:
        """The address as a person would write it; reading it again gives the same."""
        short = f"{self.scheme}://{self.shown}{self.path.removesuffix('/v1' + OPERATION)}"
        return short if server_address(short) == self else self.url

    @property
    def is_loopback(self) -> bool:
        """Whether the server is on this computer, so that nothing leaves it."""
        number = _ip(self.host)
        if isinstance(number, IPv6Address) and number.ipv4_mapped is not None:
            number = number.ipv4_mapped
        return self.host == "localhost" or (number is not None and number.is_loopback)

    @property
    def needs_confirmation(self) -> bool:
        """Whether others on the way could listen: plain http to another computer."""
        return self.scheme == "http" and not self.is_loopback


@dataclass(frozen=True, slots=True)
class Server:
    """A server to transcribe with."""

    address: ServerAddress
    model: str
    confirmed: bool
    """The person knows that this exact address is reached by plain http."""

    @property
    def may_be_used(self) -> bool:
        """Whether recordings may be sent there."""
        return self.confirmed or not self.address.needs_confirmation

    @property
    def name(self) -> str:
        """What stands in a transcript as the model that heard it."""
        return f"{self.model} at {self.address.shown}"


def server_in_use(settings: Settings) -> Server | None:
    """The server that the settings choose; None when they choose to listen on this computer.

    It may still need its confirmation. Raises AddressMisfit for settings written by hand.
    """
    if not settings.server_on:
        return None
    address = server_address(settings.server)
    return Server(address, settings.server_model, settings.server_confirmed == address.url)


def server_address(written: str) -> ServerAddress:
    """The address that someone typed: a host, with or without scheme, port and path.

    Without a scheme it is https, and http for this computer itself. Raises AddressMisfit.
    """
    text = written.strip()
    if not text:
        raise AddressMisfit("Write the server's address, for example https://nas.local:8000")
    if len(text) > MOST_CHARACTERS:
        raise AddressMisfit(f"An address has at most {MOST_CHARACTERS} characters")
    if any(not one.isprintable() or one.isspace() or one in '\\"<>^`{|}' for one in text):
        raise AddressMisfit('An address has no spaces and none of these signs: \\ " < > ^ ` { | }')
    scheme, rest = _scheme(text)
    parts = _parts(rest)
    host = _host(parts)
    path = _whole_path(parts.path)
    if scheme is None:
        scheme = "http" if ServerAddress("http", host, 80, path).is_loopback else "https"
    return ServerAddress(scheme, host, _port(parts, scheme), path)


def _scheme(text: str) -> tuple[Scheme | None, str]:
    """The scheme, if there is one, and what follows it."""
    before, mark, after = text.partition("://")
    if not mark:
        return None, text
    match before.lower():
        case "http":
            return "http", after
        case "https":
            return "https", after
    raise AddressMisfit("An address begins with http:// or https://, or with the server's name")


def _parts(rest: str) -> SplitResult:
    if _ip(rest) is not None and ":" in rest:
        rest = f"[{rest}]"  # an IPv6 address on its own
    try:
        parts = urlsplit(f"//{rest}")
    except ValueError as error:
        raise AddressMisfit(
            "An IPv6 address stands in brackets, for example [fd00::5]:8000"
        ) from error
    if "@" in parts.netloc:
        raise AddressMisfit(
            "Leave out the name and password: the address is shown on the screen. A key goes "
            "into the environment variable STORYBUILDER_SERVER_KEY"
        )
    if parts.query or parts.fragment or rest.endswith(("?", "#")):
        raise AddressMisfit("Leave out everything from ? or # on")
    return parts


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").removesuffix(".")
    if "%" in host:
        raise AddressMisfit("Leave out the % and what follows it in the server's name")
    number = _ip(host)
    if number is not None:
        if number.is_unspecified:
            raise AddressMisfit(
                f"{number} is what a server listens on, not where it is: write its name, or "
                "localhost if it runs on this computer"
            )
        return str(number)
    name = _ascii(host)
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressMisfit("That is not the name or number of a computer")
    if _NUMBER.fullmatch(labels[-1]):  # 127.1, 0x7f.1: systems read these as they please
        raise AddressMisfit("An IP address has four numbers up to 255, for example 192.168.1.20")
    return name


def _ascii(host: str) -> str:
    """A name as the network knows it: München becomes xn--mnchen-3ya."""
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise AddressMisfit("That is not the name or number of a computer") from error


def _port(parts: SplitResult, scheme: Scheme) -> int:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise AddressMisfit("A port is a number from 1 to 65535")
    return USUAL_PORT[scheme] if port is None else port


def _whole_path(path: str) -> str:
    if not _PATH.fullmatch(path):
        raise AddressMisfit("What follows the server's name has signs that no address has")
    path = path.rstrip("/")
    if path.endswith(_WHOLE_PATHS):
        return path
    return path + ("" if path.endswith("/v1") else "/v1") + OPERATION


def _ip(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
