"""A file that is being made: one piece at a time, in a thread of its own, closed for certain."""

import asyncio
import tempfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import ExitStack
from typing import TypeVar

import anyio

from exports.pieces import close

Pieces = Callable[[], Iterator[bytes]]
Made = TypeVar("Made")

# Half the time of level 6 for files that are a tenth larger: one core has more than one reader.
GZIP_LEVEL = 4
READ = 2**18  # bytes at a time of a file that was made whole first


class Making:
    """The pieces of one file, for the event loop.

    An iterator must not be closed while a thread is in it, as a request that is cancelled would do: one thread does
    both, one after the other.
    """

    def __init__(self, pieces: Pieces, thread: Executor) -> None:
        self._pieces = pieces
        self._thread = thread
        self._iterator: Iterator[bytes] | None = None

    async def piece(self) -> bytes | None:
        """Give the next piece; None when the file is complete."""
        return await self._in_thread(self._next)

    async def close(self) -> None:
        """Let go of what the making holds open, also while the request is being cancelled."""
        with anyio.CancelScope(shield=True):
            await self._in_thread(self._close)

    async def _in_thread(self, work: Callable[[], Made]) -> Made:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _next(self) -> bytes | None:
        if self._iterator is None:
            self._iterator = self._pieces()
        return next(self._iterator, None)

    def _close(self) -> None:
        close(self._iterator)
        self._iterator = iter(())


def gzipped(pieces: Pieces) -> Pieces:
    """Compress while the pieces are made, in the same thread."""

    def packed() -> Iterator[bytes]:
        packer = zlib.compressobj(GZIP_LEVEL, wbits=31)
        with ExitStack() as stack:
            making = pieces()
            stack.callback(close, making)
            for piece in making:
                if shorter := packer.compress(piece):
                    yield shorter
            yield packer.flush()

    return packed


def measured(pieces: Pieces) -> Pieces:
    """Make the whole file on disk first, and give its size ahead of its pieces, in digits."""

    def whole() -> Iterator[bytes]:
        with tempfile.TemporaryFile() as file, ExitStack() as stack:
            making = pieces()
            stack.callback(close, making)
            for piece in making:
                file.write(piece)
            yield str(file.tell()).encode()
            file.seek(0)
            while piece := file.read(READ):
                yield piece

    return whole
