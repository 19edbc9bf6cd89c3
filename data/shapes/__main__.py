"""Builds world.geojson and points.csv from the atlas: python -m data.shapes PACKAGE.tgz."""

import argparse
import csv
from pathlib import Path

from data.shapes import outlines, points, sphere, topology

HERE = Path(__file__).parent


def main() -> None:
    """Read the package, write the two files that the map draws."""
    parser = argparse.ArgumentParser(prog="python -m data.shapes", description=__doc__)
    parser.add_argument("package", type=Path, help=f"{topology.PACKAGE} as npm pack saves it")
    atlas = outlines.merge(topology.decode(topology.read(parser.parse_args().package)))
    shapes = outlines.simplify(atlas)
    check_winding(shapes)
    dots = {code: polygons for code, polygons in atlas.items() if code not in shapes}
    markers = sorted([*points.of_shapes(shapes | dots), *points.of_seats()])
    (HERE / "world.geojson").write_text(outlines.geojson(shapes), encoding="utf-8", newline="\n")
    with (HERE / "points.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(points.Marker._fields)
        writer.writerows(markers)
    print(f"{len(shapes)} shapes and {len(markers)} points written to {HERE.name}/")


def check_winding(shapes: dict[str, list[topology.Polygon]]) -> None:
    """Refuse outlines that would flood the globe.

    Raises:
        ValueError: an outer ring runs counter-clockwise, or a hole clockwise.
    """
    for code, polygons in shapes.items():
        for outer, *holes in polygons:
            if sphere.signed_area(outer) < 0 or any(sphere.signed_area(hole) > 0 for hole in holes):
                raise ValueError(f"{code}: a ring runs the wrong way round")


if __name__ == "__main__":
    main()
