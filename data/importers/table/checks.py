"""Is every cell written as its column asks? Whatever row it stands in, all faults are told."""

from collections.abc import Callable, Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.table.columns import changed
from data.importers.table.faults import Faults
from data.importers.table.names import VERBATIM, folded
from data.importers.table.sheet import MOST_CHARACTERS
from data.problems import shown

# Persian and Indic scripts are spelt with two joiners; line ends stand in passages of a text.
INVISIBLE = r"[\p{Cc}\p{Cf}\p{Co}--]"
ADDRESS = (
    r"(?i)^https?://([\p{L}\p{N}]([\p{L}\p{N}_-]*[\p{L}\p{N}])?\.?)+(:[0-9]{1,5})?([/?#][^\s<>\"\\]*)?$"
)
ID = "[a-z0-9]+(-[a-z0-9]+)*"
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


def filled(table: pa.Table, columns: Iterable[str], faults: Faults) -> None:
    """Tell of empty cells in columns that must have none."""
    for column in columns:
        tell(table, column, pc.is_null(table[column]), faults, (f"rows without {column}", lambda _: _no(column)))


def written(table: pa.Table, columns: Iterable[str], faults: Faults) -> None:
    """Tell of texts that are too long or hold what nobody sees."""
    for column in columns:
        cells = table[column]
        mask = pc.greater(pc.utf8_length(cells), MOST_CHARACTERS)
        what = f"has more than {MOST_CHARACTERS:,} characters; look for a missing quotation mark, or shorten it"
        tell(table, column, mask, faults, (f"rows with {column} too long", lambda cell, c=column: f"{c} {shown(cell)} {what}"))
        pattern = r"[^\P{C}\n\r\t\x{200c}\x{200d}]" if column in VERBATIM else r"[^\P{C}\x{200c}\x{200d}]"
        mask = pc.match_substring_regex(cells, pattern)
        unseen = "holds invisible characters; take them out"
        tell(table, column, mask, faults, (f"rows with invisible characters in {column}", lambda cell, c=column: f"{c} {shown(cell)} {unseen}"))


def addresses(table: pa.Table, column: str, faults: Faults) -> None:
    """Tell of what a browser could not open as a page, such as javascript:, and of addresses with a password in them."""
    mask = pc.invert(pc.match_substring_regex(table[column], ADDRESS))
    what = "is no address of a page; write it in full, as in https://www.example.org/page"
    tell(table, column, mask, faults, (f"rows with {column} that is no address", lambda cell: f"{column} {shown(cell)} {what}"))


def patterns(table: pa.Table, known: Mapping[str, str], faults: Faults) -> None:
    """Tell of cells that do not have the form of their column."""
    for column in [column for column in known if column in table.column_names]:
        mask = pc.invert(pc.match_substring_regex(table[column], f"^(?:{known[column]})$"))
        what = f'does not have the form {known[column]}'
        tell(table, column, mask, faults, (f"rows with a wrong {column}", lambda cell, c=column: f"{c} {shown(cell)} {what}"))


def words(table: pa.Table, column: str, known: list[str], faults: Faults, mapping: str) -> pa.Table:
    """Bring a column to the words that may stand in it, whatever their capitals, and tell of others."""
    ours = {folded(word): word for word in known}
    table = changed(table, column, lambda cell: ours.get(folded(cell), cell))
    mask = pc.and_(pc.is_valid(table[column]), pc.invert(pc.is_in(table[column], value_set=pa.array(known))))
    what = f"is none of {', '.join(known)}; say in {mapping}, under values, what it stands for"
    tell(table, column, mask, faults, (f"rows with another word in {column}", lambda cell: f"{column} {shown(cell)} {what}"))
    return table


def _no(column: str) -> str:
    return f"has no {column}; fill it in"
