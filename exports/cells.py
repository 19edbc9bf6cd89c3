"""What one cell of a spreadsheet can hold: text, a number, a date, true or false."""

import pyarrow as pa
import pyarrow.compute as pc

from exports.errors import CannotHold

SEPARATOR = "|"
PLAIN = (
    pa.types.is_string,
    pa.types.is_boolean,
    pa.types.is_integer,
    pa.types.is_floating,
    pa.types.is_date32,
)


def check(schema: pa.Schema) -> None:
    """Refuse a column of a type that no cell can hold, before any row is there (`CannotHold`)."""
    flatten(schema.empty_table())


def flatten(table: pa.Table) -> pa.Table:
    """Bring a table into columns of single cells.

    Lists are joined by `|`, as in the records. An empty list and an unknown one both become an empty cell;
    JSON and Parquet keep them apart. A list that could not be split again is refused (`CannotHold`), and so
    is a column of another type.

    Args:
        table: Columns of text, numbers, booleans, days, and lists of text.

    Returns:
        The same columns and rows; every column is string, boolean, integer, floating or date32.
    """
    columns = [_single(field, table.column(index)) for index, field in enumerate(table.schema)]
    return pa.table(columns, names=table.column_names)


def _single(field: pa.Field, column: pa.ChunkedArray) -> pa.ChunkedArray:
    kind = field.type
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return _joined(field.name, column.cast(pa.list_(pa.string())))
    if pa.types.is_dictionary(kind):
        return _single(field.with_type(kind.value_type), column.cast(kind.value_type))
    if pa.types.is_null(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return column.cast(pa.string())
    if any(is_kind(kind) for is_kind in PLAIN):
        return column
    raise CannotHold(f"Column {field.name} is of type {kind}, for which a spreadsheet has no cell.")


def _joined(name: str, lists: pa.ChunkedArray) -> pa.ChunkedArray:
    items = pc.list_flatten(lists)
    is_clear = pc.and_(pc.not_equal(items, ""), pc.invert(pc.match_substring(items, SEPARATOR)))
    if not pc.all(is_clear, skip_nulls=False, min_count=0).as_py():
        raise CannotHold(
            f"A list in column {name} has an empty item or one with {SEPARATOR} in it, "
            "so one cell cannot hold it; take JSON or Parquet."
        )
    return pc.binary_join(lists, SEPARATOR)
