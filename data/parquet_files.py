"""Is the folder of Parquet files that the app reads what it should be, and how does it become so?"""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet

from data.database import write_database
from data.full_text import write_index
from data.swap import replacing
from queries.intact import UNREADABLE


def write_tables(tables: Mapping[str, pa.Table], target: Path) -> None:
    """Replace a folder of Parquet files and the index made from them in one step; on any failure, the old ones stay."""
    with replacing(target) as folder:
        write_into(folder, tables)


def write_into(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write Parquet files, and the database and the index made from them, into an empty folder."""
    for name, table in tables.items():
        # With checksums, by which `queries.intact` knows what a disk has spoilt.
        file = folder / f"{name}.parquet"
        pyarrow.parquet.write_table(table, file, compression="zstd", write_page_checksum=True)
    # In the new folder, so that whoever reads the tables finds what belongs to them.
    write_database(folder)
    write_index(folder)


def differences(tables: Mapping[str, pa.Table], target: Path) -> list[str]:
    """Compare what is written with what should be, row by row and not byte by byte.

    Args:
        tables: What the records give.
        target: Folder of Parquet files.

    Returns:
        A sentence for each table that is missing, too many or different.
    """
    found = {path.stem for path in target.glob("*.parquet")}
    sentences = [f"{name}.parquet comes from no table; delete it" for name in sorted(found - set(tables))]
    for name, table in tables.items():
        if name not in found:
            sentences.append(f"{name}.parquet is missing")
        elif not _holds(target / f"{name}.parquet", table):
            sentences.append(f"{name}.parquet is not what the records give")
    return sentences


def _holds(file: Path, table: pa.Table) -> bool:
    """Whether a file holds these rows; a damaged one holds nothing."""
    try:
        return bool(pyarrow.parquet.read_table(file).equals(table))
    except UNREADABLE:
        return False
