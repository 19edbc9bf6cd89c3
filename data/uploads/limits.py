"""How much is taken of one upload or one address, and how long is waited for it?"""

from dataclasses import dataclass

from data.hydrate.limits import Limits


@dataclass(frozen=True)
class UploadLimits(Limits):
    """Bounds for one text that a person waits for; times in seconds, sizes in bytes unless said otherwise.

    `size` holds for what is uploaded and for what a host sends; .streamlit/config.toml sets Streamlit's own to fit.
    """

    connect: float = 5.0
    read: float = 10.0
    total: float = 20.0
    robots_size: int = 512 * 1024
    crawl_delay: float = 5.0
    extraction: float = 20.0
    memory: int = 1_000_000_000
    pdf_pages: int = 200
    characters: int = 1_000_000
    # Of a DOCX, whose parts are packed: all of them together, how many, and how much larger than the file, but for
    # what does no harm.
    unpacked: int = 100_000_000
    parts: int = 5_000
    ratio: int = 200
    harmless: int = 10_000_000
    # How long one waits for those who came before.
    turn: float = 10.0
