"""What does the desk propose for a file of articles? `python -m desk.propose IN.jsonl OUT.jsonl`.

Articles and records have the form that `desk.exchange` describes; records that the input has are replaced.
"""

import argparse
import sys
from pathlib import Path

from desk import exchange
from desk.language import ModelMissing
from desk.proposals import propose


def main(arguments: list[str] | None = None) -> int:
    """Propose for every article of a file; on any error nothing is written.

    Returns:
        0, or 1 where the input cannot be read.
    """
    parser = argparse.ArgumentParser(prog="python -m desk.propose", description="Propose statements for articles.")
    parser.add_argument("articles", type=Path, metavar="IN.jsonl")
    parser.add_argument("proposals", type=Path, metavar="OUT.jsonl")
    asked = parser.parse_args(arguments)
    try:
        found = [
            {**line, "records": exchange.records(propose(exchange.article(line)))}
            for line in exchange.lines(asked.articles)
        ]
        exchange.write(asked.proposals, found)
    except (exchange.UnreadableLine, ModelMissing, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
