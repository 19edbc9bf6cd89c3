"""What is an importer? Whatever reads one foreign format and gives rows for the tables of a collection.

Each is a module or a package of this folder, named for its format, and offers two things: `ABOUT`, the .yml that says
what the collection is, and `read`. It checks what it reads and tells the report; it writes nothing. Everything else,
the tables that it leaves empty, the actors, the dictionary, the version and the files, is the same for all of them and
is done by `data.importers.collection`. To add one, write its sibling and name it in `data/importers/__main__.py`.
"""

from pathlib import Path
from typing import Protocol

import pyarrow as pa

from data.importers.report import Report


class Importer(Protocol):
    """What a module of this folder offers."""

    ABOUT: Path

    def read(self, path: Path, report: Report) -> dict[str, pa.Table]:
        """Read a file or folder of the format.

        Args:
            path: What the user named.
            report: Is told what was skipped, what is worth knowing and what could not be read. In its `parts`, if it
                has any, an importer may keep what it has finished, so that one that was stopped goes on from there.

        Returns:
            Rows for some of the tables, in any order. Columns that are left out are null. Actors are named by
            ids of data/records/actors.csv.

        Raises:
            ImportRefused: there is nothing of the format there, or it is damaged or too large.
        """
        ...
