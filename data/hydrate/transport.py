"""How does an httpx client send its requests over sockets of ours?

The transport that comes with httpx takes no sockets from outside, so this one asks httpcore directly.
"""

from collections.abc import Iterator

import httpcore
import httpx


class Transport(httpx.BaseTransport):
    """Carries the requests of a client over checked sockets, with a new connection for each."""

    def __init__(self, sockets: httpcore.NetworkBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), max_keepalive_connections=0, network_backend=sockets
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; errors are httpcore's own, and `Failed`."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        response = self._pool.handle_request(asked)
        return httpx.Response(response.status, headers=response.headers, stream=Body(response))


class Body(httpx.SyncByteStream):
    """The bytes of an answer as they come."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        """Close the connection that they come over."""
        self._response.close()
