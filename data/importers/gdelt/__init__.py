"""Which states spoke of which others, as a machine read it in the news? Read from events exports of GDELT."""

from contextlib import nullcontext
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa
from tqdm import tqdm

from data.importers import parts
from data.importers.gdelt.exports import exports_of, is_packed
from data.importers.gdelt.reading import outcome, write_part
from data.importers.gdelt.rules import connected, question, version
from data.importers.gdelt.telling import tell, tell_repeated
from data.importers.parts import Parts, key_of
from data.importers.report import ImportRefused, Report, visible

ABOUT = Path(__file__).parent / "collection.yml"
TABLES = ("statements", "evidence", "sources", "issues")


def read(path: Path, report: Report) -> dict[str, pa.Table]:
    """Read exports, each of which becomes a part that a later import does not need to read again.

    Args:
        path: An export of GDELT 2.0 or a daily one of GDELT 1.0, packed or not, or a folder of them.
        report: Is told of what cannot be read, and how many rows make no statement, by reason.

    Returns:
        The tables statements, evidence, sources and issues.

    Raises:
        ImportRefused: there is no export, one changed while it was read, another import is under way, or memory or
            disk did not suffice.
    """
    files = exports_of(path, report)
    with nullcontext(report.parts) if report.parts else parts.passing() as kept:
        try:
            with connected(kept.folder / "spill") as connection:
                made = _parts(files, kept, connection)
                tell(zip((_place(file, path) for file in files), map(outcome, made), strict=True), report)
                return _tables(made, connection, report)
        except (duckdb.Error, pa.ArrowException) as error:
            what = f"free memory or disk and try again; if that does not help, remove {visible(kept.folder)}"
            raise ImportRefused(f"{visible(path)}: could not be worked through ({visible(error)}); {what}") from error


def _parts(files: list[Path], kept: Parts, connection: duckdb.DuckDBPyConnection) -> list[Path]:
    """The parts of all files, in their order, showing a progress bar."""
    made = []
    with tqdm(desc="reading", unit=" rows", unit_scale=True) as bar:
        for number, file in enumerate(files, start=1):
            bar.set_postfix_str(f"file {number:,} of {len(files):,}", refresh=False)
            # The same bytes fail under one name and are an export under another.
            key = key_of(file, f"{version()} {'zip' if is_packed(file) else 'plain'}")
            made.append(kept.part(key, partial(_write, file, connection, bar)))
    return made


def _write(export: Path, connection: duckdb.DuckDBPyConnection, bar: "tqdm[None]", part: Path) -> None:
    before = export.stat()
    write_part(export, part, connection, bar)
    after = export.stat()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise ImportRefused(f"{visible(export)}: changed while it was read; wait until it is complete")


def _tables(made: list[Path], connection: duckdb.DuckDBPyConnection, report: Report) -> dict[str, pa.Table]:
    connection.read_parquet([str(part) for part in made]).create_view("read_events")
    connection.execute(f"create table events as {question('distinct_events')}")
    tables = {name: connection.sql(question(name)).to_arrow_table() for name in TABLES}
    tell_repeated(tables["statements"].num_rows, report)
    return tables


def _place(file: Path, path: Path) -> Path:
    return file.relative_to(path) if path != file else Path(file.name)
