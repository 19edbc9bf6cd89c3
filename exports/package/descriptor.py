"""datapackage.json: what the package is and what every column of it means, by the Data Package standard, version 2.

Decisions:

- Readers of version 1 understand it too: tables are called so in both ways (`type` and `profile`), a key into its own
  table names the resource "", and lists are text with `|` between their items, since version 1 has no lists.
- A primary key may have no empty cell, so the three tables whose keys do (a membership without a known beginning) have
  a unique key instead.
- The Parquet of a table is a file beside the CSV, without a schema, as it carries its own. Its `format` is no word that
  frictionless (5.21) knows: it would read the file as a table then, where it can neither count the bytes nor read
  lists.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exports.about import About, slug
from exports.address import address
from exports.package.archive import Member
from exports.package.rows import Rows
from exports.package.schema import Said, schema
from exports.urn import urn

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
CSV = {
    "type": "table",
    "profile": "tabular-data-resource",
    "format": "csv",
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "dialect": {
        "header": True,
        "delimiter": ",",
        "lineTerminator": "\r\n",
        "quoteChar": '"',
        "doubleQuote": True,
        "skipInitialSpace": False,
    },
}
PARQUET = {"format": "apache-parquet", "mediatype": "application/vnd.apache.parquet"}


def write(rows: Rows, about: About, members: Iterable[Member]) -> bytes:
    """Write the descriptor of a package.

    Args:
        rows: What the package holds, read to the end.
        about: What it says of itself.
        members: Its files.

    Returns:
        JSON in UTF-8.
    """
    files = {member.name: member for member in members}
    tables = {row["table"]: row for row in rows.dictionary("tables")}
    said = {
        "$schema": PROFILE,
        "name": slug(about.collection_id, 100),
        "id": _id(rows, about),
        "title": about.collection + ("" if rows.is_whole else ": a selection"),
        "description": "\n\n".join([*_description(rows, about)]),
        "version": about.data_version,
        "created": about.created,
        "homepage": about.url,
        "keywords": ["statements", "positions", "evidence", "sources"],
        "licenses": [{"title": about.licence, "path": about.licence_url}],
        "sources": _sources(tables.values()),
        "resources": [
            _resource(form, name, files, _told(tables[name], about) | _more(form, name, rows))
            for name in rows.tables
            for form in ("csv", "parquet")
        ],
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1, allow_nan=False)}\n".encode()


def _id(rows: Rows, about: About) -> str:
    """The same in every version of the data, as the name is; so days that leave the range open are no part of it."""
    first, last = rows.asked.names.days
    view = address(rows.asked, frozen=False)
    if about.since is None or about.since <= first:
        view.pop("from", None)
    if about.until is None or about.until >= last:
        view.pop("to", None)
    return urn(about.collection_id, "package", json.dumps(view))


def _description(rows: Rows, about: About) -> Iterator[str]:
    yield rows.dictionary("collection")[0]["description"] or about.collection
    if not rows.is_whole:
        filters = "; ".join(f"{name}: {value}" for name, value in about.filters)
        yield f"This is a selection of its statements, with all that they lead to. {filters}."


def _sources(tables: Iterable[Mapping[str, Any]]) -> list[Said]:
    """What the rows were made from, each once; in the dictionary an address stands behind its title."""
    named = dict.fromkeys(text for table in tables for text in (table["sources"] or "").split("; ") if text)
    return [_source(*text.rpartition(" ")) for text in named]


def _source(title: str, space: str, last: str) -> Said:
    is_address = title and last.startswith(("http://", "https://"))
    return {"title": title, "path": last} if is_address else {"title": f"{title}{space}{last}"}


def _told(table: Mapping[str, Any], about: About) -> Said:
    told = {"title": table["title"], "description": table["description"]}
    if table["licence"] != about.licence:
        return told | {"licenses": [{"title": table["licence"], "path": "LICENSE.txt"}]}
    return told


def _more(form: str, name: str, rows: Rows) -> Said:
    if form == "parquet":
        return PARQUET
    fields = [row for row in rows.dictionary("fields") if row["table"] == name]
    return CSV | {"rows": rows.counts[name], "schema": schema(name, fields)}


def _resource(form: str, name: str, files: Mapping[str, Member], said: Said) -> Said:
    path = f"data/{name}.{form}"
    named = {"name": name if form == "csv" else f"{name}-{form}", "path": path}
    return named | said | {"bytes": files[path].bytes, "hash": f"sha256:{files[path].sha256}"}
