"""What is kept of each source that was asked for? One JSON file a source, whole or not there.

A file tells what came of the last attempt. A text that was got once stays when a later attempt fails.
"""

import hashlib
import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from data.hydrate.failures import PAUSES, Failed, Reason

# Names of files may have 255 bytes on every usual file system.
LONGEST = 200


@dataclass(frozen=True)
class Page:
    """What is known of the page of a source.

    `url` is what the source names, `final_url` where redirects led. Times are UTC, in ISO 8601. `sha256` is that of the
    bytes that were sent, unpacked. `reason` and `failed` tell of the last attempt, and are null where it gave a text.
    """

    source_id: str
    url: str
    tried_at: str
    final_url: str | None = None
    status: int | None = None
    fetched_at: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    licence: str | None = None
    text: str | None = None
    reason: Reason | None = None
    failed: str | None = None


def now() -> str:
    """The time, as pages tell it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def is_due(page: Page | None, url: str, at: datetime) -> bool:
    """Decide whether a source is to be asked for: never tried, moved, or failed long enough ago.

    Args:
        page: What is kept of it, if anything.
        url: What the source names today.
        at: The time, with its zone.
    """
    if page is None or page.url != url:
        return True
    if page.reason is None:
        return False
    return at >= datetime.fromisoformat(page.tried_at) + timedelta(days=PAUSES[page.reason])


def after_failure(page: Page | None, source_id: str, url: str, failure: Failed) -> Page:
    """What is known after an attempt that failed: what was known before, and why it failed."""
    known = page if page and page.url == url else Page(source_id, url, "")
    return replace(known, tried_at=now(), reason=failure.reason, failed=str(failure))


def kept(folder: Path, source_id: str) -> Page | None:
    """Read what is kept of a source.

    Args:
        folder: The store's pages/.
        source_id: Of any form.

    Returns:
        None where nothing is kept, or where a hand or a disk has damaged it, so that it is fetched again.
    """
    try:
        page = Page(**json.loads(file_of(folder, source_id).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None
    return page if page.source_id == source_id else None


def keep(folder: Path, page: Page) -> None:
    """Write what is known of a source in one step."""
    file = file_of(folder, page.source_id)
    new = file.with_name(f".{file.name}-new")
    with new.open("w", encoding="utf-8") as out:
        json.dump(asdict(page), out, ensure_ascii=False, indent=1)
        # Only what has reached the disk may take the name, or a power cut leaves an empty file under it.
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


def file_of(folder: Path, source_id: str) -> Path:
    """Where a source is kept: under its id, which can lead nowhere else."""
    name = quote(source_id, safe="")
    if len(name) > LONGEST:
        name = f"{name[:100]}-{hashlib.sha256(source_id.encode()).hexdigest()}"
    return folder / f"{name}.json"
