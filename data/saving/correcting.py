"""How is a published statement corrected or retracted, so that everybody can see what was changed and why?"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from data import journal
from data.descriptions import Description
from data.lines import Row
from data.problems import Problem, RecordsError, shown
from data.revised import CORRECTIONS, one_line
from data.saving.drafts import Draft, row, row_id
from data.saving.given import ChangedMeanwhile, Correction, Saved
from data.saving.published import versions

# As long as a summary may be, so that it is told whole.
LONGEST = 280

# Table and id of a row, and what became of it.
Changed = tuple[str, str, str]


def correct(home: Path, correction: Correction, now: datetime) -> Saved:
    """Change a statement, or retract it with its evidence, and say so in corrections.csv; the build is not run.

    Args:
        home: Folder with records/, texts/ and versions/.
        correction: What is to become of the statement, and why.
        now: When.

    Returns:
        The save, by which it can be taken back.

    Raises:
        ChangedMeanwhile: the row is not as the editor saw it.
        RecordsError: holds every fault of the collection as it would be.
        OSError: the files cannot be written.
    """
    with journal.settled(home):
        draft = Draft(home)
        before = _seen(draft, correction)
        if correction.cells is None:
            changed = _retract(draft, correction.statement_id, before)
        else:
            changed = _change(draft, correction, before)
        _tell(draft, changed, correction, now)
        said = {
            "act": "correction" if correction.cells is not None else "retraction",
            "by": correction.edited_by,
            "statement_ids": [correction.statement_id],
            "review": {"before": before, "after": correction.cells, "why": correction.why},
        }
        save_id = draft.save(correction.statement_id, now, said)
    return Saved(save_id, "", (correction.statement_id,))


def _seen(draft: Draft, correction: Correction) -> dict[str, str]:
    """The row as it stands there, if it is the one that the editor saw."""
    name = shown(correction.statement_id)
    columns = draft.collection.tables["statements"].columns
    seen = row("statements", columns, {**correction.seen, "statement_id": correction.statement_id})
    for cells in draft.rows("statements"):
        if cells["statement_id"] == correction.statement_id:
            if others := [column for column in columns if cells[column] != seen[column]]:
                what = f"statement {name} was changed meanwhile ({', '.join(others)})"
                raise ChangedMeanwhile(f"{what}; read it as it is now and correct it anew")
            return cells
    raise ChangedMeanwhile(f"statement {name} is not there any more; see the corrections for what became of it")


def _change(draft: Draft, correction: Correction, before: Mapping[str, str]) -> list[Changed]:
    cells = {**(correction.cells or {}), "statement_id": correction.statement_id}
    after = row("statements", draft.collection.tables["statements"].columns, cells)
    changes = [_became(column, before[column], cell) for column, cell in after.items() if cell != before[column]]
    if not changes:
        raise RecordsError([Problem("statements.csv", None, f"{shown(correction.statement_id)} stays as it is")])
    draft.edit("statements", [after], [(correction.statement_id,)])
    return [("statements", correction.statement_id, "; ".join(changes))]


def _became(column: str, before: str, after: str) -> str:
    told = [shown(cell, LONGEST) if cell else "empty" for cell in (before, after)]
    return f"{column} was {told[0]} and is {told[1]}"


def _retract(draft: Draft, statement_id: str, before: Mapping[str, str]) -> list[Changed]:
    evidence = [cells for cells in draft.rows("evidence") if cells["statement_id"] == statement_id]
    gone: dict[str, list[Row]] = {"statements": [before], "evidence": [*evidence]}
    changed: list[Changed] = []
    for name, rows in gone.items():
        table = draft.collection.tables[name]
        _published(draft, table, rows)
        draft.edit(name, [], [tuple(cells[column] for column in table.key) for cells in rows])
        for cells in rows:
            what = "; ".join(f"{column} was {shown(cell, LONGEST)}" for column, cell in cells.items() if cell)
            changed.append((name, row_id(table, cells), f"retracted; {what}"))
    return changed


def _published(draft: Draft, table: Description, rows: Sequence[Row]) -> None:
    """Only what readers can have seen is retracted: a correction has to name something that was there."""
    last = next(versions(draft.home, draft.collection, table.name), None)
    for cells in rows:
        if not last or row_id(table, cells) not in last.ids:
            what = f"{shown(row_id(table, cells))} is in no version yet; run the build first, or take back its save"
            raise RecordsError([Problem(table.path, None, what)])


def _tell(draft: Draft, changed: Sequence[Changed], correction: Correction, now: datetime) -> None:
    """Put a line into corrections.csv for each row that was changed."""
    # The build dates versions by the clock on the wall, and goes by these days.
    day = now.astimezone().date().isoformat()
    told = {(cells["date"], cells["table"], cells["id"], cells["what"]) for cells in draft.rows(CORRECTIONS)}
    lines = []
    for table, id, words in changed:
        what = one_line(words)
        while (day, table, id, what) in told:
            what = f"{what} (again)"
        told.add((day, table, id, what))
        line = {"date": day, "table": table, "id": id, "what": what}
        lines.append({**line, "why": correction.why, "reported_by": correction.reported_by})
    draft.edit(CORRECTIONS, lines)
