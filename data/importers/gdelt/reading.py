"""What comes of one export? A part: its statements as rows, and a count of everything else."""

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from tqdm import tqdm

from data.importers.gdelt.exports import Unreadable, blocks
from data.importers.gdelt.rows import Fault, cells, layout
from data.importers.gdelt.rules import question

EVENTS = pa.schema(
    [
        ("event_id", pa.int64()),
        ("happened_on", pa.date32()),
        *((name, pa.string()) for name in ("actor_id", "target_id", "code")),
        ("added_on", pa.date32()),
        ("url", pa.string()),
    ]
)
# So many faults of a file are told one by one; where it has more, it is read on only while most rows are good.
MOST_TOLD = 100
MOST_FAULTS = 10_000


class Outcome(NamedTuple):
    """What became of the rows of a file.

    Attributes:
        rows: All rows that were read.
        statements: Those that make statements.
        skipped: Numbers of others by reason.
        bad: Number of those that cannot be read.
        faults: The first of them.
        end: Why the file could not be read to its end; empty where it was.
    """

    rows: int
    statements: int
    skipped: dict[str, int]
    bad: int
    faults: list[Fault]
    end: str


def write_part(export: Path, part: Path, connection: duckdb.DuckDBPyConnection, bar: "tqdm[None]") -> None:
    """Read an export.

    Args:
        export: The file.
        part: Where its events are written, with the outcome beside them.
        connection: Knows the rules.
        bar: Is moved on by the rows that are read.
    """
    tally = _Tally(connection)
    with pq.ParquetWriter(part, EVENTS, compression="zstd") as writer:
        end, begun = "", 0
        try:
            for block in blocks(export):
                events = tally.events(block)
                if events.num_rows:
                    writer.write_table(events)
                bar.update(tally.rows - begun)
                begun = tally.rows
        except Unreadable as error:
            end = str(error)
        if not (tally.rows or end):
            end = "is empty; fetch it again"
        writer.add_key_value_metadata({"outcome": json.dumps(tally.outcome(end))})


def outcome(part: Path) -> Outcome:
    """What became of the rows of the file that a part was made of."""
    found = Outcome(*json.loads(pq.read_metadata(part).metadata[b"outcome"]))
    return found._replace(faults=[Fault(*fault) for fault in found.faults])


class _Tally:
    """The rows of one file, counted block by block."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._width = 0
        self._skipped: Counter[str] = Counter()
        self._faults: list[Fault] = []
        self._bad = self._statements = self.rows = 0

    def events(self, block: bytes) -> pa.Table:
        """Count the rows of a block, and give those that make statements.

        Raises:
            Unreadable: most rows before were bad, so that this is no export.
        """
        if self._bad > MOST_FAULTS and 2 * self._bad > self.rows:
            raise Unreadable(f"has {self._bad:,} bad rows among its first {self.rows:,}; look what it is")
        self._width = self._width or layout(block)
        found = cells(block, self._width, self.rows + 1)
        self._connection.register("cells", found.table)
        coded = self._connection.sql(question("coded")).to_arrow_table()
        self.rows += found.table.num_rows + len(found.faults)
        faults = found.faults + _faults(coded)
        self._bad += len(faults)
        self._faults = sorted([*self._faults, *faults])[:MOST_TOLD]
        good = coded.filter(pc.is_null(coded["fault"]))
        counts = pc.value_counts(good["reason"].drop_null()).to_pylist()
        self._skipped.update({each["values"]: each["counts"] for each in counts})
        events = good.filter(pc.is_null(good["reason"])).select(EVENTS.names).cast(EVENTS)
        self._statements += events.num_rows
        return events

    def outcome(self, end: str) -> Outcome:
        return Outcome(self.rows, self._statements, dict(self._skipped), self._bad, self._faults, end)


def _faults(coded: pa.Table) -> list[Fault]:
    bad = coded.filter(pc.is_valid(coded["fault"])).select(["row", "fault"]).to_pylist()
    return [Fault(each["row"], f"{each['fault']}; fetch the file again") for each in bad]
