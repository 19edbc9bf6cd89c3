"""One table as CSV and as Parquet, in pieces.

The CSV is for programs, and so is not quite the CSV that the pages offer (`exports.csv_file`). It has no byte order
mark, which the standard of data packages advises against, and no apostrophe in front of text that a spreadsheet would
run: with it the cells would not be what the descriptor says of them, nor what the Parquet beside them holds.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from exports import csv_file
from exports.sink import Sink

# A row group is what whoever reads a Parquet file unpacks at once.
GROUP_ROWS, GROUP_BYTES = 100_000, 32_000_000


def csv(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[bytes]:
    """Write rows as CSV: RFC 4180, UTF-8, text in quotation marks, lists joined by `|`, nothing for an unknown value.

    Args:
        batches: The rows.
        schema: Their columns, which make the header also where there is no row.
    """
    yield bytes(csv_file.header(schema, raw=True)).removeprefix(BOM_UTF8)
    for batch in filter(len, batches):
        yield bytes(csv_file.lines(pa.Table.from_batches([batch]), raw=True))


def parquet(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[bytes]:
    """Write rows as Parquet, compressed with zstd; arguments as for `csv`."""
    sink = Sink()
    # No text is there twice, so a dictionary of texts would only be tried and dropped.
    repeated = [name for name in schema.names if name != "text"]
    with ParquetWriter(sink, schema, compression="zstd", use_dictionary=repeated) as writer:
        for group in _groups(filter(len, batches), schema):
            writer.write_table(group)
            yield sink.take()
    yield sink.take()


def _groups(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        group = pa.Table.from_batches(held, schema)
        if group.num_rows >= GROUP_ROWS or group.nbytes >= GROUP_BYTES:
            yield group
            held = []
    if held:
        yield pa.Table.from_batches(held, schema)
