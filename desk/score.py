"""How good are proposals? `python -m desk.score GOLD.jsonl PREDICTIONS.jsonl`, articles joined by their id.

Each measure is a micro F1 over all articles, 2 hits / (gold + predicted):

- actors: different actors of an article.
- actor and stance: different pairs of actor and stance of an article; a stance that is not set is no hit.
- excerpt: records. A predicted one hits a gold one of the same actor whose excerpt it shares at least half of (the
  intersection of the two runs of characters over their union); each counts once, the best overlaps first, and where
  overlaps are the same, those with the same stance first.
- direct quotes: the same, over the records whose kind is direct-quote on either side.

Two more are counts over the pairs that excerpt found:

- dates: the share whose day is right: the same day where gold states it, a day's difference allowed where gold infers
  it, and no day where gold has none.
- flips: pairs in which one side says support and the other oppose.

- articles without statements: those without gold records, and how many of them have a predicted one.
"""

import argparse
import sys
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desk import exchange

Record = Mapping[str, Any]
Pair = tuple[Record, Record]
_LEAST_OVERLAP = 0.5


@dataclass(frozen=True)
class Score:
    """What the module's docstring defines; shares are 0 to 1, `statements_in_silence` counts articles."""

    actors: float
    actor_and_stance: float
    excerpt: float
    direct_quotes: float
    dates: float
    flips: int
    articles: int
    silent_articles: int
    statements_in_silence: int


def score(gold: Mapping[str, Sequence[Record]], predicted: Mapping[str, Sequence[Record]]) -> Score:
    """Compare predictions with gold.

    Args:
        gold: Records by the id of their article.
        predicted: The same; articles that gold does not have are not counted.
    """
    sides = [(records, predicted.get(article, ())) for article, records in gold.items()]
    pairs = [pair for ours, theirs in sides for pair in matched(ours, theirs)]
    silent = [theirs for ours, theirs in sides if not ours]
    return Score(
        actors=_f1_of_sets(sides, lambda r: r["actor_id"]),
        actor_and_stance=_f1_of_sets(sides, lambda r: (r["actor_id"], r["stance"] or id(r))),
        excerpt=_f1_of_pairs(sides),
        direct_quotes=_f1_of_pairs([(_direct(ours), _direct(theirs)) for ours, theirs in sides]),
        dates=sum(_same_day(*pair) for pair in pairs) / len(pairs) if pairs else 0.0,
        flips=sum({one["stance"], other["stance"]} == {"support", "oppose"} for one, other in pairs),
        articles=len(gold),
        silent_articles=len(silent),
        statements_in_silence=sum(bool(theirs) for theirs in silent),
    )


def matched(gold: Iterable[Record], predicted: Iterable[Record]) -> list[Pair]:
    """Pairs of the same actor whose excerpts overlap enough, each record in one pair at most."""
    theirs = list(predicted)
    candidates = [
        (-overlap, one["stance"] != other["stance"], at, against, one, other)
        for at, one in enumerate(gold)
        for against, other in enumerate(theirs)
        if one["actor_id"] == other["actor_id"] and (overlap := _overlap(one, other)) >= _LEAST_OVERLAP
    ]
    taken: set[tuple[str, int]] = set()
    pairs: list[Pair] = []
    for *_, at, against, one, other in sorted(candidates, key=lambda c: c[:4]):
        if not {("gold", at), ("predicted", against)} & taken:
            taken |= {("gold", at), ("predicted", against)}
            pairs.append((one, other))
    return pairs


def _overlap(one: Record, other: Record) -> float:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    whole = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return shared / whole if whole else 0.0


def _direct(records: Iterable[Record]) -> list[Record]:
    return [record for record in records if record["kind"] == "direct-quote"]


def _f1(hits: int, gold: int, predicted: int) -> float:
    return 2 * hits / (gold + predicted) if gold + predicted else 1.0


def _f1_of_sets(sides: Iterable[tuple[Sequence[Record], Sequence[Record]]], key: Callable[[Record], Hashable]) -> float:
    sets = [(set(map(key, ours)), set(map(key, theirs))) for ours, theirs in sides]
    return _f1(*(sum(counts) for counts in zip(*((len(a & b), len(a), len(b)) for a, b in sets), strict=True)))


def _f1_of_pairs(sides: Iterable[tuple[Sequence[Record], Sequence[Record]]]) -> float:
    counted = [(len(matched(ours, theirs)), len(ours), len(theirs)) for ours, theirs in sides]
    return _f1(*(sum(counts) for counts in zip(*counted, strict=True)))


def _same_day(gold: Record, predicted: Record) -> bool:
    if gold["date"] is None or predicted["date"] is None:
        return bool(gold["date"] == predicted["date"])
    apart = abs((date.fromisoformat(gold["date"]) - date.fromisoformat(predicted["date"])).days)
    return apart <= (1 if gold.get("date_basis") == "inferred" else 0)


def main(arguments: list[str] | None = None) -> int:
    """Print the score of a file of predictions.

    Returns:
        0, or 1 where a file cannot be read.
    """
    parser = argparse.ArgumentParser(prog="python -m desk.score", description="Score proposals against gold.")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("predictions", type=Path, metavar="PREDICTIONS.jsonl")
    asked = parser.parse_args(arguments)
    try:
        gold, predicted = (exchange.scored(path) for path in (asked.gold, asked.predictions))
    except (exchange.UnreadableLine, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for name, value in vars(score(gold, predicted)).items():
        print(
            f"{name.replace('_', ' '):<24}{value:.2f}"
            if isinstance(value, float)
            else f"{name.replace('_', ' '):<24}{value}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
