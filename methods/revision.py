"""What is different between two versions of a table: which rows came, which went, which were corrected?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

Row = Mapping[str, Any]


class Changed(NamedTuple):
    """A row that both versions have and that is not the same: its key, and the names of the columns that differ."""

    key: tuple[Any, ...]
    before: Row
    after: Row
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Revision:
    """Everything that turns one version of a table into another; each part is in the order of the key."""

    added: tuple[Row, ...]
    changed: tuple[Changed, ...]
    removed: tuple[Row, ...]


def revision(before: Iterable[Row], after: Iterable[Row], key: Sequence[str]) -> Revision:
    """Compare two versions of a table, row by row.

    Args:
        before: Rows of the first version, in any order.
        after: Rows of the second one.
        key: Columns that tell the rows of a version apart.

    Returns:
        The differences. A column that one of two rows lacks is empty (None) in it. Empty keys come first.

    Raises:
        ValueError: two rows of one version have the same key.

    Source:
        docs/versions.md#since-then
    """
    first, second = _by_key(before, key), _by_key(after, key)
    both = [(place, first[place], second[place]) for place in _in_order(first.keys() & second.keys())]
    return Revision(
        added=tuple(second[place] for place in _in_order(second.keys() - first.keys())),
        changed=tuple(Changed(*rows, columns) for rows in both if (columns := _differing(rows[1], rows[2]))),
        removed=tuple(first[place] for place in _in_order(first.keys() - second.keys())),
    )


def sentence(found: Revision, noun: tuple[str, str] = ("row", "rows")) -> str:
    """Say in words how much is different: "3 rows added, 1 corrected, 2 removed", or "nothing changed".

    Args:
        found: From `revision`.
        noun: What a row is, singular and plural; it is said once.
    """
    counted = {"added": len(found.added), "corrected": len(found.changed), "removed": len(found.removed)}
    parts = [[f"{count:,}", what] for what, count in counted.items() if count]
    if not parts:
        return "nothing changed"
    parts[0].insert(1, noun[parts[0][0] != "1"])
    return ", ".join(map(" ".join, parts))


def _by_key(rows: Iterable[Row], key: Sequence[str]) -> dict[tuple[Any, ...], Row]:
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        place = tuple(row.get(column) for column in key)
        if place in found:
            raise ValueError(f"two rows have the {', '.join(key)} {place}; each may stand only once")
        found[place] = row
    return found


def _in_order(keys: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(keys, key=lambda key: [(part is not None, part) for part in key])


def _differing(before: Row, after: Row) -> tuple[str, ...]:
    columns = dict.fromkeys([*before, *after])
    return tuple(column for column in columns if before.get(column) != after.get(column))
