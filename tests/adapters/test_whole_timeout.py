"""How it ends a real exchange is in test_transcription_server."""

import socket

import pytest

from storybuilder.adapters.whole_timeout import Late, WholeTimeout


class Line:
    """What the transport tells of a connection."""

    def __init__(self, held: socket.socket) -> None:
        self.held = held

    def get_extra_info(self, name: str) -> socket.socket:
        assert name == "socket"
        return self.held


def test_what_ends_in_time_is_left_alone() -> None:
    with WholeTimeout(60):
        done = True
    assert done


def test_a_connection_that_waits_for_more_is_cut() -> None:
    here, there = socket.socketpair()
    end = WholeTimeout(0.05)
    with here, there, pytest.raises(Late), end:
        end.trace("connection.connect_tcp.complete", {"return_value": Line(here)})
        assert here.recv(1) == b""


def test_a_failure_that_came_of_the_cut_is_its_reason() -> None:
    here, there = socket.socketpair()
    end = WholeTimeout(0.05)
    with here, there, pytest.raises(Late) as late, end:
        end.trace("connection.start_tls.complete", {"return_value": Line(here)})
        raise ConnectionError(here.recv(1))
    assert isinstance(late.value.__cause__, ConnectionError)


def test_a_failure_in_time_stays_what_it_is() -> None:
    with pytest.raises(ValueError, match="mine"), WholeTimeout(60):
        raise ValueError("mine")


def test_a_connection_that_ended_meanwhile_is_no_trouble() -> None:
    here, there = socket.socketpair()
    end = WholeTimeout(0.05)
    with there, pytest.raises(Late), end:
        end.trace("connection.connect_tcp.complete", {"return_value": Line(here)})
        here.close()
        there.settimeout(5)
        while not end.is_late:
            pass
