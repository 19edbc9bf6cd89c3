"""Which rows does a Parquet file hold? Days, numbers and repeated words become text; other kinds are no cells."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from tqdm import tqdm

from data.importers.faults import Faults
from data.importers.report import ImportRefused, visible
from data.importers.table.sheet import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS, Batch

MOST_BYTES = 4_000_000_000
# Each batch brings along the list of all different texts so far.
ROWS_AT_A_TIME = 50_000
IS_TEXT: tuple[Callable[[pa.DataType], bool], ...] = (
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
    pa.types.is_null,
)
DAMAGED = (pa.ArrowException, OSError, UnicodeError)
IS_NUMBER = (pa.types.is_integer, pa.types.is_floating, pa.types.is_boolean, pa.types.is_decimal)


class ParquetSheet:
    """A Parquet file; the number of a row is that which a spreadsheet would show, below a header."""

    is_escaped = False

    def __init__(self, path: Path) -> None:
        self._path, self.label = path, path.name
        try:
            with pq.ParquetFile(path) as file:
                self.header: Sequence[str] = [" ".join(name.split()) for name in file.schema_arrow.names]
                rows, size = file.metadata.num_rows, _size(file)
        except DAMAGED as error:
            raise self._damaged(error) from error
        if rows > MOST_ROWS or size > MOST_BYTES or len(self.header) > MOST_COLUMNS:
            limits = f"{MOST_ROWS:,} rows, {MOST_COLUMNS:,} columns or {MOST_BYTES:,} bytes"
            raise ImportRefused(f"{visible(self.label)}: has more than {limits}; bring in less at a time")

    def batches(self, used: Sequence[int], faults: Faults) -> Iterator[Batch]:  # noqa: ARG002 -- every row can be read
        """Read the rows; see `data.importers.table.sheet.Sheet`."""
        number = 1
        try:
            # Texts as codes for a list of texts: one of a megabyte in each of a million rows is then there once.
            with pq.ParquetFile(self._path, read_dictionary=self._texts(used)) as file:
                names = [file.schema_arrow.names[place] for place in used]
                with tqdm(total=file.metadata.num_rows, desc=f"reading {visible(self.label)}", unit=" rows") as bar:
                    for batch in file.iter_batches(ROWS_AT_A_TIME, columns=names):
                        # Texts that are no UTF-8 would stop whoever reads them later.
                        batch.validate(full=True)
                        rows = pa.arange(number + 1, number + 1 + batch.num_rows)
                        number += batch.num_rows
                        bar.update(batch.num_rows)
                        yield Batch(rows, [_text(batch.column(name), name, self.label) for name in names])
        except DAMAGED as error:
            raise self._damaged(error) from error

    def _texts(self, used: Sequence[int]) -> list[str]:
        schema = pq.read_schema(self._path)
        return [schema.names[place] for place in used if pa.types.is_string(schema.types[place])]

    def _damaged(self, error: Exception) -> ImportRefused:
        return ImportRefused(f"{visible(self.label)}: cannot be read ({visible(error)}); write it again")


def _size(file: pq.ParquetFile) -> int:
    return sum(file.metadata.row_group(group).total_byte_size for group in range(file.metadata.num_row_groups))


def _text(column: pa.Array, name: str, label: str) -> pa.Array:
    kind = column.type
    if pa.types.is_dictionary(kind):
        return pc.take(_text(column.dictionary, name, label), column.indices)
    if any(is_text(kind) for is_text in IS_TEXT):
        return pc.utf8_slice_codeunits(column.cast(pa.string()), 0, MOST_CHARACTERS + 1)
    if pa.types.is_date(kind):
        return column.cast(pa.date32()).cast(pa.string())
    if pa.types.is_timestamp(kind):
        return pc.local_timestamp(column).cast(pa.date32()).cast(pa.string()) if kind.tz else _day(column)
    if any(is_number(kind) for is_number in IS_NUMBER):
        return pc.replace_substring_regex(column.cast(pa.string()), r"\.0+$", "")
    what = f'column "{visible(name)}" is of type {kind}, which is no cell of a sheet; write it as text'
    raise ImportRefused(f"{visible(label)}: {what}")


_day = partial(pc.strftime, format="%Y-%m-%d")
