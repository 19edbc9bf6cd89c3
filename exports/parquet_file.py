"""Rows as Parquet, for data work: every type kept, nothing escaped.

Texts are texts, also where the rows came with dictionaries: how a column repeats is Parquet's own matter.

The file's metadata holds the `About` as JSON under the key `demarche`, and in it `sha256_of_csv`, the SHA-256 of the
same rows as CSV (null where CSV could not hold them):
`json.loads(pyarrow.parquet.read_schema(file).metadata[b"demarche"])`.

The metadata stand at the end of the file, and no reader takes a file that lacks them. A row group is one piece of rows:
groups six times as large would make a file of statements an eighth smaller, and hold six times the memory.
"""

from collections.abc import Iterator

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from exports.about import About
from exports.fingerprint import CsvFingerprint
from exports.json_file import text
from exports.sink import Sink


def stream(tables: Iterator[pa.Table], schema: pa.Schema, about: About, raw: bool) -> Iterator[bytes]:
    """Write the rows with zstd compression, and the `About` beside whatever metadata the schema brings."""
    csv, sink = CsvFingerprint(schema, raw=raw), Sink()
    writer = ParquetWriter(sink, schema, compression="zstd")
    for table in tables:
        csv.add(table)
        writer.write_table(table)
        yield sink.take()
    said = about.as_dict() | {"sha256_of_csv": csv.end()["sha256_of_csv"]}
    writer.add_key_value_metadata({"demarche": text(said)})
    writer.close()
    yield sink.take()
