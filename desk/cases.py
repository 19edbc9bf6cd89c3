"""Which labelled articles do reviews leave behind? `python -m desk.cases REVIEWS TEXTS OUT.jsonl`.

A review says what was proposed of an article and what an editor made of it. Of each whose text is held, what was
accepted, as it was corrected, becomes the labels of one article in the form of `desk.exchange`: `desk.propose` and
`desk.score` then measure the desk on what editors decided.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desk import exchange

_MARKS = "\"“„«‘'"


class UnreadableReview(ValueError):
    """A review is not one that the dashboard writes; the message says which and what is wrong."""


def cases(reviews: Path, texts: Path) -> Iterator[dict[str, Any]]:
    """Turn reviews into labelled articles, in the order of saving.

    Args:
        reviews: Folder with a JSON file for each save; corrections of what was published are passed over.
        texts: Folder with the text of each source, `<source_id>.txt`; a review without one is passed over.

    Raises:
        UnreadableReview: a file is not a review, or its places are not in the text.
    """
    for path in sorted(reviews.glob("*.json")):
        try:
            said = json.loads(path.read_bytes())
            if said["act"] == "addition" and (text := _text(texts, said["source_id"])) is not None:
                yield _case(path.stem, said["review"], text)
        except KeyError as error:
            raise UnreadableReview(f"{path.name}: is no review (it has no {error}); restore it.") from error
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise UnreadableReview(f"{path.name}: is no review ({error}); restore it.") from error


def _text(texts: Path, source_id: str) -> str | None:
    path = texts / f"{source_id}.txt"
    if path.parent != texts:
        raise ValueError(f"{source_id[:80]!r} is no id of a source")
    return path.read_bytes().decode("utf-8") if path.is_file() else None


def _case(case_id: str, review: Mapping[str, Any], text: str) -> dict[str, Any]:
    proposed = {(each["start"], each["end"], each["actor_id"]): each for each in review["proposed"]}
    kinds = {(each["start"], each["end"]): each["kind"] for each in review["proposed"]}
    found = {
        "id": case_id,
        "title": review["article"]["title"],
        "published": review["article"]["published"],
        "publisher": "",
        "text": text,
    }
    exchange.article(found)
    accepted = [row for row in review["decided"] if row["decision"] == "accepted"]
    records = [_record(row, text, proposed.get((row["start"], row["end"], row["actor"])), kinds) for row in accepted]
    return {**found, "records": records}


def _record(
    row: Mapping[str, Any], text: str, proposal: Mapping[str, Any] | None, kinds: Mapping[tuple[int, int], str]
) -> dict[str, Any]:
    """A row as it was accepted; the day has the basis that was proposed for it, and one that was typed in is stated."""
    start, end = row["start"], row["end"]
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the place {start} to {end} is not in a text of {len(text):,} characters")
    is_kept = proposal is not None and proposal["date"] == row["date"]
    by_hand = "listed" if row["attribution"] == "listed" else "direct-quote" if text[start] in _MARKS else "reported"
    return {
        "actor_id": exchange.outer_id(row["actor"]),
        "speaker": row["speaker"],
        "target": row["issue"],
        "stance": row["stance"],
        "kind": kinds.get((start, end), by_hand),
        "date": row["date"],
        "date_basis": proposal["date_basis"] if proposal is not None and is_kept else "stated",
        "start": start,
        "end": end,
        "excerpt": text[start:end],
    }


def main(arguments: list[str] | None = None) -> int:
    """Write the labelled articles of a folder of reviews; on any error nothing is written.

    Returns:
        0, or 1 where a review cannot be read.
    """
    parser = argparse.ArgumentParser(prog="python -m desk.cases", description="Turn reviews into labelled articles.")
    parser.add_argument("reviews", type=Path, metavar="REVIEWS")
    parser.add_argument("texts", type=Path, metavar="TEXTS")
    parser.add_argument("cases", type=Path, metavar="OUT.jsonl")
    asked = parser.parse_args(arguments)
    try:
        if not asked.reviews.is_dir():
            raise UnreadableReview(f"{asked.reviews} is no folder; name the one that holds the reviews.")
        found = list(cases(asked.reviews, asked.texts))
        exchange.write(asked.cases, found)
    except (UnreadableReview, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(found)} articles")
    return 0


if __name__ == "__main__":
    sys.exit(main())
