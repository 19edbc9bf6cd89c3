"""How is a new row named? Readable, once and for all."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from itertools import count

# How much of a date counts, by its precision.
KNOWN = {"month": 7, "year": 4}
TITLE_WORDS = 5
# What is made is shorter, so that a number still fits.
LONGEST, LONGEST_MADE = 100, 80


def statement_id(cells: Mapping[str, str], taken: Collection[str]) -> str:
    """Name a statement by date, actor and issue.

    Args:
        cells: Its row.
        taken: Ids that were ever given.

    Returns:
        Such as 2020-04-geo-nk-votes-valid, with -2 or -3 and so on where it is taken.
    """
    known = cells["date"][: KNOWN.get(cells["date_precision"])]
    return _free("-".join(filter(None, map(slug, (known, cells["actor_id"], cells["issue_id"])))), taken)


def source_id(cells: Mapping[str, str], taken: Collection[str]) -> str:
    """Name a source by publisher, day and the first words of its title.

    Args:
        cells: Its row.
        taken: Ids that were ever given.

    Returns:
        Such as gazette-2001-02-05-ruritania-says-no, with -2 or -3 and so on where it is taken.
    """
    title = "-".join(slug(cells["title"]).split("-")[:TITLE_WORDS])
    parts = (slug(cells["publisher"])[: LONGEST_MADE // 2], slug(cells["published"]), title)
    return _free("-".join(filter(None, (part.strip("-") for part in parts)))[:LONGEST_MADE].strip("-"), taken)


def is_source_id(name: str) -> bool:
    """Whether a name may be that of a source, and of the file of its text."""
    return len(name) <= LONGEST and bool(re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", name))


def slug(text: str) -> str:
    """Write a name in lower-case letters without accents, digits and hyphens; other scripts fall away."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _free(name: str, taken: Collection[str]) -> str:
    return next(each for each in _numbered(name or "unnamed") if each not in taken)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))
