"""Which rows belong to a view? Its statements, all that these rest on, and the sources of this and of the events.

The answer is a bit a row. Ids are compared a block at a time, so that a view of a million statements needs no more
memory than one of a hundred thousand.
"""

from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow.parquet import ParquetFile

from exports.asked import Asked
from exports.errors import RowsDiffer

# Ids that are looked for at once, and rows among which they are: each takes some 10 MB.
BLOCK = 250_000


def chosen(asked: Asked, files: Mapping[str, ParquetFile]) -> dict[str, pa.Array]:
    """Tell for each row of a table whether it is wanted.

    Args:
        asked: The statements in view.
        files: Of the edition, by table.

    Returns:
        Booleans by table, in the order of its file. Tables of which every row is wanted are not named.

    Raises:
        RowsDiffer: the files do not hold all statements in view.
    """
    if asked.is_whole:
        return {}
    found = {name: pa.repeat(False, files[name].metadata.num_rows) for name in ("statements", "evidence")}
    count = 0
    for ids in _blocks(table["statement_id"] for table in asked.tables()):
        count += len(ids)
        found = {name: pc.or_(mask, _rows_with(files[name], "statement_id", ids)) for name, mask in found.items()}
    if count != found["statements"].true_count:
        raise RowsDiffer(f"{count:,} statements are in view, and {found['statements'].true_count:,} are in the files.")
    told = pc.unique(pa.chunked_array(_sources(files, found["evidence"]), pa.string()))
    return found | {"sources": _rows_with(files["sources"], "source_id", told)}


def _blocks(columns: Iterable[pa.ChunkedArray]) -> Iterator[pa.Array]:
    held: list[pa.Array] = []
    for column in columns:
        held += column.chunks
        if sum(map(len, held)) >= BLOCK:
            yield pa.concat_arrays(held)
            held = []
    if held:
        yield pa.concat_arrays(held)


def _rows_with(file: ParquetFile, column: str, ids: pa.Array) -> pa.Array:
    masks = [pc.is_in(piece, value_set=ids) for piece in _column(file, column)]
    return pa.chunked_array(masks, pa.bool_()).combine_chunks()


def _sources(files: Mapping[str, ParquetFile], evidence: pa.Array) -> Iterator[pa.Array]:
    past = 0
    for piece in _column(files["evidence"], "source_id"):
        yield pc.unique(piece.filter(evidence[past : past + len(piece)]))
        past += len(piece)
    yield from _column(files["events"], "source_id")


def _column(file: ParquetFile, name: str) -> Iterator[pa.Array]:
    for piece in file.iter_batches(batch_size=BLOCK, columns=[name]):
        yield piece[name]
