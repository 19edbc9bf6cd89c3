"""Under which licence does each pinned package come, and may this project use it?"""

import csv
import re
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import NamedTuple, cast

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
# What goes with MIT, in a program that is handed on.
ACCEPTED = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0"),
        *("MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Unlicense", "Zlib"),
    }
)
# Older ways to say so.
WORDS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


class Package(NamedTuple):
    """A pinned package: its name in lower case, its version, and what it says of its licence, empty if nothing."""

    name: str
    version: str
    stated: str

    @property
    def fault(self) -> str:
        """A sentence if its licence is none that was accepted or reviewed; else empty."""
        if is_accepted(self.stated) or reviewed().get(self.name, {}).get("stated") == self.stated:
            return ""
        said = f"is under “{self.stated}”" if self.stated else "does not say its licence"
        return f"{self.name} {said}: read it, then take another package or add a line to tests/supply/reviewed.csv."

    @property
    def licence(self) -> str:
        """What it comes under: what was reviewed, else what it says."""
        return reviewed().get(self.name, {}).get("licence", self.stated)


def normal(name: str) -> str:
    """Write the name of a package in the one way in which all ways to write it agree."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(file: str) -> dict[str, str]:
    """Give the versions that a file of the project pins, by package; those for other systems than this one too."""
    return {normal(each.name): str(each.specifier).removeprefix("==") for each in _requirements(file)}


def packages(*files: str) -> list[Package]:
    """Give what files pin for a system like this one, with what each says of its licence where it is installed."""
    asked = (each for file in files for each in _requirements(file) if not each.marker or each.marker.evaluate())
    found = {normal(each.name): str(each.specifier).removeprefix("==") for each in asked}
    return [Package(name, version, stated(name)) for name, version in sorted(found.items())]


def _requirements(file: str) -> Iterator[Requirement]:
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            yield Requirement(line.removesuffix("\\"))


def reviewed() -> dict[str, dict[str, str]]:
    """Give the packages whose licence somebody has read, by name."""
    with (Path(__file__).parent / "reviewed.csv").open(encoding="utf-8", newline="") as file:
        return {row["package"]: row for row in csv.DictReader(file)}


def stated(name: str) -> str:
    """Give what an installed package says of its licence, in the terms of SPDX where they are known."""
    try:
        said = cast("Message", metadata(name))
    except PackageNotFoundError:
        return ""
    if expression := said.get("License-Expression"):
        return str(expression)
    classes = [each.rpartition(" :: ")[2] for each in said.get_all("Classifier", []) if each.startswith("License ::")]
    words = classes or [str(said.get("License") or "").strip().partition("\n")[0]]
    return " AND ".join(WORDS.get(word, word) for word in words)


def is_accepted(expression: str) -> bool:
    """Tell whether an expression without parentheses leaves one accepted licence for each of its parts."""
    return all(any(licence in ACCEPTED for licence in part.split(" OR ")) for part in expression.split(" AND "))
