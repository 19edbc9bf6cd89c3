"""How does a source with the statements that were confirmed in it get into the records?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from data import journal
from data.problems import Problem, RecordsError, shown
from data.quotes import context
from data.saving import ids
from data.saving.drafts import Draft, encoded, row
from data.saving.given import Addition, NewStatement, Saved

# What makes two statements one: a report and a quotation that say the same.
SAME = ("actor_id", "issue_id", "date", "date_precision", "stance")
MOST_CHARACTERS = 5_000_000


def add(home: Path, addition: Addition, now: datetime) -> Saved:
    """Write an addition into the records, all of it or nothing; the build is not run.

    Two statements of one addition with the same actor, issue, date and stance become one, the first, with the evidence
    of both where their passages differ. The file in reviews/ says in `became` which statement each has become.

    Args:
        home: Folder with records/ and texts/.
        addition: What was confirmed.
        now: When.

    Returns:
        The save, by which it can be taken back, and the ids that were given.

    Raises:
        RecordsError: holds every fault of the collection as it would be.
        OSError: the files cannot be written.
    """
    with journal.settled(home):
        draft = Draft(home)
        source_id = _put_source(draft, addition)
        text = _put_text(draft, source_id, addition.text)
        new, became = _put_statements(draft, source_id, text, addition.statements)
        said = {
            "act": "addition",
            "by": addition.reviewed_by,
            "source_id": source_id,
            "statement_ids": new,
            "became": became,
            "review": addition.review,
        }
        save_id = draft.save(source_id, now, said)
    return Saved(save_id, source_id, tuple(new))


def _put_source(draft: Draft, addition: Addition) -> str:
    """Put the source into its table unless it is there, and give its id."""
    held = draft.rows("sources")
    new = row("sources", draft.collection.tables["sources"].columns, addition.source)
    given = new["source_id"]
    # The text is called after it.
    if given and not ids.is_source_id(given):
        what = f"source_id {shown(given)} is no id; take letters, digits and hyphens, {ids.LONGEST} at the most"
        raise RecordsError([Problem("sources.csv", None, what)])
    for number, cells in enumerate(held, start=2):
        if given and cells["source_id"] == given:
            if others := [column for column, cell in addition.source.items() if cell and cell != cells[column]]:
                what = f'"{given}" is there with another {", ".join(others)}; leave its id empty to add one of its own'
                raise RecordsError([Problem("sources.csv", number, what)])
            return given
    texts = {path.stem.lower() for path in (draft.home / "texts").glob("*.txt")}
    new["source_id"] = given or ids.source_id(new, texts | _ever(draft, "sources", held))
    draft.edit("sources", [new])
    return new["source_id"]


def _ever(draft: Draft, table: str, held: Sequence[Mapping[str, str]]) -> set[str]:
    """Ids of a table that are taken, those of rows that are gone included: links to these must not lead elsewhere."""
    gone = {cells["id"] for cells in draft.rows("corrections") if cells["table"] == table}
    (key,) = draft.collection.tables[table].key
    return {each.lower() for each in gone | {cells[key] for cells in held}}


def _put_text(draft: Draft, source_id: str, text: str | None) -> str | None:
    if text is None:
        return None
    name = f"texts/{source_id}.txt"
    if not text.strip():
        raise RecordsError([Problem(name, None, "is empty; leave the text out")])
    if len(text) > MOST_CHARACTERS:
        what = f"has {len(text):,} characters where {MOST_CHARACTERS:,} are the most; leave the text out"
        raise RecordsError([Problem(name, None, what)])
    if (draft.home / name).is_file():
        if (draft.home / name).read_bytes() != encoded(name, text):
            what = "is there with other words; leave the text out, or the source_id to add a source of its own"
            raise RecordsError([Problem(name, None, what)])
        return text
    draft.make(name, text)
    return text


def _put_statements(
    draft: Draft, source_id: str, text: str | None, statements: Sequence[NewStatement]
) -> tuple[list[str], list[str]]:
    """Put statements and evidence into their tables: ids of new statements, and the id of what each has become."""
    columns = {name: draft.collection.tables[name].columns for name in ("statements", "evidence")}
    taken = _ever(draft, "statements", draft.rows("statements"))
    made: dict[tuple[str, ...], dict[str, str]] = {}
    evidence: dict[tuple[str, str], dict[str, str]] = {}
    became: list[str] = []
    for number, statement in enumerate(statements, start=1):
        if statement.held_id is None:
            cells = row("statements", columns["statements"], statement.cells)
            same = made.setdefault(tuple(cells[column] for column in SAME), cells)
            same["doubt"] = _joined(same["doubt"], cells["doubt"])
            if not same["statement_id"]:
                same["statement_id"] = ids.statement_id(cells, taken)
                taken.add(same["statement_id"])
        became.append(statement.held_id if statement.held_id is not None else same["statement_id"])
        found = {"statement_id": became[-1], "source_id": source_id, **_passage(statement.span, text, number)}
        proof = row("evidence", columns["evidence"], {**statement.evidence, **found})
        evidence.setdefault((became[-1], proof["exact"]), proof)
    draft.edit("statements", made.values())
    draft.edit("evidence", _new(draft, source_id, evidence.values()))
    return [cells["statement_id"] for cells in made.values()], became


def _new(draft: Draft, source_id: str, evidence: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Leave out what the source carries already: the same passage, or a statement of which no passage is given now."""
    held = {(each["statement_id"], each["exact"]) for each in draft.rows("evidence") if each["source_id"] == source_id}
    carried = {(statement_id, "") for statement_id, _ in held}
    return [each for each in evidence if (each["statement_id"], each["exact"]) not in held | carried]


def _joined(doubt: str, other: str) -> str:
    """Keep the doubts of two statements that become one."""
    return doubt if other in doubt else f"{doubt} {other}".strip()


def _passage(span: tuple[int, int] | None, text: str | None, number: int) -> dict[str, str]:
    if span is None or text is None:
        return {}
    start, end = span
    if not 0 <= start < end <= len(text):
        what = f"the passage of statement {number}, {start} to {end}, is not in the text of {len(text)} characters"
        raise RecordsError([Problem("evidence.csv", None, f"{what}; mark it anew")])
    prefix, suffix = context(text, start, end)
    return {"exact": text[start:end], "prefix": prefix, "suffix": suffix}
