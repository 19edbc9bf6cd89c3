"""How much room does an answer take once it is written out? On its way some values take next to none."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

VALUE = 32
"""Bytes that a value within a list or a structure takes where each is read by itself, even a truth or nothing."""


def written_out(rows: pa.Table) -> int:
    """Give the bytes of rows and of their names with every value by itself.

    A million nothings in a list are a few bytes of Arrow, and the long name of a kind stands there but once.
    """
    columns = (chunk for column in rows.itercolumns() for chunk in column.chunks)
    names: int = rows.schema.serialize().size
    values: int = sum(max(chunk.nbytes, _room(chunk)) for chunk in columns)
    return names + values


def _room(array: Any) -> int:  # noqa: ANN401 -- an array of any kind
    kind = array.type
    if pa.types.is_dictionary(kind):
        return int(pc.sum(pc.binary_length(array.dictionary).take(array.indices)).as_py() or 0)
    if not pa.types.is_nested(kind):
        return 0
    return sum(len(each) * VALUE + _room(each) for each in _within(array))


def _within(array: Any) -> list[Any]:  # noqa: ANN401 -- a nested array of any kind
    kind = array.type
    if pa.types.is_struct(kind):
        return [*array.flatten()]
    if pa.types.is_map(kind):
        return [array.keys, array.items]
    if pa.types.is_union(kind):
        return [array.field(number) for number in range(kind.num_fields)]
    return [array.flatten()]
