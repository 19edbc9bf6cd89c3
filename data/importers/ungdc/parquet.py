"""Which speeches does a Parquet file of the corpus hold? Columns source_id, actor_id, session, year and text."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from tqdm import tqdm

from data.importers.report import ImportRefused, Report, visible
from data.importers.ungdc.speeches import Name, Speeches

COLUMNS = pa.schema(
    {
        "source_id": pa.string(),
        "actor_id": pa.string(),
        "session": pa.int32(),
        "year": pa.int32(),
        "text": pa.string(),
    }
)
ROWS_AT_A_TIME = 250


def read(path: Path, speeches: Speeches, report: Report) -> None:
    """Read every row.

    Args:
        path: The file.
        speeches: Takes the speeches.
        report: Is told of rows that cannot be read.

    Raises:
        ImportRefused: the file is no Parquet or lacks a column.
    """
    try:
        with pq.ParquetFile(path) as file, tqdm(total=file.metadata.num_rows, desc="reading", unit=" rows") as bar:
            if missing := sorted(set(COLUMNS.names) - set(file.schema_arrow.names)):
                raise ImportRefused(f"{visible(path)}: has no column {', '.join(missing)}; name a file that has")
            for batch in file.iter_batches(ROWS_AT_A_TIME, columns=COLUMNS.names):
                for row in batch.select(COLUMNS.names).cast(COLUMNS).to_pylist():
                    _add(row, speeches, report)
                bar.update(batch.num_rows)
    except (pa.ArrowException, OSError) as error:
        raise ImportRefused(f"{visible(path)}: cannot be read ({visible(error)}); fetch it again") from error


def _add(row: dict[str, Any], speeches: Speeches, report: Report) -> None:
    source_id, code, session, year, text = row.values()
    if empty := [column for column, cell in row.items() if cell is None]:
        report.fail(source_id, f"has no {', '.join(empty)}; fill it in")
    elif source_id != f"ungdc-{code}-{session:02}-{year}":
        report.fail(source_id, f"is a speech of {code} in session {session} ({year}); correct one of them")
    else:
        speeches.add(source_id, Name(code, session, year), text)
