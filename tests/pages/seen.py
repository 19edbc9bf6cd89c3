"""What a reader sees of a page, whatever of it is a link."""

import re
from urllib.parse import unquote

from ui.tables import NAME


def name(cell):
    """The name that a cell shows; of a link the part that the grid shows."""
    shown = re.match(NAME, cell) if isinstance(cell, str) else None
    return unquote(shown[1]) if shown else cell


def grid(app, number=0):
    """One grid of a page, as the table that is seen."""
    return app.dataframe[number].value.map(name)


def words(app):
    """The blocks of our HTML, without the links around their names."""
    return [re.sub(r"</?a\b[^>]*>", "", element.body) for element in app.get("html")]
