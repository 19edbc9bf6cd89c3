"""How far is a run, and what came of it? A bar at a terminal, a line now and then in a log, and a summary."""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator

from tqdm import tqdm

from data.hydrate.failures import IN_WORDS
from data.hydrate.visits import Visit

SECONDS_BETWEEN_LINES = 30.0


def shown(visits: Iterable[Visit], total: int) -> Iterator[Visit]:
    """Hand visits on and show how many have been made, and of which host the last one was."""
    return _in_a_bar(visits, total) if sys.stderr.isatty() else _in_lines(visits, total)


def _in_a_bar(visits: Iterable[Visit], total: int) -> Iterator[Visit]:
    with tqdm(total=total, unit="source", dynamic_ncols=True) as bar:
        for visit in visits:
            bar.set_postfix_str(visit.host, refresh=False)
            bar.update()
            yield visit


def _in_lines(visits: Iterable[Visit], total: int) -> Iterator[Visit]:
    said = time.monotonic()
    for count, visit in enumerate(visits, start=1):
        if time.monotonic() - said >= SECONDS_BETWEEN_LINES:
            said = time.monotonic()
            print(f"{count} of {total} sources; the last was at {visit.host}", file=sys.stderr, flush=True)
        yield visit


def summary(visits: Iterable[Visit]) -> list[str]:
    """Say what came of a run.

    Args:
        visits: All of it.

    Returns:
        The number of texts, then a line for each reason for which none was got, with its first source as an example.
    """
    reached = sorted(visits, key=lambda visit: visit.page.source_id)
    counts = Counter(visit.page.reason for visit in reached)
    first = {visit.page.reason: visit.page for visit in reversed(reached)}
    lines = [f"{counts[None]} of {len(reached)} sources gave a text."]
    for reason, words in IN_WORDS.items():
        if counts[reason]:
            page = first[reason]
            lines.append(f"{counts[reason]} {words}, as {page.source_id}: {page.failed}.")
    return ["".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line) for line in lines]
