"""A small map for every issue; a click opens the large one."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from charts import matrix_maps
from charts.map import DISCLAIMER
from charts.matrix import sign_colours
from charts.theme import css_variables
from ui import links

FOLDER = Path(__file__).parent
HTML = """\
<div class="small-maps"><ol></ol><p class="problem" role="status" hidden>The outlines of the maps did not come. Reload
the page to ask again.</p><span class="probe"></span><span class="scheme"></span></div>"""
_maps = st.components.v2.component(
    "demarche_small_maps",
    html=HTML,
    css=css_variables() + sign_colours() + (FOLDER / "maps.css").read_text(encoding="utf-8"),
    js=(FOLDER / "maps.js").read_text(encoding="utf-8"),
)


def draw(found: Iterable[Mapping[str, Any]], issues: Sequence[Mapping[str, Any]]) -> None:
    """Draw the maps.

    Args:
        found: From `positions_on_every_issue`.
        issues: From `issues`, in the order of the maps.
    """
    drawn = matrix_maps.maps(found, issues)
    linked = [each | {"href": links.href("map", issue=each["id"])} for each in drawn["maps"]]
    _maps(key="small-maps", data={**drawn, "maps": linked})
    st.caption(f"States and authorities, in the colours of the matrix; a click opens the map. {DISCLAIMER}")
