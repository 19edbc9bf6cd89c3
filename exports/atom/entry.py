"""One statement in a feed: an entry, or a note that it is there no longer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import queries
from exports.address import joined
from exports.asked import Asked
from exports.atom.content import correction, html
from exports.atom.document import time
from exports.atom.history import Item, corrections
from exports.atom.legal import element, put
from exports.urn import urn
from exports.vocabulary import KINDS, STANCES

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, kw_only=True)
class Entries:
    """What is known of the statements of one page, and how links to them are written.

    Attributes:
        asked: The view that is followed.
        home: Address of the app, with a slash at its end.
        frozen: Whether links name the version of the data.
        statements: Rows by id.
        evidence: Rows by the statement's id.
        corrections: Rows by the statement's id, newest first.
    """

    asked: Asked
    home: str
    frozen: bool
    statements: Mapping[str, Row]
    evidence: Rows
    corrections: Rows

    def of(self, item: Item) -> Element:
        """Write one of them."""
        return self._gone(item) if item.is_gone else self._entry(item)

    def _entry(self, item: Item) -> Element:
        row = self.statements[item.statement_id]
        made = element("entry")
        put(made, "id", self._id(item))
        put(made, "title", f"{row['actor_name']}: {row['stance_label']} ({row['issue_title']})")
        put(made, "published", time(item.published))
        put(made, "updated", time(item.updated))
        put(made, "link", rel="alternate", type="text/html", href=self._link(row))
        put(made, "category", term=row["issue_id"], label=row["issue_title"])
        put(made, "category", term=row["kind"], label=KINDS[row["kind"]])
        put(made, "category", term=row["stance"], label=STANCES[row["stance"]])
        said = html(row, self.evidence.get(item.statement_id, ()), self.corrections.get(item.statement_id, ()))
        put(made, "content", said, type="html")
        return made

    def _gone(self, item: Item) -> Element:
        made = element("at:deleted-entry", ref=self._id(item), when=time(item.updated))
        told = [correction(row) for row in self.corrections.get(item.statement_id, ())]
        put(made, "at:comment", " ".join(told) or "It was removed, or changed so that it is not in this view any more.")
        return made

    def _id(self, item: Item) -> str:
        return urn(self.asked.names.collection["collection_id"], item.statement_id)

    def _link(self, row: Row) -> str:
        shown = Asked(edition=self.asked.edition, table="statements", issue=row["issue_id"])
        named = {"statement": [row["statement_id"]]}
        return joined(f"{self.home}statements", shown.address(frozen=self.frozen) | named)


def entries(asked: Asked, home: str, items: Sequence[Item], *, frozen: bool) -> list[Element]:
    """Write the statements of one page; arguments as for `Entries`."""
    ids = [item.statement_id for item in items if not item.is_gone]
    evidence: dict[str, list[Row]] = {each: [] for each in ids}
    for row in queries.run_on(asked.edition, "evidence_of_statements", statement_ids=ids).to_pylist():
        evidence[row["statement_id"]].append(row)
    rows = queries.run_on(asked.edition, "statements_by_id", statement_ids=ids).to_pylist()
    known = Entries(
        asked=asked,
        home=home,
        frozen=frozen,
        statements={row["statement_id"]: row for row in rows},
        evidence=evidence,
        corrections=corrections(asked.edition),
    )
    return [known.of(item) for item in items]
