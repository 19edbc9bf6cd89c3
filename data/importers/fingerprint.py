"""Which rows do tables hold, in twelve hexadecimal digits? The data version of an imported collection.

What the build hashes for the project's own tables, every row written out by Python, would take longer than the whole
import where there are a million rows. Here the values of a column are hashed as Arrow lays them out in memory, which is
a published format; bytes of files play no part, so that a newer library gives the same version.
"""

import hashlib
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

# Rows at a time, so that no column is copied as a whole.
AT_A_TIME = 100_000


def fingerprint(tables: Mapping[str, pa.Table]) -> str:
    """Work out the version.

    Args:
        tables: By name, rows in their order.

    Returns:
        Twelve hexadecimal digits, which change when a name, a type, a value or the order of rows does, and not with
        the way in which a column is cut into chunks.
    """
    digest = hashlib.sha256()
    for name, table in sorted(tables.items()):
        digest.update(f"{name} {table.num_rows} {table.num_columns}\n".encode())
        for field in table.schema:
            digest.update(f"{field.name} {field.type}\n".encode())
            for start in range(0, table.num_rows, AT_A_TIME):
                for part in _parts(table[field.name].slice(start, AT_A_TIME).combine_chunks()):
                    digest.update(part)
    return digest.hexdigest()[:12]


def _parts(values: pa.Array) -> Iterator[bytes | pa.Buffer]:
    """Bytes from which the values could be told: which are null, how long each is, and what they are."""
    yield _bytes(values.is_valid().cast(pa.uint8()))
    if pa.types.is_list(values.type):
        yield _bytes(pc.fill_null(pc.list_value_length(values), 0).cast(pa.int64()))
        yield from _parts(pc.list_flatten(values))
    elif pa.types.is_string(values.type):
        yield _bytes(pc.fill_null(pc.binary_length(values), 0).cast(pa.int64()))
        yield from (text.encode() for text in (pc.binary_join(_whole(values), "").as_py(),) if text)
    elif pa.types.is_boolean(values.type):
        yield _bytes(pc.fill_null(values, False).cast(pa.uint8()))
    else:
        yield _bytes(pc.fill_null(values, pa.scalar(0).cast(_storage(values.type)).cast(values.type)))


def _whole(values: pa.Array) -> pa.ListScalar:
    """All the values as one list, to be joined."""
    offsets = pa.array([0, len(values)], pa.int32())
    return pa.ListArray.from_arrays(offsets, pc.fill_null(values, ""))[0]


def _storage(kind: pa.DataType) -> pa.DataType:
    return pa.int32() if pa.types.is_date32(kind) else kind


def _bytes(values: pa.Array) -> pa.Buffer:
    """The bytes of values of one width without nulls, none of them beside these."""
    width = values.type.bit_width // 8
    buffer = values.buffers()[1]
    return buffer.slice(values.offset * width, len(values) * width)
