"""Which texts are of one origin, and which of them came first?

Two sources whose texts are nearly the same say one thing once, however many publish it. Pairs are found by counting
shared runs of five words, exactly: the same texts give the same origins in any order, and a text that is added to
others can only join origins, never part them.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

HERE = Path(__file__).parent
# So many characters are taken apart at a time, and the rest may wait on the disk: 200 million need half a gigabyte.
BATCH = 2_000_000
BOUNDS: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "500MB", "threads": 2}


def origins(texts: Mapping[str, str], published: Mapping[str, date | None]) -> dict[str, str]:
    """Find the origin of each text: the earliest of all that are nearly the same, or linked by such ones.

    Args:
        texts: Texts that are held, by source id.
        published: Day of publication by source id; None, or no entry, where it is unknown, which counts as last.

    Returns:
        The source id of the origin of each text, by source id; itself where no other text is like it. Of several
        published on one day the first by id is the origin.

    Source:
        docs/method.md#independence-of-sources
    """
    by_age = sorted(texts, key=lambda source: (published.get(source) or date.max, source))
    earlier = list(range(len(by_age)))
    for pair in _alike([texts[source] for source in by_age]):
        first, later = sorted(_earliest(earlier, number) for number in pair)
        earlier[later] = first
    found = {source: by_age[_earliest(earlier, number)] for number, source in enumerate(by_age)}
    return dict(sorted(found.items()))


def _alike(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Find the pairs of texts, by their place among all, that are nearly the same."""
    wording, pairs = ((HERE / f"{name}.sql").read_text(encoding="utf-8") for name in ("wording", "pairs"))
    with TemporaryDirectory() as folder, duckdb.connect(f"{folder}/wording.duckdb", config=BOUNDS) as connection:
        connection.execute("create table wording (number uinteger, run ubigint)")
        for batch in _batches(texts):
            connection.register("batch", batch)
            connection.execute(f"insert into wording {wording}")
        return connection.sql(pairs).fetchall()


def _batches(texts: Sequence[str]) -> Iterator[pa.Table]:
    start = size = 0
    for end, text in enumerate(texts, start=1):
        size += len(text)
        if size >= BATCH or end == len(texts):
            numbers = pa.array(range(start, end), pa.uint32())
            yield pa.table({"number": numbers, "text": pa.array(texts[start:end], pa.string())})
            start, size = end, 0


def _earliest(earlier: list[int], number: int) -> int:
    """Follow a text to the earliest known to be like it, and shorten the way for whoever follows next."""
    while earlier[number] != number:
        earlier[number] = earlier[earlier[number]]
        number = earlier[number]
    return number
