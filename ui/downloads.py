"""Downloads: exactly the rows of the view, all of them, in every form, by links that programs can follow too."""

from datetime import UTC, datetime

import streamlit as st

import exports
from exports.address import joined
from exports.phrases import count_words
from exports.xlsx_file import MAX_ROWS
from ui.file_links import File, group
from ui.home import home
from ui.view import View

MOST_IN_EXCEL = MAX_ROWS - 1


def offer(asked: exports.Asked, count: int) -> None:
    """Link to the rows in every form; those that have a place also go on a map.

    Args:
        asked: What the files are to hold.
        count: How many rows the page shows.
    """
    if not count:
        return
    table, forms = exports.TABLES[asked.table], exports.forms(asked.table)
    # A link to what is refused would end in a download that fails without a word.
    note = "" if count <= MOST_IN_EXCEL else f"Excel holds {MOST_IN_EXCEL:,} rows; take CSV or Parquet."
    # Relative to a page, so that it holds below any prefix that the app is served at.
    files = [File(form.label, asked.api_url("", key)) for key, form in forms.items() if not note or key != "xlsx"]
    if asked.question:
        files.append(File("Open in SQL", joined("sql", asked.address() | {"rows_of": [asked.table]}), "", "file inner"))
    st.html(group(f"All {count_words(count, *table.noun)}", files, note))


def statements(view: View, count: int) -> None:
    """Offer the statements in view."""
    offer(view.asked("statements"), count)


def grounds(view: View) -> None:
    """Offer what the statements in view rest on: each piece of evidence, and the sources."""
    for table in ("evidence", "sources"):
        asked = view.asked(table)
        offer(asked, asked.count())


def describe(asked: exports.Asked, count: int) -> exports.About:
    """Say where the rows of a file come from, and what narrows them."""
    return asked.about(home(), datetime.now(UTC).replace(microsecond=0), count)
