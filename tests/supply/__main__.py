"""The report of licences; with `bill FILE`, what a bill of materials lacks: licences, and what pip did not bring.

Run by: make audit
"""

import csv
import json
import sys
from pathlib import Path
from typing import Any

from tests.supply.licences import Package, normal, packages

LOCKS = ("locks/working.txt", "locks/timing.txt")
BUNDLED = Path(__file__).parent / "bundled.csv"


def report(found: list[Package]) -> str:
    """Write a line for each package: its version and licence; then a sentence for each that needs a review."""
    lines = [f"{each.name} {each.version}: {each.licence or 'unknown'}" for each in found]
    return "\n".join([*lines, *(each.fault for each in found if each.fault)])


def completed(bill: dict[str, Any], found: list[Package]) -> dict[str, Any]:
    """Add licences to the packages of a bill in CycloneDX, and what else is part of this project."""
    licences = {each.name: each.licence for each in found}
    for component in bill["components"]:
        if said := licences.get(normal(component["name"])):
            component["licenses"] = [{"license": {"name": said}}]
    with BUNDLED.open(encoding="utf-8", newline="") as file:
        bill["components"] += [
            {
                "bom-ref": row["purl"],
                "type": "data",
                "name": row["name"],
                "version": row["version"],
                "description": f"{row['what']}: {row['where']}",
                "licenses": [{"license": {"id": row["licence"]}}],
                "purl": row["purl"],
            }
            for row in csv.DictReader(file)
        ]
    return bill


def main(arguments: list[str]) -> int:
    """Do what the arguments ask for; not 0 where a licence needs a review."""
    found = packages(*LOCKS)
    if arguments[:1] == ["bill"]:
        file = Path(arguments[1])
        file.write_text(json.dumps(completed(json.loads(file.read_text()), found), indent=2) + "\n")
        return 0
    sys.stdout.write(f"{report(found)}\n")
    return int(any(each.fault for each in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
