"""CSV with its manifest: a ZIP of the rows, `manifest.json` last.

The manifest is the whole `About`, and under `file` the name of the CSV, its length in bytes and its SHA-256. A ZIP has
its directory at the end, and no reader takes one without.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pyarrow as pa

from exports import csv_file
from exports.about import About, stem
from exports.fingerprint import Fingerprint
from exports.pieces import Chunk
from exports.sink import Sink

# The form of ZIP for members over 2 GiB, which a few old programs do not read, has to be chosen ahead. No row has 8 kB.
MOST_ROWS_OF_PLAIN_ZIP = 250_000
# Half the time of level 6 for files that are a tenth larger.
LEVEL = 4


def stream(tables: Iterator[pa.Table], schema: pa.Schema, about: About, raw: bool) -> Iterator[bytes]:
    """Write `<name>.csv` and `manifest.json`, both dated by the `About`."""
    return _chunks(csv_file.stream(tables, schema, about, raw), about)


def _chunks(csv: Iterator[Chunk], about: About) -> Iterator[bytes]:
    sink, fingerprint = Sink(), Fingerprint()
    archive = ZipFile(sink, "w")
    member = entry(f"{stem(about)}.csv", about.created_at)
    with archive.open(member, "w", force_zip64=about.rows > MOST_ROWS_OF_PLAIN_ZIP) as file:
        for chunk in csv:
            fingerprint.add(chunk)
            file.write(chunk)
            yield sink.take()
    said = json.dumps(fingerprint.manifest(about), ensure_ascii=False, indent=1)
    archive.writestr(entry("manifest.json", about.created_at), f"{said}\n")
    archive.close()
    yield sink.take()


def entry(name: str, created_at: datetime) -> ZipInfo:
    """Name and date a member of a ZIP, alike on every system."""
    info = ZipInfo(name, created_at.timetuple()[:6])
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
    # Public, without the underscore, from Python 3.13 on.
    info._compresslevel = LEVEL  # type: ignore[attr-defined]
    return info
