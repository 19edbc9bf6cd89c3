"""Rows as Parquet, for data work: every type kept, nothing escaped.

The schema's metadata holds the `About` as JSON under the key `demarche`:
`json.loads(pyarrow.parquet.read_schema(file).metadata[b"demarche"])`.
"""

import json
from io import BytesIO

import pyarrow as pa
from pyarrow.parquet import write_table

from exports.about import About


def write(table: pa.Table, about: About) -> bytes:
    """Write the rows with zstd compression, and the `About` beside whatever metadata the table brings."""
    said = json.dumps(about.as_dict(), ensure_ascii=False).encode("utf-8")
    buffer = BytesIO()
    described = table.replace_schema_metadata({**(table.schema.metadata or {}), b"demarche": said})
    write_table(described, buffer, compression="zstd")
    return buffer.getvalue()
