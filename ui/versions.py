"""The versions of a collection that were kept, and what each of them added, changed and removed."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import groupby
from operator import attrgetter

import streamlit as st

import queries
from exports.corrected import versions_until
from exports.phrases import day_words
from queries import Change, Version
from ui import collections, links

# Of each a line; who needs more has the files of docs/versions.md.
MOST_SHOWN = 50


def browse() -> None:
    """List the versions that were kept, the newest first, with what each added, changed and removed."""
    kept = versions_until(collections.chosen())
    if not kept:
        st.html("<p class='why'>Older versions of this collection are not kept.</p>")
        return
    changes = {
        version: [*rows] for version, rows in groupby(queries.changes(collections.collection()), attrgetter("version"))
    }
    shown = [*reversed(kept)][:MOST_SHOWN]
    items = "".join(f"<li>{_version(each, changes.get(each.version, []), kept[0])}</li>" for each in shown)
    rest = f"<p class='note'>And {len(kept) - len(shown):,} before them.</p>" if len(kept) > len(shown) else ""
    st.html(f"<ul class='said'>{items}</ul>{rest}")


def _version(version: Version, changes: Sequence[Change], first: Version) -> str:
    link = links.anchor("data", version.version, data=version.version)
    counts = Counter((row.table, row.change) for row in changes)
    told: dict[str, list[str]] = {table: [] for table, _ in counts}
    for (table, change), count in counts.items():
        told[table].append(f"{count:,} {change}")
    rows = "; ".join(f"{table}: {', '.join(each)}" for table, each in told.items())
    said = rows or ("the first version" if version == first else "texts or columns alone")
    return f"<p><b>{day_words(version.built_on)}</b> · version {link}. {escape(said[0].upper() + said[1:])}.</p>"
