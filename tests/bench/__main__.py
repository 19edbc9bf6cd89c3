"""Run the benches one after the other, each in a process of its own, and write docs/performance.md from what they gave.

python -m tests.bench [--statements N] [--only NAME ...] [--corpus FILE]: a bench that fails, or misses what is asked of
it, does not keep the others from running. What was measured before on as many statements is forgotten; figures of fewer
or more statements, and of benches that are not run, stay on the page until `make clean`.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.bench import large_collection, report
from tests.bench.figures import forget, kept

OF_A_SIZE = ("question_speed", "peer_speed", "summary_speed", "file_speed")
"""Benches that take a number of statements."""
AS_THEY_ARE = ("export_speed", "map_change", "timeline_change", "server_load", "sql_attack", "soak")
"""Benches whose number is part of what is asked for."""
OF_A_CORPUS = ("search_speed", "corpus_import")
"""Benches that need the UN General Debate Corpus, and print what they measure."""


def main() -> int:
    """Run them; returns 1 when one has failed."""
    reader = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    reader.add_argument("--statements", type=int, default=large_collection.STATEMENTS)
    reader.add_argument("--only", nargs="+", choices=[*OF_A_SIZE, *AS_THEY_ARE, *OF_A_CORPUS])
    reader.add_argument("--corpus", type=Path)
    reader.add_argument("--minutes", type=float, help="of the soak; the issue asks for 10")
    given = reader.parse_args()
    arguments = {name: [str(given.statements)] for name in OF_A_SIZE} | {name: [] for name in AS_THEY_ARE}
    if given.minutes:
        arguments["soak"] = ["--minutes", str(given.minutes)]
    if given.corpus:
        arguments |= {name: [str(given.corpus)] for name in OF_A_CORPUS}
    chosen = given.only or [*arguments]
    for name in chosen:
        forget(name, given.statements if name in OF_A_SIZE else None)
    failed = [name for name in chosen if run(name, arguments.get(name, []))]
    runs = kept()
    if runs:
        report.write(runs)
    print(f"\ndocs/{report.FILE.name} {'was written' if runs else 'stays as it was: nothing was measured'}.")
    if failed:
        print(f"Failed, or slower than is asked for: {', '.join(failed)}.")
    return int(bool(failed))


def run(name: str, arguments: list[str]) -> int:
    """Run one, and give how it ended: 0 when all went well and was fast enough."""
    print(f"\n== {name} {' '.join(arguments)}", flush=True)
    # All clients of a bench have one address, and ask more than one client may; readers of the soak do not.
    unbounded = {} if name == "soak" else {"DEMARCHE_RATE": "0", "DEMARCHE_SESSIONS": "0"}
    command = [sys.executable, "-m", f"tests.bench.{name}", *arguments]
    return subprocess.run(command, check=False, env=os.environ | unbounded).returncode


if __name__ == "__main__":
    sys.exit(main())
