"""BibTeX, for classic styles and biblatex alike: an entry of type misc, which both know.

Every text is escaped for LaTeX, so that it prints as it is and its braces balance: BibTeX counts them whether or not a
backslash stands before them. The address alone is not: both print it letter by letter, and `Work` keeps it plain.
"""

import re

from exports.citations.work import Issued, Work, key

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{letter: f"\\{letter}" for letter in "%&$#_"},
    }
)
# Letters that LaTeX would draw together with the one before: dashes, quotation marks, Spanish signs.
DRAWN_TOGETHER = re.compile(r"(?<=-)-|(?<=')'|(?<=,),|(?<=[`?!])`")


def write(work: Work) -> str:
    """Write a work as one entry; what is not known is left out."""
    first, last = work.span
    happened = f"{Issued(first).iso}/{Issued(last).iso}" if last != first else Issued(first).iso
    values = {
        "author": " and ".join(f"{{{escaped(author)}}}" for author in work.authors),
        # A second pair of braces, or a style would write names in it with small letters.
        "title": work.title and f"{{{escaped(work.title)}}}",
        "howpublished": escaped(work.container or work.publisher),
        "organization": escaped(work.publisher) if work.container else "",
        "date": work.issued.iso,
        "year": work.issued.iso[:4],
        "month": "".join(MONTHS[month - 1] for month in work.issued.parts[1:2]),
        "version": escaped(work.version),
        "type": escaped(work.printed_genre),
        "eventdate": happened if work.kind == "event" else "",
        "venue": escaped(work.place),
        "url": work.url.replace("{", "%7B").replace("}", "%7D"),
        "urldate": work.accessed.isoformat(),
        "abstract": escaped(work.abstract),
        "annote": escaped(work.note),
    }
    # The names of the months are known to every style by these very words, which must not stand in braces.
    written = {name: value if name == "month" else f"{{{value}}}" for name, value in values.items() if value}
    fields = "".join(f"  {name} = {value},\n" for name, value in written.items())
    return f"@misc{{{key(work)},\n{fields}}}\n"


def escaped(text: str) -> str:
    """Write a text so that LaTeX prints exactly it."""
    return DRAWN_TOGETHER.sub(r"{}\g<0>", text.translate(SPECIAL))
