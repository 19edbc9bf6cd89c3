"""BibTeX: braces balance whatever a text holds, and LaTeX prints exactly the text."""

import re
from datetime import date

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from exports.citations.bibtex import escaped, write
from exports.citations.work import Issued, key
from tests.exports.citations.works import NASTY, patient, statement, work, works

TEXTS = {"title": "title", "version": "version", "type": "printed_genre", "venue": "place", "abstract": "abstract"}
TEXTS |= {"annote": "note"}
# Names that LaTeX gives to signs, where this reader of it does not know them or takes them for another letter.
SIGNS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciicircum": "^",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
}


def reader_of_latex():
    known = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl=sign) for name, sign in SIGNS.items()]
    known.add_context_category("signs", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=known)


reading = reader_of_latex()


def entries(text):
    """Every entry as a reader has it, its texts as LaTeX prints them; anything that is no entry is an error."""
    library = parse_string(text)
    assert not library.failed_blocks
    assert len(library.blocks) == len(library.entries)
    return {entry.key: {field.key: field.value for field in entry.fields} for entry in library.entries}


def printed(latex):
    return reading.latex_to_text(latex)


def assert_reads_back(made, fields):
    assert {name: printed(fields.get(name, "")) for name in TEXTS} == {
        name: getattr(made, attribute) for name, attribute in TEXTS.items()
    }
    names = [f"{{{escaped(name)}}}" for name in made.authors]
    assert fields.get("author", "") == " and ".join(names)
    assert [printed(name) for name in names] == [*made.authors]
    assert fields["url"] == made.url
    assert fields.get("date", "") == made.issued.iso
    assert fields.get("year", "") == made.issued.iso[:4]


def balance(text):
    """How deep braces are open at the end, as BibTeX counts; None where one closes that was not opened."""
    depth = 0
    for brace in re.findall("[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return None
    return depth


@patient
@given(works())
def test_whatever_it_says_reads_back_equal(made):
    found = entries(write(made))
    assert [*found] == [key(made)]
    assert_reads_back(made, found[key(made)])


@patient
@given(works())
def test_braces_balance_in_every_field(made):
    lines = write(made).splitlines()
    assert [balance(line) for line in lines] == [1, *[0] * (len(lines) - 2), None]


@given(st.sampled_from(NASTY) | st.text("\\{}%&$#_~^-`'?!,<>|\"a ", max_size=12))
def test_a_text_prints_as_it_stands(text):
    text = " ".join(text.split())
    assert printed(escaped(text)) == text


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("R&D 50% $5 #1 a_b", r"R\&D 50\% \$5 \#1 a\_b"),
        ("{a} ~ ^ \\", r"\textbraceleft{}a\textbraceright{} \textasciitilde{} \textasciicircum{} \textbackslash{}"),
        ("1988--2026", "1988-{}-2026"),
        ("Zürich, Şuşa", "Zürich, Şuşa"),
    ],
)
def test_what_latex_reads_as_a_sign_is_escaped(text, latex):
    assert escaped(text) == latex


@pytest.mark.parametrize(
    ("issued", "written"),
    [
        (Issued(date(2020, 4, 5)), {"date": "2020-04-05", "year": "2020", "month": "apr"}),
        (Issued(date(2020, 4, 30), "month"), {"date": "2020-04", "year": "2020", "month": "apr"}),
        (Issued(date(2020, 12, 31), "year"), {"date": "2020", "year": "2020"}),
        (Issued(), {}),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(issued, written):
    (fields,) = entries(write(work(issued=issued))).values()
    assert {name: fields[name] for name in ("date", "year", "month") if name in fields} == written


def test_a_statement_says_where_it_is_found():
    (fields,) = entries(write(statement())).values()
    assert (fields["howpublished"], fields["organization"]) == ("Who said what about Ruritania", "Démarche")
    assert fields["author"] == "{Ministry of Foreign Affairs, Georgia}"


def test_an_event_says_when_and_where_it_was():
    days = (date(1993, 7, 23), date(1993, 7, 24))
    (fields,) = entries(write(statement(kind="event", span=days, place="Aghdam"))).values()
    assert (fields["eventdate"], fields["venue"]) == ("1993-07-23/1993-07-24", "Aghdam")
