import asyncio
import signal
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send
from websockets.exceptions import InvalidStatus

from storybuilder.local_server import Visits
from tests.tiny_app import Started, Visitor


@dataclass(frozen=True)
class Admitted:
    """Who asks a running program, and the cookie that its token was spent on."""

    visitor: Visitor
    cookie: str


@pytest.fixture(scope="module")
def at() -> Iterator[Admitted]:
    with Started() as program:
        visitor = Visitor(program.address())
        yield Admitted(visitor, visitor.cookie())


def test_an_app_that_talks_to_a_page_that_left_hears_so() -> None:
    heard: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.send", "text": "too late"})
        heard.append(await receive())

    async def left() -> Message:
        return {"type": "websocket.disconnect"}

    async def broken(message: Message) -> None:
        raise ConnectionResetError

    visits = Visits(app)
    asyncio.run(visits({"type": "websocket"}, left, broken))
    assert (heard, visits.open) == ([{"type": "websocket.disconnect"}], 0)


@pytest.mark.slow
def test_without_a_token_there_is_no_answer(at: Admitted) -> None:
    assert at.visitor.get("/").status == 403


@pytest.mark.slow
@pytest.mark.parametrize("token", ["", "wrong", "%C3%A9", "%ff"])
def test_a_wrong_token_is_refused(at: Admitted, token: str) -> None:
    assert at.visitor.get(f"/?token={token}").status == 403


@pytest.mark.slow
def test_a_token_works_once(at: Admitted) -> None:
    assert at.visitor.get(at.visitor.way_in).status == 403


@pytest.mark.slow
def test_the_token_is_answered_with_a_cookie_that_scripts_and_other_sites_cannot_use() -> None:
    with Started() as program:
        visitor = Visitor(program.address())
        answer = visitor.get(visitor.way_in)
    attributes = {part.strip().lower() for part in str(answer.headers["set-cookie"]).split(";")}
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert {"httponly", "samesite=strict", "path=/"} <= attributes
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.slow
def test_the_cookie_opens_the_program(at: Admitted) -> None:
    assert at.visitor.get("/", Cookie=at.cookie).status == 200


@pytest.mark.slow
@pytest.mark.parametrize("value", ["", "wrong", "\u00e9"])
def test_a_wrong_cookie_is_refused(at: Admitted, value: str) -> None:
    name = at.cookie.split("=")[0]
    assert at.visitor.get("/", Cookie=f"{name}={value}").status == 403


@pytest.mark.slow
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", ""])
def test_a_foreign_host_is_refused_even_with_the_cookie(at: Admitted, host: str) -> None:
    assert at.visitor.get("/", Host=host, Cookie=at.cookie).status == 403


@pytest.mark.slow
def test_a_foreign_host_does_not_spend_the_token() -> None:
    with Started() as program:
        visitor = Visitor(program.address())
        assert visitor.get(visitor.way_in, Host="evil.example").status == 403
        assert visitor.get(visitor.way_in).status == 303


@pytest.mark.slow
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1"])
def test_a_socket_from_a_foreign_page_is_refused(at: Admitted, origin: str) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        at.visitor.socket(origin=origin, Cookie=at.cookie)


@pytest.mark.slow
def test_a_socket_from_our_own_page_needs_the_cookie(at: Admitted) -> None:
    with pytest.raises(InvalidStatus, match="403"):
        at.visitor.socket()


@pytest.mark.slow
def test_a_socket_neither_takes_nor_spends_the_token() -> None:
    with Started() as program:
        visitor = Visitor(program.address())
        with pytest.raises(InvalidStatus, match="403"):
            visitor.socket(path=visitor.way_in.replace("/", "/ws", 1))
        assert visitor.get(visitor.way_in).status == 303


@pytest.mark.slow
def test_a_socket_from_our_own_page_with_the_cookie_is_let_in(at: Admitted) -> None:
    with at.visitor.socket(Cookie=at.cookie) as line:
        assert line.ping().wait(5)


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/", "/main.dart.js", "/assets/fonts/MaterialIcons-Regular.otf"])
def test_every_answer_carries_the_policy_and_admits_no_other_site(at: Admitted, path: str) -> None:
    headers = at.visitor.get(path, Cookie=at.cookie).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["access-control-allow-origin"] is None
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/docs/oauth2-redirect"])
def test_the_framework_describes_nothing(at: Admitted, path: str) -> None:
    text = at.visitor.text(path, Cookie=at.cookie).lower()
    assert "swagger" not in text
    assert "openapi" not in text


@pytest.mark.slow
@pytest.mark.parametrize("elsewhere", ["127.0.0.2", "::1"])
def test_only_one_address_of_this_computer_listens(at: Admitted, elsewhere: str) -> None:
    with pytest.raises(OSError):
        socket.create_connection((elsewhere, at.visitor.port), timeout=1)


def visit_and_leave(program: Started) -> None:
    visitor = Visitor(program.address())
    with visitor.socket(Cookie=visitor.cookie()):
        pass


@pytest.mark.slow
def test_it_ends_when_the_last_page_has_been_closed_for_a_while() -> None:
    with Started("--idle-exit-s", "0.5") as program:
        visit_and_leave(program)
        assert program.process.wait(10) == 0


@pytest.mark.slow
def test_it_waits_for_the_first_page() -> None:
    with Started("--idle-exit-s", "0.1") as program:
        visitor = Visitor(program.address())
        assert program.still_runs_after(1.5)
        assert visitor.get("/").status == 403


@pytest.mark.slow
def test_a_refused_socket_does_not_end_it() -> None:
    with Started("--idle-exit-s", "0.1") as program:
        visitor = Visitor(program.address())
        with pytest.raises(InvalidStatus):
            visitor.socket()
        assert program.still_runs_after(1.5)


@pytest.mark.slow
def test_it_does_not_end_while_busy_and_does_afterwards(tmp_path: Path) -> None:
    recording = tmp_path / "recording"
    recording.touch()
    with Started("--idle-exit-s", "0.1", "--busy-while", str(recording)) as program:
        visit_and_leave(program)
        assert program.still_runs_after(1.5)
        recording.unlink()
        assert program.process.wait(10) == 0


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_with_code_0(number: signal.Signals) -> None:
    with Started() as program:
        program.address()
        assert program.end(number) == 0


@pytest.mark.slow
def test_a_signal_ends_it_while_a_page_is_open() -> None:
    with Started() as program:
        visitor = Visitor(program.address())
        with visitor.socket(Cookie=visitor.cookie()):
            assert program.end(signal.SIGTERM) == 0
