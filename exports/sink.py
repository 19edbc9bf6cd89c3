"""What a writer of files writes into, so that the bytes can be handed on before the file is complete."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Sink:
    """A file that can only be written to, and forgets what was taken from it.

    It is no `io` class: a writer that is given up in the middle still writes its end when it goes, and must not find a
    file that went before it.
    """

    closed = False

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, data: "ReadableBuffer", /) -> int:
        """Hold some bytes until they are taken."""
        with memoryview(data) as view:
            self._held += view
            return view.nbytes

    def flush(self) -> None:
        """Do nothing: what is held is there to be taken."""

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    def take(self) -> bytes:
        """Hand on what was written since the last time."""
        taken = bytes(self._held)
        self._held.clear()
        return taken
