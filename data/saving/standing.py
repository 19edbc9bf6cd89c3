"""How does a statement stand in the records right now, whether or not that was built?"""

from pathlib import Path

from data.saving.drafts import Draft


def statement_row(home: Path, statement_id: str) -> dict[str, str] | None:
    """Give its row, without the id; None where there is none.

    Args:
        home: Folder with records/.
        statement_id: Which one.

    Raises:
        RecordsError: the file has faults already.
    """
    for cells in Draft(home).rows("statements"):
        if cells.pop("statement_id") == statement_id:
            return cells
    return None
