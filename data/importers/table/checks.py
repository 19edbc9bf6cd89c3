"""Is every cell written as its column asks? Whatever row it stands in, all faults are told."""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.faults import Faults
from data.importers.table.columns import changed
from data.importers.table.names import VERBATIM, folded
from data.importers.table.sheet import MOST_CHARACTERS
from data.problems import shown

# What nobody sees, but for the two joiners with which Persian and Indic scripts are spelt.
UNSEEN = r"[^\P{C}\x{200c}\x{200d}]"
UNSEEN_BUT_LINE_ENDS = r"[^\P{C}\n\r\t\x{200c}\x{200d}]"
ADDRESS = r"(?i)^https?://([\p{L}\p{N}]([\p{L}\p{N}_-]*[\p{L}\p{N}])?\.?)+(:[0-9]{1,5})?([/?#][^\s<>\"\\]*)?$"
ID = "[a-z0-9]+(-[a-z0-9]+)*"
FORMS = {
    ID: "is no id; write it in small letters, numbers and hyphens, as in 2020-04-15-geo",
    "[A-Za-z0-9]+(-[A-Za-z0-9]+)*": "is no id; write it in letters, numbers and hyphens, as in mfa-2020-04-15",
    "[A-Z0-9]+(-[A-Z0-9]+)*": "is no id; write it in capitals, numbers and hyphens, as in GEO",
    "[a-z]{2}": "is no language; write its code of two small letters, as in en",
    "[A-Z]{3}": "is no country; write its code of three capitals, as in GEO",
}
Sentence = Callable[[str], str]


def tell(table: pa.Table, column: str, mask: pa.ChunkedArray, faults: Faults, sentence: tuple[str, Sentence]) -> None:
    """Tell of the rows in which a mask is true.

    Args:
        table: With the column `row`.
        column: Whose cell is told of; None of it where it is empty.
        mask: One value a row.
        faults: Is told.
        sentence: The kind of fault, and what is told of a cell.
    """
    found = table.filter(mask)
    kind, what = sentence
    faults.add_all(found["row"], kind, lambda place: what(found[column][place].as_py() or ""))


def filled(table: pa.Table, column: str, faults: Faults) -> None:
    """Tell of empty cells in a column that must have none."""
    kind = f"rows without {column}"
    tell(table, column, pc.is_null(table[column]), faults, (kind, lambda _: f"has no {column}; fill it in"))


def written(table: pa.Table, column: str, faults: Faults) -> None:
    """Tell of texts that are too long or hold what nobody sees."""
    cells = table[column]
    long = f"has more than {MOST_CHARACTERS:,} characters; look for a missing quotation mark, or shorten it"
    mask = pc.greater(pc.utf8_length(cells), MOST_CHARACTERS)
    tell(table, column, mask, faults, (f"rows with {column} too long", lambda cell: f"{column} {shown(cell)} {long}"))
    mask = pc.match_substring_regex(cells, UNSEEN_BUT_LINE_ENDS if column in VERBATIM else UNSEEN)
    kind = f"rows with invisible characters in {column}"
    unseen = "holds invisible characters; take them out"
    tell(table, column, mask, faults, (kind, lambda cell: f"{column} {shown(cell)} {unseen}"))


def addresses(table: pa.Table, column: str, faults: Faults) -> None:
    """Tell of what a browser could not open as a page, such as javascript:, and of addresses with a password."""
    mask = pc.invert(pc.match_substring_regex(table[column], ADDRESS))
    kind = f"rows with {column} that is no address"
    what = "is no address of a page; write it in full, as in https://www.example.org/page"
    tell(table, column, mask, faults, (kind, lambda cell: f"{column} {shown(cell)} {what}"))


def form(table: pa.Table, column: str, pattern: str, faults: Faults) -> None:
    """Tell of cells that do not have the form of their column."""
    mask = pc.invert(pc.match_substring_regex(table[column], f"^(?:{pattern})$"))
    what = FORMS.get(pattern, f"does not have the form {pattern}")
    tell(table, column, mask, faults, (f"rows with a wrong {column}", lambda cell: f"{column} {shown(cell)} {what}"))


def words(table: pa.Table, column: str, known: list[str], faults: Faults, mapping: str) -> pa.Table:
    """Bring a column to the words that may stand in it, whatever their capitals, and tell of others."""
    ours = {folded(word): word for word in known}
    table = changed(table, column, lambda cell: ours.get(folded(cell), cell))
    mask = pc.and_(pc.is_valid(table[column]), pc.invert(pc.is_in(table[column], value_set=pa.array(known))))
    what = f"is none of {', '.join(known)}; say in {mapping}, under values, what it stands for"
    tell(
        table,
        column,
        mask,
        faults,
        (f"rows with another word in {column}", lambda cell: f"{column} {shown(cell)} {what}"),
    )
    return table
