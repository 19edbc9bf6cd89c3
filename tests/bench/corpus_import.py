"""How long, and in how much memory, is the UN General Debate Corpus brought in, and is it all there?

python -m tests.bench.corpus_import PATH: the corpus as its authors publish it, or as one Parquet file. From the latter
the published layout is made again, and all of these are brought in, each by a process of its own. What comes of them is
counted against plain loops over the Parquet file. Fails when it takes longer, needs more, or counts differently.
"""

import os
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

MOST_SECONDS = 180
MOST_MB = 1_500
WORD = "karabakh"
NO_CORPUS = "no corpus there, so nothing was timed; it is published at https://doi.org/10.7910/DVN/0TJX8Y"


class Run(NamedTuple):
    """One import: what was brought in, and what that cost."""

    path: Path
    seconds: float
    peak_mb: float
    folder: Path


def run(path: Path, home: Path) -> Run:
    """Bring a corpus in by the command that users give."""
    name = re.sub(r"[^a-z0-9]+", "-", f"bench {path.name.lower()}")
    command = [sys.executable, "-m", "data.importers", "ungdc", str(path), "--collection", name, "--into", str(home)]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        # Of this child alone: getrusage would give the largest of all.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{path}: could not be brought in")
    return Run(path, time.perf_counter() - start, usage.ru_maxrss / 1024, home / name)


def forms(path: Path, home: Path) -> Iterator[Path]:
    """The corpus as it is and, if that is a Parquet file, as a folder and as an archive in the published layout."""
    yield path
    if path.suffix == ".parquet":
        folder = home / "layout"
        for batch in pq.ParquetFile(path).iter_batches(250):
            for row in batch.to_pylist():
                session = f"{row['session']:02}_{row['year']}"
                file = folder / "TXT" / f"Session {session.replace('_', ' - ')}" / f"{row['actor_id']}_{session}.txt"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(row["text"].encode())
        yield folder
        with tarfile.open(home / "layout.tgz", "w:gz", compresslevel=1) as archive:
            archive.add(folder / "TXT", "TXT")
        yield home / "layout.tgz"


def counted(path: Path) -> tuple[int, int, Counter[tuple[str, int]], Counter[tuple[str, int]]]:
    """Speeches, speeches with the word, and both by actor and year, by a loop over a Parquet file of either kind."""
    speeches: Counter[tuple[str, int]] = Counter()
    mentions: Counter[tuple[str, int]] = Counter()
    for batch in pq.ParquetFile(path).iter_batches(250):
        for row in batch.to_pylist():
            key = row["actor_id"], row["year"] if "year" in row else row["counts_on"].year
            speeches[key] += 1
            mentions[key] += WORD in row["text"].lower()
    return speeches.total(), mentions.total(), speeches, +mentions


def main(path: Path) -> None:
    """Bring in every form, print what it cost, and end the process; as failed if anything is not as asked for."""
    if not path.exists():
        sys.exit(f"{path}: {NO_CORPUS}")
    with tempfile.TemporaryDirectory() as home:
        runs = [run(form, Path(home)) for form in forms(path, Path(home))]
        found = [counted(each.folder / "sources.parquet") for each in runs]
    for each, (count, mentions, *_) in zip(runs, found, strict=True):
        cost = f"{each.seconds:.1f} s, {each.peak_mb:,.0f} MB at most, {count / each.seconds:,.0f} speeches a second"
        print(f"{each.path.name}: {cost}; {count:,} speeches, {mentions} of them with {WORD}")
    expected = counted(path) if path.suffix == ".parquet" else found[0]
    if path.suffix == ".parquet":
        print("counts by actor and year are", "those" if found == [expected] * len(found) else "NOT those", "of a scan")
    too_much = any(each.seconds > MOST_SECONDS or each.peak_mb > MOST_MB for each in runs)
    print(f"at most {MOST_SECONDS} s and {MOST_MB:,} MB are asked for")
    sys.exit(too_much or found != [expected] * len(found))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"name the corpus: python -m tests.bench.corpus_import PATH; {NO_CORPUS}")
    main(Path(sys.argv[1]))
