"""Rows with a place as GeoJSON (RFC 7946), for maps: one feature a row, none left out.

The members of a feature are the values of the JSON form. Two kinds of tables are taken:

- Rows about one actor each: the first column is `actor_id`. Geometry is where the actor is drawn: an outline, or in the
  form for points one point well inside it; a point for a place without an area and for an authority that stands at its
  seat; null for whoever has no place, such as an organisation. `about` then says what the outlines imply and where they
  are from.
- Rows with a `latitude` and a `longitude`, such as events: a point there, or null where one of them is unknown.

Before the features stands `about` and after them `end`, as in the JSON form. A feature is identified by the first
column, unless two rows have the same there or the file has more than one piece of rows (20,000).
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import chain, islice
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exports import json_rows, places
from exports.about import About
from exports.errors import CannotHold
from exports.fingerprint import CsvFingerprint
from exports.json_file import text

ACTOR = "actor_id"
LATITUDE, LONGITUDE = "latitude", "longitude"
# Features in one go: the outline of a large state is 50 kB of text.
AT_ONCE = 64


class _Layer(NamedTuple):
    """How the rows of one file get their geometries, as JSON text, and what is said of these."""

    geometries: Callable[[pa.Table], list[str]]
    origin: dict[str, str]


def stream_areas(tables: Iterator[pa.Table], schema: pa.Schema, about: About, raw: bool) -> Iterator[bytes]:
    """Write the rows with the actors' outlines, and points for those that have none."""
    layer = _layer(schema, about, places.areas)
    return _chunks(tables, about, layer, CsvFingerprint(schema, raw=raw))


def stream_points(tables: Iterator[pa.Table], schema: pa.Schema, about: About, raw: bool) -> Iterator[bytes]:
    """Write the rows with a point each, such as a label needs."""
    layer = _layer(schema, about, places.points)
    return _chunks(tables, about, layer, CsvFingerprint(schema, raw=raw))


def _layer(schema: pa.Schema, about: About, located: places.Located) -> _Layer:
    json_rows.check(schema)
    if schema.names[:1] == [ACTOR]:
        return _Layer(partial(_drawn, located), {"boundaries": places.BOUNDARIES, "shapes": places.SHAPES})
    kinds = {field.name: field.type for field in schema}
    if all(pa.types.is_floating(kinds.get(name, pa.null())) for name in (LATITUDE, LONGITUDE)):
        return _Layer(_at_coordinates, {})
    raise CannotHold(
        "GeoJSON is for rows about one actor each, or with a latitude and a longitude, and these are "
        f"{about.table}; take CSV, Excel, JSON or Parquet."
    )


def _chunks(tables: Iterator[pa.Table], about: About, layer: _Layer, csv: CsvFingerprint) -> Iterator[bytes]:
    said = text(about.as_dict() | layer.origin)
    yield f'{{"type": "FeatureCollection", "about": {said},\n"features": ['.encode()
    rows, between = 0, "\n"
    for table in tables:
        features = _features(table, layer, rows, has_ids=_identifies(table, about.rows))
        while some := [*islice(features, AT_ONCE)]:
            yield (between + ",\n".join(some)).encode()
            between = ",\n"
        csv.add(table)
        rows += table.num_rows
    yield f'\n],\n"end": {text(csv.end())}}}\n'.encode()


def _features(table: pa.Table, layer: _Layer, rows_before: int, *, has_ids: bool) -> Iterator[str]:
    lines = chain.from_iterable(map(pa.Array.to_pylist, json_rows.lines(table, rows_before)))
    for key, geometry, line in zip(table.column(0).to_pylist(), layer.geometries(table), lines, strict=True):
        identity = f'"id": {text(key)}, ' if has_ids else ""
        yield f'{{"type": "Feature", {identity}"geometry": {geometry}, "properties": {line}}}'


def _identifies(table: pa.Table, rows: int) -> bool:
    """Tell whether the first column has another text in each of so many rows."""
    keys = table.column(0)
    return bool(pa.types.is_string(keys.type) and rows == pc.count_distinct(keys).as_py())


def _drawn(located: places.Located, table: pa.Table) -> list[str]:
    texts = _texts(located)
    return [texts.get(actor, "null") for actor in table.column(0).to_pylist()]


@cache
def _texts(located: places.Located) -> dict[str, str]:
    return {actor: text(geometry) for actor, geometry in located().items()}


def _at_coordinates(table: pa.Table) -> list[str]:
    pairs = zip(table.column(LONGITUDE).to_pylist(), table.column(LATITUDE).to_pylist(), strict=True)
    return ["null" if None in pair else text({"type": "Point", "coordinates": pair}) for pair in pairs]
