"""Which rows does the file hold? Read a block at a time into two tables: each vote, and what is said of each call."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv as pacsv
from tqdm import tqdm

from data.importers.faults import fail_rows
from data.importers.report import ImportRefused, Report, visible
from data.importers.undl.ragged import Ragged

OF_VOTES = ("ms_code", "ms_name", "ms_vote", "vote_note")
OF_CALLS = (
    *("date", "session", "resolution", "draft", "committee_report", "meeting", "title", "agenda_title", "subjects"),
    *("total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms", "undl_link"),
)
COLUMNS = ("undl_id", *OF_VOTES, *OF_CALLS)
OPTIONAL = {"vote_note"}
# The file of 2025 has 0.9 million rows and some 500 MB.
MOST_BYTES, MOST_ROWS, MOST_RAGGED = 5_000_000_000, 10_000_000, 100_000
# No row may be longer.
BLOCK = 4_000_000
SECURITY_COUNCIL = "permanent_member"

_CREATE = """
create table cells (at_row bigint, version ubigint, undl_id varchar, {});
create table told (version ubigint primary key, at_row bigint, undl_id varchar, {});
""".format(*(", ".join(f"{name} varchar" for name in names) for names in (OF_VOTES, OF_CALLS)))
_VERSION = f"hash(undl_id, {', '.join(OF_CALLS)})"
_ADD_CELLS = f"insert into cells select at_row, {_VERSION}, undl_id, {', '.join(OF_VOTES)} from block"  # noqa: S608 (ours)
_ADD_CALLS = f"""
insert or ignore into told
select {_VERSION} as version, min(at_row), undl_id, {", ".join(OF_CALLS)} from block group by all order by min(at_row)
"""  # noqa: S608 (names of ours)


def load(path: Path, connection: duckdb.DuckDBPyConnection, report: Report) -> None:
    """Read the file into the tables cells (a row of the file each) and told (a row for each way to tell a roll call).

    Rows with too few or too many cells are in the table ragged, and the numbers that stand in them in ids.

    Args:
        path: The .csv.
        connection: Gets the tables. Rows are numbered as a spreadsheet does, the header being 1.
        report: Is told of rows with too few or too many cells.

    Raises:
        ImportRefused: the file is of another form, is not UTF-8, is damaged, or is larger than the limits.
    """
    connection.execute(_CREATE)
    ragged = Ragged()
    number = 1
    try:
        for batch in _batches(path, ragged):
            numbers = _numbers(number, batch.num_rows, ragged.what)
            number = numbers[-1] if numbers else number
            if number > MOST_ROWS or len(ragged.what) > MOST_RAGGED:
                most = f"{MOST_ROWS:,} rows, or {MOST_RAGGED:,} of the wrong length"
                raise ImportRefused(f"has more than {most}; look what it is")
            columns = {name: _column(batch, name) for name in COLUMNS}
            connection.register("block", pa.table({"at_row": pa.array(numbers, pa.int64()), **columns}))
            connection.execute(_ADD_CELLS)
            connection.execute(_ADD_CALLS)
            connection.unregister("block")
    except ImportRefused as error:
        raise ImportRefused(f"{visible(path)}: {error}") from error
    except (pa.ArrowException, OSError) as error:
        raise ImportRefused(f"{visible(path)}: {_reason(str(error))}") from error
    for name, table in (("ragged", ragged.rows()), ("ids", ragged.ids())):
        connection.register(f"given_{name}", table)
        connection.execute(f"create table {name} as from given_{name}")
        connection.unregister(f"given_{name}")
    fail_rows(report, path.name, ragged.rows())


def _batches(path: Path, ragged: Ragged) -> Iterator[pa.RecordBatch]:
    if path.suffix.lower() != ".csv" or not path.is_file():
        raise ImportRefused("is no .csv; name the file as the library publishes it, unpacked")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise ImportRefused(f"has {size:,} bytes where {MOST_BYTES:,} is the most; look what it is")
    _check(_header(path))

    reader = pacsv.open_csv(
        path,
        # One thread, so that rows keep their numbers.
        read_options=pacsv.ReadOptions(use_threads=False, block_size=BLOCK),
        parse_options=pacsv.ParseOptions(newlines_in_values=True, invalid_row_handler=ragged.told),
        convert_options=pacsv.ConvertOptions(column_types=dict.fromkeys(COLUMNS, pa.string())),
    )
    with reader, tqdm(total=size, desc="reading", unit="B", unit_scale=True) as bar:
        for batch in reader:
            bar.update(batch.nbytes)
            yield batch


def _header(path: Path) -> list[str]:
    with path.open("rb") as file:
        first = file.read(10_000).split(b"\n", 1)[0]
    return [name.strip().strip('"') for name in first.decode("utf-8-sig", errors="replace").split(",")]


def _check(header: list[str]) -> None:
    if SECURITY_COUNCIL in header:
        raise ImportRefused(
            "is a file of the Security Council, which records adoption without a vote as votes in favour; "
            "only files of the General Assembly are read"
        )
    missing = [name for name in COLUMNS if header.count(name) != 1 and name not in OPTIONAL]
    if missing or header.count("vote_note") > 1:
        what = ", ".join(missing) or "vote_note"
        raise ImportRefused(
            f"has no column {what}, or has it twice; name the file with one row per state and resolution"
        )


def _numbers(last: int, count: int, ragged: dict[int, str]) -> list[int]:
    """Numbers of the next rows, past those that were left out."""
    found: list[int] = []
    while len(found) < count:
        last += 1
        if last not in ragged:
            found.append(last)
    return found


def _column(batch: pa.RecordBatch, name: str) -> pa.Array:
    return batch.column(name) if name in batch.schema.names else pa.nulls(batch.num_rows, pa.string())


def _reason(error: str) -> str:
    if "UTF8" in error or "UTF-8" in error:
        return "is not UTF-8; save it as UTF-8, or fetch it again"
    if "straddl" in error:
        return f"has a row of more than {BLOCK:,} bytes; look for a quotation mark that is not closed"
    if "Empty CSV" in error:
        return "is empty; fetch it again"
    return f"cannot be read ({visible(error)}); fetch it again"
