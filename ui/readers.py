"""How does the desk come by a text? What a page hands over for that, since nothing in `ui/` reads files itself."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol


class Read(Protocol):
    """A text that was read from a file or an address; see `data.uploads.Read`."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def published(self) -> date | None: ...  # noqa: D102
    @property
    def publisher(self) -> str: ...  # noqa: D102
    @property
    def url(self) -> str: ...  # noqa: D102
    @property
    def language(self) -> str: ...  # noqa: D102


class Readers(NamedTuple):
    """How texts are read; each raises ValueError with a sentence for the reader.

    Attributes:
        of_paste: Cleans a pasted text.
        of_file: Reads a file by its name and content.
        of_address: Reads what stands at an address; None where this server asks no other host.
    """

    of_paste: Callable[[str], str]
    of_file: Callable[[str, bytes], Read]
    of_address: Callable[[str], Read] | None
