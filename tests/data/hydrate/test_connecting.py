"""A connection goes to the address that was checked, under the name that was asked for."""

import ssl
import time

import httpcore
import httpx
import pytest

from data.hydrate.connecting import CheckedSockets
from data.hydrate.limits import Limits
from data.hydrate.transport import Transport

SIX, FOUR = "2606:4700::1111", "8.8.8.8"


class Wire(httpcore.NetworkStream):
    """Writes down what is asked of it and answers with one prepared answer."""

    def __init__(self, answer=b""):
        self.answer = answer
        self.names = []
        self.sent = b""
        self.timeouts = []
        self.is_closed = False

    def read(self, max_bytes, timeout=None):
        self.timeouts.append(timeout)
        given, self.answer = self.answer[:max_bytes], self.answer[max_bytes:]
        return given

    def write(self, buffer, timeout=None):
        self.sent += buffer

    def close(self):
        self.is_closed = True

    def start_tls(self, ssl_context, server_hostname=None, timeout=None):
        assert ssl_context.check_hostname
        assert ssl_context.verify_mode == ssl.CERT_REQUIRED
        self.names.append(server_hostname)
        return self


class Wires(httpcore.NetworkBackend):
    """Connects to a wire, or fails, as each address is said to do."""

    def __init__(self, **outcomes):
        self.outcomes = outcomes
        self.asked = []

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        self.asked.append((host, port))
        outcome = self.outcomes[{SIX: "six", FOUR: "four"}[host]]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def both(*_):
    return [SIX, FOUR, SIX]


def test_a_certificate_is_compared_with_the_name_though_the_connection_goes_to_a_number():
    wire = Wire(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    wires = Wires(six=wire)
    with httpx.Client(transport=Transport(CheckedSockets(Limits(), resolver=both, sockets=wires))) as client:
        assert client.get("https://one.example/a").status_code == 200
    assert wires.asked == [(SIX, 443)]
    assert wire.names == ["one.example"]
    assert b"Host: one.example\r\n" in wire.sent
    assert wire.is_closed


def test_where_one_address_does_not_answer_the_next_one_is_tried():
    wires = Wires(six=httpcore.ConnectTimeout("slow"), four=Wire())
    CheckedSockets(Limits(), resolver=both, sockets=wires).connect_tcp("one.example", 80)
    assert wires.asked == [(SIX, 80), (FOUR, 80)]


def test_where_no_address_answers_the_last_failure_is_told():
    wires = Wires(six=httpcore.ConnectTimeout("slow"), four=httpcore.ConnectError("refused"))
    with pytest.raises(httpcore.ConnectError, match="refused"):
        CheckedSockets(Limits(), resolver=both, sockets=wires).connect_tcp("one.example", 80)


def test_no_read_waits_beyond_the_end_of_the_whole_request():
    wire = Wire()
    stream = CheckedSockets(Limits(total=0.2), resolver=both, sockets=Wires(six=wire)).connect_tcp("one.example", 80)
    stream.read(1, timeout=5)
    stream.read(1, timeout=0.01)
    assert 0.1 < wire.timeouts[0] <= 0.2
    assert wire.timeouts[1] == 0.01
    time.sleep(0.2)
    for late in (lambda: stream.read(1, 5), lambda: stream.write(b"x", 5)):
        with pytest.raises(httpcore.TimeoutException):
            late()
    with pytest.raises(httpcore.ConnectTimeout):
        stream.start_tls(ssl.create_default_context(), "one.example", 5)
