"""What Flet's native client does, without a window: connects, begins a session, and leaves.

Started by the program under test as `flet SOCKET PID_FILE [ASSETS]`, behind one more argument
that says what it is to do: `leave` at once, `visit` for a moment, or `stay` until told to end.
"""

import socket
import sys
import time
from pathlib import Path

import msgpack

REGISTER_CLIENT = 1


def install(folder: Path, manner: str) -> Path:
    """Make `folder` one that holds a client, as FLET_VIEW_PATH wants it."""
    folder.mkdir(parents=True)
    client = folder / "flet"
    client.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{__file__}" {manner} "$@"\n')
    client.chmod(0o755)
    return folder


def visit(address: str) -> None:
    body: dict[str, object] = {"session_id": None, "page_name": "", "page": {}}
    packet = b"\x00" + msgpack.packb([REGISTER_CLIENT, body])
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(address)
        line.sendall(len(packet).to_bytes(4, "little") + packet)
        line.recv(1)


def run(manner: str, address: str) -> None:
    if manner == "leave":
        raise SystemExit(3)
    visit(address)
    if manner == "stay":
        time.sleep(60)


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2])
