"""What was sent, once it is unpacked, and never more of it than is wanted?

A few kilobytes can unpack to gigabytes. httpx unpacks whatever arrives in one go, so the answer is taken as it comes
over the wire and unpacked here, piece by piece, up to a limit.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator

import httpx

from data.hydrate.addresses import host_of
from data.hydrate.failures import Failed

# What requests say that they can unpack; nothing else is.
ACCEPTED = "gzip"
PIECE = 1 << 16


def body(response: httpx.Response, size: int) -> bytes:
    """Read the whole of an answer, unpacked.

    Args:
        response: An answer of which nothing has been read yet.
        size: Most bytes to take, unpacked.

    Raises:
        Failed: it is larger, or packed in a way that was not asked for, or damaged.
    """
    content = bytearray()
    for piece in pieces(response):
        content += piece
        if len(content) > size:
            raise Failed("size", f"{host_of(response.url)} sent more than {size:,} bytes")
    return bytes(content)


def beginning(response: httpx.Response, size: int) -> bytes:
    """Read an answer, unpacked, up to a size; what follows is left."""
    content = bytearray()
    for piece in pieces(response):
        content += piece
        if len(content) >= size:
            break
    return bytes(content[:size])


def pieces(response: httpx.Response) -> Iterator[bytes]:
    """Unpack an answer in pieces of at most `PIECE` bytes, or as they come where nothing is packed."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in READERS:
        raise Failed("type", f"{host_of(response.url)} sent it packed as {packing[:40]!r}, which was not asked for")
    try:
        yield from READERS[packing](response.iter_raw())
    except zlib.error as error:
        raise Failed("unreadable", f"what {host_of(response.url)} sent cannot be unpacked") from error


def _unpacked(packed: Iterable[bytes]) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    for part in packed:
        yield unpacking.decompress(part, PIECE)
        while unpacking.unconsumed_tail:
            yield unpacking.decompress(unpacking.unconsumed_tail, PIECE)
        if unpacking.eof:
            # Whatever else is sent would only be gathered.
            return
    raise zlib.error("it breaks off")


READERS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "": iter,
    "identity": iter,
    "gzip": _unpacked,
    "x-gzip": _unpacked,
}
