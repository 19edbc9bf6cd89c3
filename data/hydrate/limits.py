"""How long is waited, and how much is taken, before a host or a page is given up?"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one run; times in seconds, sizes in bytes unless said otherwise."""

    connect: float = 10.0
    read: float = 20.0
    # From the first packet of a connection to the last byte of its answer, however slowly it drips.
    total: float = 60.0
    size: int = 20_000_000
    redirects: int = 5
    # RFC 9309 wants at least 500 KiB of a robots.txt to be read; what follows is not.
    robots_size: int = 512 * 1024
    # A host that wants a longer pause between two requests is left out.
    crawl_delay: float = 60.0
    extraction: float = 30.0
    memory: int = 2_000_000_000
    pdf_pages: int = 500
    characters: int = 5_000_000
