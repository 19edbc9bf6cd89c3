"""The examples of docs/citing.md, as the code writes them: `python -m tests.exports.citations.page` prints them."""

from dataclasses import replace
from datetime import date

import queries
from exports import asked_of
from exports.citations import FORMS, Issued, of_source, of_statement, of_view
from exports.names import names_of

MARK = "## Examples\n"
HOME, TODAY = "https://demarche.example/", date(2026, 11, 24)
FIRST = next(iter(queries.served()))
# The page shall not change with every row that somebody adds: version and day of the build are made up.
VERSION, BUILT = "0123456789ab", Issued(date(2026, 11, 20))
VIEW = {"from": ["2020-03-01"], "to": ["2020-04-30"], "issue": ["nk-votes-valid"], "stance": ["oppose"]}
FENCES = {"bib": "bibtex", "csl": "json", "jsonld": "json"}


def works():
    """Each under its heading."""
    return {
        "A statement": of_statement(FIRST, "2020-04-15-geo-nk-votes-valid", HOME, TODAY),
        "A source": of_source(FIRST, "azernews-2020-04-15-geo", HOME, TODAY),
        "A view": replace(
            of_view(asked_of("statements", VIEW), HOME, TODAY), issued=BUILT, id="statements-abcdef012345"
        ),
    }


def examples():
    """The part of the page behind `MARK`."""
    parts = []
    for heading, work in works().items():
        parts.append(f"\n### {heading}\n")
        for name, form in FORMS.items():
            written = form.write(work).replace("\r\n", "\n").rstrip()
            parts.append(f"\n{form.label}\n\n```{FENCES.get(name, 'text')}\n{written}\n```\n")
    return "".join(parts).replace(names_of(FIRST).collection["data_version"], VERSION)


if __name__ == "__main__":
    print(MARK + examples(), end="")
