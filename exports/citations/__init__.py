"""How is this cited? A statement, a source, an event, a view or the whole collection, in every form that is asked for.

`of_statement` and its siblings say what a thing is, as a `Work`; every form is a module of the same shape,
`write(work) -> str`; the next one is written by looking at its neighbour and named in `FORMS`. How words of a source
are cited on their own stands in `quoting`.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from exports.about import slug
from exports.citations import apa, bibtex, chicago, csl_json, json_ld, mla, ris
from exports.citations.data import of_collection, of_view
from exports.citations.event import of_event
from exports.citations.json_ld import script_safe
from exports.citations.source import of_source
from exports.citations.statement import of_statement
from exports.citations.work import Issued, UnknownWork, Work
from exports.errors import UnknownForm

__all__ = [
    "FORMS",
    "KINDS",
    "Form",
    "Issued",
    "UnknownWork",
    "Work",
    "file_name",
    "form",
    "of_collection",
    "of_event",
    "of_source",
    "of_statement",
    "of_view",
    "script_safe",
]

Maker = Callable[[str, str, str, date], Work]


class Form(NamedTuple):
    """A form of citation: what a reader calls it, how its files end, what a browser is told, and who writes it."""

    label: str
    extension: str
    mime: str
    write: Callable[[Work], str]


FORMS = {
    "apa": Form("APA 7", "apa.txt", "text/plain", apa.write),
    "chicago": Form("Chicago 17, note", "chicago.txt", "text/plain", chicago.write),
    "mla": Form("MLA 9", "mla.txt", "text/plain", mla.write),
    "ris": Form("RIS", "ris", "application/x-research-info-systems", ris.write),
    "bib": Form("BibTeX", "bib", "application/x-bibtex", bibtex.write),
    "csl": Form("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", csl_json.write),
    "jsonld": Form("JSON-LD", "jsonld", "application/ld+json", json_ld.write),
}
"""By their names in addresses, which never change."""

KINDS: dict[str, Maker] = {
    "statement": of_statement,
    "source": of_source,
    "event": of_event,
    "collection": of_collection,
}
"""Who says what a thing of each kind is: `maker(edition, id, home, accessed)`. A view has no id; see `of_view`."""


def form(name: str) -> Form:
    """Give the form of this name.

    Raises:
        UnknownForm: there is none.
    """
    if name not in FORMS:
        raise UnknownForm(f"There is no such form of citation; choose from {', '.join(FORMS)}.")
    return FORMS[name]


def file_name(work: Work, name: str) -> str:
    """Name a file by what it cites and the data version, in letters, digits and hyphens.

    Args:
        work: What is cited.
        name: A key of `FORMS`.
    """
    parts = [slug(work.kind, 12), slug(work.id, 90), slug(work.version, 24)]
    return f"{'-'.join(['demarche', *filter(None, parts)])}.{form(name).extension}"
