"""On which issues are the statements of a sheet? Each title is an issue, with an id that is made of it."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.faults import Faults
from data.importers.report import ImportRefused, Report
from data.importers.table.checks import tell
from data.importers.table.columns import each, put
from data.importers.table.names import folded, nearest
from data.problems import shown

WORDS = {
    "support_label": "Support",
    "oppose_label": "Oppose",
    "neutral_label": "Neutral",
    "support_answer": "supported it",
    "oppose_answer": "opposed it",
    "neutral_answer": "took no side",
}
LONGEST_ID = 60
MOST_MADE = 1_000
COLUMNS = ("issue_id", "title", "proposition", *WORDS, "words_issue_id", "note")
Row = dict[str, str | None]


class Issues:
    """The issues of a collection: those that it lists and, where it lists none, those that the statements name."""

    def __init__(self, listed: Sequence[Mapping[str, str | None]]) -> None:
        self._is_listed = bool(listed)
        self._rows: dict[str, Row] = {}
        self._by_title: dict[str, str] = {}
        # Titles that would get the id of another: `Is A > B?` and `Is A < B?`.
        self._alike: dict[str, str] = {}
        for row in listed:
            self._list({**row, "issue_id": row.get("issue_id") or id_of(row["title"] or "")})

    def with_ids(self, table: pa.Table, faults: Faults, report: Report) -> pa.Table:
        """Bring a sheet to ids of issues.

        Args:
            table: With `row`, and `issue_id` or `issue` or both.
            faults: Is told of issues that are not listed, where there is a list, of titles that differ in signs alone,
                and of ids and titles that name different issues.
            report: Is told which issues were made of titles.

        Returns:
            The table with `issue_id`.
        """
        columns = [name for name in ("issue_id", "issue") if name in table.column_names]
        if not self._is_listed:
            self._take_from(table, report)
        found = {column: each(table[column], self._id_in(column)) for column in columns}
        ids = found[columns[0]]
        if len(columns) > 1:
            differ = pc.not_equal(found["issue_id"], found["issue"])
            what = "names another issue than the issue_id beside it; correct one of the two"
            kind = "rows whose issue_id and issue name different issues"
            tell(table, "issue", differ, faults, (kind, lambda title: f"issue {shown(title)} {what}"))
            # An id that is not listed is not made good by a title.
            ids = pc.if_else(pc.is_valid(table["issue_id"]), ids, found["issue"])
        said = pc.coalesce(*(table[column] for column in columns))
        mask = pc.and_(pc.is_valid(said), pc.is_null(ids))
        tell(put(table, "issue", said), "issue", mask, faults, ("rows with an issue that is not listed", self._fault))
        return put(table, "issue_id", ids)

    def table(self, used: pa.ChunkedArray) -> pa.Table:
        """The rows of the table of issues: those that are listed or, without a list, those that are used."""
        ids = set(self._rows if self._is_listed else pc.unique(used).to_pylist())
        rows = [
            WORDS | {"proposition": row["title"]} | {k: v for k, v in row.items() if v}
            for issue_id, row in self._rows.items()
            if issue_id in ids
        ]
        return pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in COLUMNS]))

    def _take_from(self, table: pa.Table, report: Report) -> None:
        """Make issues of what the statements say."""
        titles = _distinct(table, [name for name in ("issue_id", "issue") if name in table.column_names])
        if len(titles) > MOST_MADE:
            what = f"{len(titles):,} different issues, where {MOST_MADE:,} is the most; is the column the right one"
            raise ImportRefused(f"the sheet names {what}?")
        # Those with an id go first, so that a title alone leads to it.
        for row in sorted(titles, key=lambda r: (not r.get("issue_id"), r.get("issue_id") or "", r.get("issue") or "")):
            title = row.get("issue") or row.get("issue_id")
            if not title:
                continue
            issue_id = row.get("issue_id") or self._by_title.get(folded(title)) or id_of(title)
            before = self._rows.get(issue_id)
            if before is None:
                self._add({"issue_id": issue_id, "title": title})
                report.note("issues made of what the statements name; look whether two of them are one", title)
            elif not row.get("issue_id") and folded(title) not in self._by_title:
                self._alike[folded(title)] = before["title"] or ""
            elif before["title"] != title:
                report.note(
                    f"other titles of the issue {issue_id}, which stands as {shown(before['title'] or '')}", title
                )
                self._by_title.setdefault(folded(title), issue_id)

    def _add(self, row: Row) -> None:
        issue_id, title = row["issue_id"] or "", row["title"] or row["issue_id"] or ""
        self._rows[issue_id] = {**row, "title": title}
        self._by_title.setdefault(folded(title), issue_id)

    def _list(self, row: Row) -> None:
        """Add an issue that is listed, unless another has its id or its title."""
        issue_id, title = row["issue_id"] or "", row["title"] or ""
        before = self._rows.get(issue_id) or self._rows.get(self._by_title.get(folded(title), ""))
        if before:
            what = f"{shown(title)} and {shown(before['title'] or '')} have one id or one title"
            raise ImportRefused(f"issues are listed twice: {what}; take one away, or give each an issue_id of its own")
        self._add(row)

    def _id_in(self, column: str) -> Callable[[str], str | None]:
        """Which id does a cell of a column mean? A list may be meant by ids and by titles in either column."""

        def by_id(cell: str) -> str | None:
            return folded(cell) if folded(cell) in self._rows else None

        def by_title(cell: str) -> str | None:
            return self._by_title.get(folded(cell))

        if column == "issue_id":
            return lambda cell: by_id(cell) or by_title(cell)
        return lambda cell: by_title(cell) or (by_id(cell) if self._is_listed else None)

    def _fault(self, name: str) -> str:
        if other := self._alike.get(folded(name)):
            what = f"would get the same id as {shown(other)}"
            return f"issue {shown(name)} {what}; write them alike if they are one, or give each an issue_id"
        near = nearest(name, [row["title"] or "" for row in self._rows.values()])
        return f"issue {shown(name)} is not listed{near or '; add it to the list of issues'}"


def id_of(title: str) -> str:
    """An id for an issue: its title in small letters and hyphens.

    Where letters get lost, since they are not Latin or since it is long, digits tell it from others; they are made of
    the title, so that it keeps its id whatever else is listed.
    """
    text = folded(title)
    slug = re.sub(r"[^a-z0-9]+", "-", text).strip("-")
    is_whole = len(slug) <= LONGEST_ID and not re.search(r"[^\W\da-z_]", text)
    if is_whole and slug:
        return slug
    digits = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{slug[: LONGEST_ID - 9].rstrip('-')}-{digits}".lstrip("-") if slug else f"issue-{digits}"


def _distinct(table: pa.Table, columns: list[str]) -> list[Mapping[str, str | None]]:
    rows: list[Mapping[str, str | None]] = table.select(columns).group_by(columns).aggregate([]).to_pylist()
    return rows
