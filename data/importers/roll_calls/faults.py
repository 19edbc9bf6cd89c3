"""How are very many faulty rows of one file told, without a line for each of a million?"""

import pyarrow as pa
import pyarrow.compute as pc

from data.importers.report import Report

MOST_OF_A_KIND = 50


def fail_rows(report: Report, file: str, bad: pa.Table) -> None:
    """Tell the first rows of each kind of fault one by one, and count the rest of its kind in one line.

    Args:
        report: Is told.
        file: The name of the file.
        bad: Columns at_row, a number as the user finds it in the file, and what, which is wrong there.
    """
    for what in pc.unique(bad["what"]).to_pylist():
        rows = bad.filter(pc.equal(bad["what"], what))["at_row"]
        for row in rows.slice(0, MOST_OF_A_KIND).to_pylist():
            report.fail(f"{file}:{row}", f"{what}; correct it")
        if len(rows) > MOST_OF_A_KIND:
            report.fail_alike(
                file, f"rows, the last of them {rows[-1]}, of which each {what}", len(rows) - MOST_OF_A_KIND
            )
