"""In which organisations were the actors of a sheet, so that a reader can see whom else an organisation spoke for?"""

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.actors import recorded
from data.importers.description import RECORDS, own
from data.problems import RecordsError
from data.reading import Sheet, read_sheet
from data.tables import typed_tables


def memberships_of(speaking: pa.ChunkedArray) -> pa.Table:
    """The recorded memberships of actors, and those in organisations that are among them.

    Args:
        speaking: Ids of actors; others than the recorded ones have no memberships.

    Returns:
        Rows of the table of memberships, as the build gives them.
    """
    ids = pc.unique(speaking)
    table = _recorded()
    return table.filter(
        pc.or_(pc.is_in(table["actor_id"], value_set=ids), pc.is_in(table["organisation_id"], value_set=ids))
    )


@cache
def _recorded() -> pa.Table:
    tables = own().tables
    sheet, problems = read_sheet(RECORDS / "memberships.csv", tables["memberships"])
    if problems:
        raise RecordsError(problems)
    recorded()
    empty = {name: Sheet(table.path, table.columns, [], frozenset()) for name, table in tables.items()}
    return typed_tables(empty | {"memberships": sheet}, {}, [])["memberships"]
