"""Builds map.json, areas.geojson and points.csv from the atlas: python -m data.shapes PACKAGE.tgz."""

import argparse
import csv
import hashlib
from io import StringIO
from pathlib import Path

from data.shapes import areas, outlines, picture, points, topology
from data.shapes.topology import Polygon

HERE = Path(__file__).parent


def main() -> None:
    """Read the package and write what is drawn, what is handed out and where markers stand."""
    parser = argparse.ArgumentParser(prog="python -m data.shapes", description=__doc__)
    parser.add_argument("package", type=Path, help=f"{topology.PACKAGE} as npm pack saves it")
    parser.add_argument("--keep-old", action="store_true", help="keep today's map.json in versions/ if it changes")
    asked = parser.parse_args()
    texts = files(topology.decode(topology.read(asked.package)))
    if asked.keep_old:
        keep_old(HERE, texts["map.json"])
    for name, text in texts.items():
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(text.encode()):,} bytes")


def files(atlas: dict[str, list[Polygon]]) -> dict[str, str]:
    """The text of each file, by its name.

    Args:
        atlas: Polygons by code, before any merge.
    """
    merged = outlines.merge(atlas)
    rounded = outlines.simplify(merged)
    without_area = {code: polygons for code, polygons in merged.items() if code not in rounded}
    markers = sorted([*points.of_shapes(rounded | without_area), *points.of_seats()])
    # Parts and wholes are drawn in one go, so that the hatch of a part ends on the border of its whole.
    drawn = picture.draw(atlas | merged)
    filled = {code: shape for code, shape in drawn.items() if code in merged}
    return {
        "map.json": picture.text(picture.picture(filled, drawn, markers)),
        "areas.geojson": areas.geojson(areas.areas(rounded)),
        "points.csv": _table(markers),
    }


def keep_old(folder: Path, new: str) -> None:
    """Move a map that was published to versions/, under the name by which pages ask for it."""
    old = folder / "map.json"
    content = old.read_bytes()
    if content != new.encode():
        kept = folder / "versions" / f"map-{hashlib.sha256(content).hexdigest()[:12]}.json"
        kept.parent.mkdir(exist_ok=True)
        old.rename(kept)


def _table(markers: list[points.Marker]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(points.Marker._fields)
    writer.writerows(markers)
    return text.getvalue()


if __name__ == "__main__":
    main()
