"""What does an imported collection say of itself, and where do the rows of its tables come from?"""

from collections.abc import Collection as Names
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from data.description_files import read_collection
from data.descriptions import Collection, Description

RECORDS = Path(__file__).parents[1] / "records"
# Tables whose rows are the project's own work in every collection.
OWN_FACTS = {"actors", "memberships"}


@cache
def own() -> Collection:
    """The project's own collection: every other has the same tables and columns."""
    return read_collection(RECORDS)


def described(about: Path, collection_id: str, read: Names[str], said: Mapping[str, Any]) -> Collection:
    """Describe an imported collection.

    Args:
        about: A .yml with title, description, licenses (as in collection.yml) and sources, from which the rows come.
        collection_id: Its name in links.
        read: Tables whose rows an importer read.
        said: What the file that was read says instead of the .yml, by the same keys.

    Returns:
        The project's own descriptions with the words of the .yml. Actors and memberships keep theirs, since
        they are taken from the project's records.
    """
    found = yaml.load(about.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) | dict(said)
    licence = found["licenses"][0]
    sources = tuple(" ".join(filter(None, (s["title"], s.get("path")))) for s in found["sources"])

    def of(table: Description) -> Description:
        if table.name in OWN_FACTS:
            return table
        return replace(table, licence=licence["title"], sources=sources if table.name in read else ())

    return Collection(
        collection_id=collection_id,
        title=found["title"],
        description=found["description"],
        licence=licence["title"],
        licence_url=licence["path"],
        tables={name: of(table) for name, table in own().tables.items()},
    )
