"""An end to a whole exchange over HTTP: the timeouts of httpx2 begin anew with every byte."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from socket import SHUT_RDWR, socket
from typing import Any


class Late(Exception):
    """An exchange did not end in time."""


class WholeTimeout:
    """While in this context, an exchange ends after so many seconds, however its bytes drip.

    Give `trace` to the request as its extension. Leaving the context after that raises Late.
    """

    def __init__(self, after_s: float) -> None:
        self._timer = threading.Timer(after_s, self._cut)
        self._timer.daemon = True
        self._line: socket | None = None
        self.is_late = False

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """Hears of each step of an exchange, and keeps the socket that holds."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._line = told["return_value"].get_extra_info("socket")

    def _cut(self) -> None:
        self.is_late = True
        if self._line is not None:
            with suppress(OSError):  # it ended by itself meanwhile
                self._line.shutdown(SHUT_RDWR)

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        self._timer.cancel()
        if self.is_late:  # whatever came of it is no whole answer
            raise Late from error
