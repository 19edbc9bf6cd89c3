"""Which payloads are seen as they are written, and which as something else?"""

import re
from pathlib import Path

from tests.hostile.payloads import PAYLOADS

FOLDER = Path(__file__).parent
WATCH = FOLDER / "watch.js"
HARVEST = (FOLDER / "harvest.js").read_text(encoding="utf-8")
# Where links of records and of our own texts may lead.
HOSTS = [
    "creativecommons.org",
    "doi.org",
    "example.org",
    "web.archive.org",
    "www.naturalearthdata.com",
    "www.w3.org",
    "www.wikidata.org",
]
_QUOTES = str.maketrans(dict.fromkeys("“”„‘’'", '"'))
_MARK = re.compile(r"zq(\d{3})")


def squeezed(text):
    """A text without what pages may change: spaces and line ends, the case of letters, and the kind of quotes."""
    return re.sub(r"[\s\u2060]+", "", text).translate(_QUOTES).casefold()


def seen(text):
    """Numbers of the payloads that a page shows whole, and what it shows of those that it changed.

    A payload may end early where dots say so.
    """
    page, whole, changed = squeezed(text), set(), []
    for found in _MARK.finditer(page):
        payload = PAYLOADS[int(found[1])]
        if payload.kind == "unseen":
            continue
        wanted = squeezed(payload.text)
        start = found.start() - wanted.index(payload.mark)
        shown = page[start : start + len(wanted)]
        if shown == wanted:
            whole.add(payload.number)
        elif not ("…" in page[start : start + len(wanted) + 1] and wanted.startswith(shown.split("…")[0])):
            changed.append((payload.text, page[start : start + len(wanted) + 9]))
    return whole, changed
