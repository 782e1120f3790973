"""Nothing in a test run may open a connection to another computer: who tries is found out.

`watch` listens to every connection that this Python opens, by an audit hook, which nothing can take
away again. Programs that tests start are watched too: `tests/loopback_site` stands on their path.
What was tried is written down, and fails the run at its end, even if the program took the refusal
for a missing network and went on.
"""

import ipaddress
import os
import socket
import sys
from pathlib import Path
from typing import Any

RECORD = "STORYBUILDER_TESTS_TRIED"
"""Environment variable with the file in which every attempt is written down."""
_WATCHED = "storybuilder_tests_watched"
SITE = Path(__file__).parent / "loopback_site"


class NotLoopback(ConnectionRefusedError):
    """A connection to another computer, refused."""


def watch() -> None:
    """Refuse and write down every connection that leaves this computer, until the end. Once."""
    if _WATCHED not in sys.modules:  # the same file may be here under two names
        sys.modules[_WATCHED] = sys.modules[__name__]
        sys.addaudithook(_heard)


def watch_children() -> None:
    """Have Pythons that are started from here watch themselves."""
    before = os.environ.get("PYTHONPATH", "")
    if str(SITE) not in before.split(os.pathsep):
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(SITE), before]))


def tried() -> list[str]:
    """Addresses that somebody tried to reach so far."""
    record = os.environ.get(RECORD)
    if not record or not Path(record).is_file():
        return []
    return Path(record).read_text(encoding="utf-8").splitlines()


def stays_here(family: int, address: Any) -> bool:
    """Whether an address of a socket of this family is this computer."""
    if family not in (socket.AF_INET, socket.AF_INET6):
        return True
    host = str(address[0]).partition("%")[0]
    try:
        found = ipaddress.ip_address(host)
    except ValueError:  # a name: the system would look it up
        return host == "localhost"
    mapped = getattr(found, "ipv4_mapped", None) or found
    return mapped.is_loopback or mapped.is_unspecified


def _heard(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in ("socket.connect", "socket.sendto"):
        return
    connection, address = arguments
    if not isinstance(address, tuple) or stays_here(connection.family, address):
        return
    if record := os.environ.get(RECORD):
        with Path(record).open("a", encoding="utf-8") as file:
            file.write(f"{address[0]}:{address[1]} by {Path(sys.argv[0]).name}\n")
    raise NotLoopback(f"a test may not reach {address[0]}")
