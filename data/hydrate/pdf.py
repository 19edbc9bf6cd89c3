"""What are the pages of a PDF, as lines of text?"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from data.hydrate.failures import Failed
from data.hydrate.limits import Limits


def opened(content: bytes, limits: Limits) -> PdfReader:
    """Open a PDF that has no more pages than are read.

    Args:
        content: The file.
        limits: Pages to read at most.

    Raises:
        Failed: it is encrypted, damaged or longer.
    """
    with _told():
        reader = PdfReader(BytesIO(content))
        count = len(reader.pages)
    if count > limits.pdf_pages:
        raise Failed("size", f"the PDF has {count:,} pages, more than {limits.pdf_pages}")
    return reader


def pages(reader: PdfReader) -> list[str]:
    """Read the text of each page, line by line as it is printed.

    Raises:
        Failed: the file is encrypted or damaged.
    """
    with _told():
        return [page.extract_text() for page in reader.pages]


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (FileNotDecryptedError, DependencyError) as error:
        raise Failed("unreadable", "the PDF is encrypted", "save it without a password, or paste the text") from error
    except Exception as error:
        # Broken files raise whatever the broken place leads to: KeyError, TypeError, RecursionError, and more.
        raise Failed("unreadable", "the PDF is damaged") from error


def title_and_language(reader: PdfReader) -> tuple[str, str]:
    """Read the title that a PDF declares, and its language in ISO 639-1; empty where it does not.

    Raises:
        Failed: the file is encrypted or damaged.
    """
    with _told():
        title = reader.metadata.title if reader.metadata else None
        code = str(reader.root_object.get("/Lang", "")).lower()[:2]
    return " ".join((title or "").split())[:300], code if code.isascii() and code.isalpha() and len(code) == 2 else ""
