"""The program in a browser: a web server that answers only the person who started it.

Flet's own server asks nobody who they are: any page the person visits, and anyone else on the
computer, could open the program with all stories in it. Here every request must name our own
address as its host, a WebSocket must come from our own page, and both must carry a cookie that
is given once, in exchange for the token in the address that the browser is opened with.

What remains: the token stands in the browser's command line until it is used, and browsers
send a cookie to every port of 127.0.0.1, so another local server that the person visits sees it.
"""

import asyncio
import contextlib
import hmac
import secrets
import socket
import time
from collections.abc import Callable

import uvicorn
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
LARGEST_MESSAGE_BYTES = 64 * 2**20
"""A file chosen in the browser arrives as one message; ten minutes of take fit."""
WATCH_EVERY_S = 0.2
REFUSAL = (
    "This address belongs to the person who started storybuilder. "
    "Start it again to get a new address."
)


class Guard:
    """Passes on what comes from the browser that brought the token; refuses the rest with 403."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._authority = f"{LOOPBACK}:{port}"
        self._cookie = f"storybuilder_{port}"  # cookies ignore ports: two windows must not clash
        self._admitted = secrets.token_urlsafe(32)
        self._token: str | None = secrets.token_urlsafe(32)
        self._policy = _content_policy(self._authority)

    @property
    def address(self) -> str:
        """Where to send the browser. Works once."""
        return f"http://{self._authority}/?token={self._token}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, admit or refuse one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        asked = HTTPConnection(scope)
        if not self._is_addressed_to_us(asked):
            await _refuse(scope, receive, send)
        elif _same(asked.cookies.get(self._cookie), self._admitted):
            await self._app(scope, receive, self._hardened(send))
        elif scope["type"] == "http" and _same(asked.query_params.get("token"), self._token):
            await self._admit(scope, receive, send)
        else:
            await _refuse(scope, receive, send)

    def _is_addressed_to_us(self, asked: HTTPConnection) -> bool:
        if asked.headers.get("host") != self._authority:
            return False
        return asked.scope["type"] == "http" or (
            asked.headers.get("origin") == f"http://{self._authority}"
        )

    async def _admit(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._token = None
        answer = RedirectResponse("/", status_code=303, headers={"cache-control": "no-store"})
        answer.set_cookie(self._cookie, self._admitted, httponly=True, samesite="strict")
        await answer(scope, receive, self._hardened(send))

    def _hardened(self, send: Send) -> Send:
        async def harden(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                del headers["access-control-allow-origin"]
                headers["content-security-policy"] = self._policy
                headers["referrer-policy"] = "no-referrer"
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        return harden


class Visits:
    """Counts the open pages of an app: one WebSocket each, and only those the guard let in."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open: set[int] = set()
        self.ever = False

    @property
    def open(self) -> int:
        """How many pages are open now."""
        return len(self._open)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counted while its page is open."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def hear() -> Message:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                self._open.discard(id(scope))  # Flet waits for ever if no session was begun
            return message

        async def tell(message: Message) -> None:
            # Flet gives up at an error here, and its page would never hear that it was left.
            with contextlib.suppress(OSError):
                await send(message)

        self._open.add(id(scope))
        self.ever = True
        try:
            await self._app(scope, hear, tell)
        finally:
            self._open.discard(id(scope))


def serve(
    app: ASGIApp,
    *,
    on_ready: Callable[[str], None],
    idle_exit_s: float,
    busy: Callable[[], bool],
) -> None:
    """Serve `app` on a free port of this computer until a signal, or until nobody needs it.

    `on_ready` gets the address once it answers. Nobody needs the program when its last page has
    been closed for `idle_exit_s` and `busy()` has been false for as long; a program that no
    page was ever opened on waits. Call it in the main thread.
    """
    asyncio.run(_serve(app, on_ready, idle_exit_s, busy))


async def _serve(
    app: ASGIApp, on_ready: Callable[[str], None], idle_exit_s: float, busy: Callable[[], bool]
) -> None:
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        visits = Visits(app)
        guard = Guard(visits, listener.getsockname()[1])
        server = uvicorn.Server(_config(guard))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        if await _started(server, serving):
            on_ready(guard.address)
            await _needed(server, visits, idle_exit_s, busy)
            server.should_exit = True
        await serving
    if not server.started:
        raise RuntimeError("the local server did not start")


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        lifespan="on",
        log_level="warning",
        access_log=False,  # a line per request would hold the token
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE_BYTES,
        ws_per_message_deflate=False,  # nothing to save within one computer
        timeout_graceful_shutdown=2,
    )


async def _started(server: uvicorn.Server, serving: "asyncio.Task[None]") -> bool:
    while not server.started and not serving.done():  # noqa: ASYNC110 - uvicorn has no event
        await asyncio.sleep(0.01)
    return server.started


async def _needed(
    server: uvicorn.Server, visits: Visits, idle_exit_s: float, busy: Callable[[], bool]
) -> None:
    """Return once nobody needs the server any more, or it was told to end."""
    needed_at_s = time.monotonic()
    while not server.should_exit and time.monotonic() - needed_at_s < idle_exit_s:
        await asyncio.sleep(WATCH_EVERY_S)
        if visits.open or not visits.ever or busy():
            needed_at_s = time.monotonic()


def _content_policy(authority: str) -> str:
    """What the page may load: itself. Flet's client compiles WebAssembly and inlines a script."""
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",
            # Safari before 15.4 does not count a WebSocket as 'self'.
            f"connect-src 'self' ws://{authority} data: blob:",
            "img-src 'self' data: blob:",
            "media-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "object-src 'none'",
            "form-action 'none'",
        ]
    )


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close"})  # before accept: the browser sees a plain 403
        return
    await PlainTextResponse(REFUSAL, status_code=403)(scope, receive, send)


def _same(given: str | None, secret: str | None) -> bool:
    """Whether both are there and equal, without telling by the time it takes how far they agree."""
    if given is None or secret is None:
        return False
    return hmac.compare_digest(given.encode(), secret.encode())
