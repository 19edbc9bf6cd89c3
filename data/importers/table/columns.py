"""Which column of a sheet is which of ours, and what stands in it once spaces and words are as ours?"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.faults import Faults
from data.importers.report import ImportRefused, Report, visible
from data.importers.table.mapping import Mapping as MappingFile
from data.importers.table.names import ALSO, VERBATIM, folded, nearest, plain
from data.importers.table.sheet import Sheet

MOST_BYTES = 2_000_000_000
# How the project's own CSV keep spreadsheets from running a text; its docstring says that one apostrophe is taken away.
ESCAPED = r"^'('*[ \t\n\f\r]*[=+\-@＝＋－＠\t\r\n\x00])"
SPACES = r"[\s\p{Z}]+"


def pick(sheet: Sheet, wanted: Sequence[str], mapping: MappingFile, faults: Faults, report: Report) -> pa.Table:
    """Read the columns of a sheet that are ours.

    Args:
        sheet: The sheet.
        wanted: Our names.
        mapping: What the mapping file says of the sheet.
        faults: Is told of rows that cannot be read.
        report: Is told which columns were not read.

    Returns:
        Column `row`, the number in the sheet, and text in those of the wanted columns that are there; null where a
        cell is empty.

    Raises:
        ImportRefused: a column that the mapping names is not there or is there twice, or the sheet is too large.
    """
    places = _places(sheet, wanted, mapping)
    used = sorted(set(places.values()))
    if unread := [name for place, name in enumerate(sheet.header) if name and place not in used]:
        report.skip(
            "sheets with columns that were not read, since they are none of ours", f"{sheet.label}: {', '.join(unread)}"
        )
    table = _read(sheet, places, faults, report)
    for ours in [ours for ours in wanted if ours in mapping.constants]:
        table = put(table, ours, pa.repeat(pa.scalar(mapping.constants[ours], pa.string()), len(table)))
    for ours in set(mapping.values) & set(table.column_names):
        table = changed(table, ours, _put(mapping.values[ours]))
    return table


def _read(sheet: Sheet, places: Mapping[str, int], faults: Faults, report: Report) -> pa.Table:
    used = sorted(set(places.values()))
    rows: list[pa.Array] = []
    read: defaultdict[int, list[pa.Array]] = defaultdict(list)
    size = 0
    for batch in sheet.batches(used, faults):
        rows.append(batch.rows)
        for place, column in zip(used, batch.columns, strict=True):
            read[place].append(column)
            size += column.nbytes
        if size > MOST_BYTES:
            raise ImportRefused(f"{visible(sheet.label)}: holds more than {MOST_BYTES:,} bytes of text; bring in less")
    cells = {ours: pa.chunked_array(read[place], pa.string()) for ours, place in places.items()}
    cleaned = {ours: _cleaned(column, ours, sheet, report) for ours, column in cells.items()}
    return pa.table({"row": pa.chunked_array(rows, pa.int64()), **cleaned})


def each(cells: pa.ChunkedArray, change: Callable[[str], str | None]) -> pa.ChunkedArray:
    """Change texts, each different one once."""
    codes = pc.dictionary_encode(cells).unify_dictionaries().combine_chunks()
    dictionary, indices = (codes.dictionary, codes.indices) if len(cells) else (pa.array([], pa.string()), codes)
    if not len(cells):
        return cells
    return pa.chunked_array([pa.array(map(change, dictionary.to_pylist()), pa.string()).take(indices)])


def changed(table: pa.Table, column: str, change: Callable[[str], str | None]) -> pa.Table:
    """A table with the texts of one column changed, each different one once."""
    return put(table, column, each(table[column], change))


def put(table: pa.Table, column: str, cells: pa.Array | pa.ChunkedArray) -> pa.Table:
    """A table with one column added, or put in the place of the one of that name."""
    if column in table.column_names:
        return table.set_column(table.column_names.index(column), column, cells)
    return table.append_column(column, cells)


def _put(words: Mapping[str, str]) -> Callable[[str], str]:
    return lambda cell: words.get(folded(cell), cell)


def _places(sheet: Sheet, wanted: Collection[str], mapping: MappingFile) -> dict[str, int]:
    """Places of our columns: those that the mapping names, and the others by their own names."""
    theirs, ours = defaultdict(list), defaultdict(list)
    for place, name in enumerate(sheet.header):
        theirs[folded(name)].append(place)
    named = {column: theirs[folded(name)] for column, name in mapping.columns.items() if column in wanted}
    taken = {place for places in named.values() for place in places}
    for place, name in enumerate(sheet.header):
        if place not in taken:
            name = plain(name)
            ours[name if name in wanted else ALSO.get(name, name)].append(place)
    own = {column: ours[column] for column in wanted if column not in {*named, *mapping.constants} and ours[column]}
    _refuse_doubtful(sheet, mapping, named | own)
    places = {column: places[0] for column, places in (named | own).items()}
    if {"actor", "actor_id"} <= set(places):
        # Ids leave no doubt; where the mapping says names, names are meant.
        del places["actor_id" if "actor" in named and "actor_id" not in named else "actor"]
    return places


def _refuse_doubtful(sheet: Sheet, mapping: MappingFile, places: Mapping[str, list[int]]) -> None:
    has = ", ".join(visible(name) for name in sheet.header[:40] if name)
    lines = []
    for column, found in places.items():
        name = mapping.columns.get(column, column)
        if not found:
            near = nearest(name, sheet.header)
            lines.append(f'{mapping.name}: {column} is "{name}", but {visible(sheet.label)} has {has}{near}')
        elif len(found) > 1:
            lines.append(f'{visible(sheet.label)}: has two columns "{visible(name)}"; give them different names')
    if lines:
        raise ImportRefused("\n".join(lines))


def _cleaned(cells: pa.ChunkedArray, column: str, sheet: Sheet, report: Report) -> pa.ChunkedArray:
    if sheet.is_escaped:
        freed = pc.replace_substring_regex(cells, ESCAPED, r"\1")
        if count := pc.sum(pc.not_equal(freed, cells)).as_py():
            report.count(f"{column} without the apostrophe that keeps spreadsheets from running it", count)
        cells = freed
    if column not in VERBATIM:
        cells = pc.replace_substring_regex(cells, SPACES, " ")
    trimmed = pc.utf8_trim_whitespace(cells)
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), cells if column in VERBATIM else trimmed)
