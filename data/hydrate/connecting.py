"""How does a connection go to the very address that was checked, and end in time?

A name is looked up once for each connection. All addresses that it gives are checked, and the connection goes to one of
them by number, so that a name that leads elsewhere a moment later changes nothing. As every redirect needs a new
connection, it is checked too. Certificates are still compared with the name. Proxies from the environment play no part,
since they would look the name up again.
"""

import socket
import ssl
from collections.abc import Callable, Iterable
from ipaddress import ip_address
from time import monotonic
from typing import Any

import httpcore

from data.hydrate.addresses import IPAddress, is_public
from data.hydrate.failures import Failed
from data.hydrate.limits import Limits

Resolver = Callable[[str, int], list[str]]
Rule = Callable[[IPAddress], bool]


def look_up(host: str, port: int) -> list[str]:
    """Ask the system for the IP addresses of a host, as strings.

    Raises:
        Failed: the name is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Failed("unreachable", f"the name {host} is not known") from error
    return [str(address[0]) for *_, address in found]


class CheckedSockets(httpcore.NetworkBackend):
    """Opens connections to addresses that a rule allows, each with an end in time."""

    def __init__(
        self,
        limits: Limits,
        rule: Rule = is_public,
        resolver: Resolver = look_up,
        sockets: httpcore.NetworkBackend | None = None,
    ) -> None:
        self._limits, self._rule, self._resolver = limits, rule, resolver
        self._sockets = sockets or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a host that answers, if all of them may be asked.

        Raises:
            Failed: one of them may not.
            httpcore.ConnectError: none answers; or ConnectTimeout.
        """
        deadline = monotonic() + self._limits.total
        failure: Exception = httpcore.ConnectError("no address")
        for address in self._allowed(host, port):
            try:
                wait = _until(deadline, timeout, httpcore.ConnectTimeout)
                stream = self._sockets.connect_tcp(address, port, wait, local_address, socket_options)
                return TimedStream(stream, deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def _allowed(self, host: str, port: int) -> list[str]:
        found = list(dict.fromkeys(self._resolver(host, port)))
        for address in found:
            # The zone that follows % is of this machine's own network.
            if "%" in address or not self._rule(ip_address(address)):
                raise Failed("address", f"{host} leads to {address}, which is no address of the public web")
        return found


class TimedStream(httpcore.NetworkStream):
    """A connection on which nothing lasts beyond a moment in time, even where bytes keep dripping."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what has come; raises httpcore.ReadTimeout."""
        return self._stream.read(max_bytes, _until(self._deadline, timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send; raises httpcore.WriteTimeout."""
        self._stream.write(buffer, _until(self._deadline, timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on encrypted; raises httpcore.ConnectTimeout."""
        wait = _until(self._deadline, timeout, httpcore.ConnectTimeout)
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, wait), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - each piece of information has its own type
        """Tell what the connection knows about itself."""
        return self._stream.get_extra_info(info)


def _until(deadline: float, timeout: float | None, late: type[Exception]) -> float:
    left = deadline - monotonic()
    if left <= 0:
        raise late("the time for this request is over")
    return left if timeout is None else min(left, timeout)
