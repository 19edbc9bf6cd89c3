"""A fault in the records stops the build, is told with file and row, and leaves what was built in place."""

import pytest

from tests.data.conftest import files_of, run_build
from tests.data.small import TABLES, add_line, replace_in, set_cell

FAULTY_CELLS = [
    # table, row, column, cell, what is told
    ("statements", 3, "issue_id", "bordr", 'statements.csv:3: issue_id "bordr" is not in issues.csv'),
    ("statements", 3, "actor_id", "XXX", 'statements.csv:3: actor_id "XXX" is not in actors.csv'),
    ("statements", 3, "event_id", "summit", 'statements.csv:3: event_id "summit" is not in events.csv'),
    ("evidence", 2, "source_id", "herald", 'evidence.csv:2: source_id "herald" is not in sources.csv'),
    ("evidence", 5, "statement_id", "2005", 'evidence.csv:5: statement_id "2005" is not in statements.csv'),
    ("actors", 4, "represents", "ZZZ", 'actors.csv:4: represents "ZZZ" is not in actors.csv'),
    ("memberships", 2, "organisation_id", "L", 'memberships.csv:2: organisation_id "L" is not in actors.csv'),
    ("statements", 3, "date", "2001-02-30", 'statements.csv:3: date "2001-02-30" is not a date'),
    ("statements", 3, "date", "3.2.2001", 'statements.csv:3: date "3.2.2001" is not a date'),
    ("statements", 3, "date", "2001-2-3", 'statements.csv:3: date "2001-2-3" is not written in full'),
    ("statements", 3, "date", "1901-02-03", 'statements.csv:3: date "1901-02-03" is below 1988-01-01'),
    ("statements", 3, "date", "2101-02-03", 'statements.csv:3: date "2101-02-03" is above 2026-12-31'),
    ("statements", 4, "date", "2004-02-03", "statements.csv:4: date 2004-02-03 is known to the month only"),
    ("statements", 2, "date", "1993-05-01", "statements.csv:2: date 1993-05-01 is known to the year only"),
    ("statements", 2, "date", "1990-01-01", "statements.csv:2: date 1990 is outside the life of RUR (1991 to today)"),
    ("statements", 3, "stance", "against", 'statements.csv:3: stance "against" is not allowed; choose one of support'),
    ("statements", 3, "speaker", "", "statements.csv:3: speaker is empty; fill it in"),
    ("statements", 3, "speaker", "n/a", 'statements.csv:3: speaker "n/a" stands for unknown'),
    ("statements", 3, "speaker", " Ministry", 'statements.csv:3: speaker " Ministry" has a space too many'),
    ("statements", 3, "speaker", "The  Ministry", "statements.csv:3: speaker"),
    ("statements", 3, "summary", "It said\nno.", r'statements.csv:3: summary "It said\u000ano." holds invisible'),
    ("statements", 3, "summary", "It said \x07no.", "statements.csv:3: summary"),
    ("statements", 3, "summary", "no\u202e", "statements.csv:3: summary"),
    ("statements", 3, "summary", "no " * 100 + "no", "has more than 280 characters"),
    ("statements", 3, "speaker", "x" * 100_000, "statements.csv:3: speaker"),
    ("statements", 3, "speaker", "x" * 200_000, "has 200000 characters where 4000 is the most"),
    (
        "statements",
        3,
        "statement_id",
        "2001_rur",
        'statement_id "2001_rur" does not have the right form',
    ),
    ("actors", 3, "founded", "1991-13", 'actors.csv:3: founded "1991-13" is not in the calendar'),
    ("actors", 3, "founded", "about 1991", 'actors.csv:3: founded "about 1991" does not have the right form'),
    ("actors", 3, "aliases", "Ruritania||Strelsau", 'actors.csv:3: aliases "Ruritania||Strelsau" has an empty'),
    ("actors", 3, "aliases", "Ruritania|Ruritania", "actors.csv:3: aliases"),
    ("actors", 2, "iso3", "RUR", 'actors.csv:3: iso3 "RUR" is already in row 2'),
    ("sources", 2, "url", "https://[bad", 'sources.csv:2: url "https://[bad" is not an address'),
    ("sources", 2, "url", "https://a:b@c.test/", 'sources.csv:2: url "https://a:b@c.test/" is not an address'),
    ("sources", 2, "url", "https://a.test:99999/", 'sources.csv:2: url "https://a.test:99999/" is not an address'),
    ("events", 2, "latitude", "NaN", 'events.csv:2: latitude "NaN" is not a plain number'),
    ("events", 2, "latitude", "91", 'events.csv:2: latitude "91" is above 90'),
    ("events", 2, "latitude", "north", 'events.csv:2: latitude "north" is not a number'),
    ("events", 2, "end_date", "2001-01-01", "events.csv:2: end_date 2001-01-01 is before start_date 2001-02-03"),
    ("memberships", 2, "left", "1991", "memberships.csv:2: left 1991 is before joined 1992-03"),
    ("memberships", 2, "left", "1996", "memberships.csv:3: RUR is in LEAGUE already by row 2"),
    ("memberships", 2, "joined", "2000-05-06", "memberships.csv:3:"),
    (
        "sources",
        2,
        "url",
        "gazette",
        'sources.csv:2: url "gazette" does not have the right form; write it as in https://',
    ),
    ("evidence", 3, "exact", "Ruritania says no", 'evidence.csv:3: exact "Ruritania says no" is not in the text'),
    ("evidence", 3, "prefix", "", 'evidence.csv:3: exact "Ruritania said no" is in the text 2 times'),
    ("evidence", 3, "prefix", "then ", 'evidence.csv:3: exact "Ruritania said no" does not stand between'),
    ("evidence", 2, "exact", "said no", 'evidence.csv:2: exact "said no" cannot be checked without its text'),
    ("evidence", 2, "prefix", "said", 'evidence.csv:2: exact "" is empty although there is a prefix or a suffix'),
    ("coverage", 2, "event_id", "", "coverage.csv:2: event_id and issue_id are both empty"),
]


@pytest.mark.parametrize(("table", "row", "column", "cell", "told"), FAULTY_CELLS)
def test_a_faulty_cell_stops_the_build(home, capsys, table, row, column, cell, told):
    before = files_of(home)
    set_cell(home, table, row, column, cell)
    assert run_build(home) == 1
    errors = capsys.readouterr().err
    assert told in errors
    assert "Traceback" not in errors
    assert max(map(len, errors.splitlines())) < 400
    assert files_of(home) == before


def _edit_descriptions(home):
    replace_in(home / "records" / "actors.yml", b"title: Actors", b"titel: Actors")


FAULTY_FILES = {
    "statements.csv: file is missing": lambda home: (home / "records/statements.csv").unlink(),
    "statements.yml: file is missing": lambda home: (home / "records/statements.yml").unlink(),
    "collection.yml: file is missing": lambda home: (home / "records/collection.yml").unlink(),
    "actors.yml: lacks title": _edit_descriptions,
    "actors.yml: is not YAML": lambda home: (home / "records/actors.yml").write_text("a: [", "utf-8"),
    "events.yml: foreign key leads to sauces": lambda home: replace_in(
        home / "records/events.yml", b"resource: sources", b"resource: sauces"
    ),
    "issues.yml: schema is not a Table Schema": lambda home: replace_in(
        home / "records/issues.yml", b"type: string", b"type: strung"
    ),
    "issues.yml: note has minLength, which is not in use here": lambda home: replace_in(
        home / "records/issues.yml", b"      title: Note", b"      title: Note\n      constraints: {minLength: 2}"
    ),
    "notes.csv: belongs to no table": lambda home: (home / "records/notes.csv").write_text("a\n", "utf-8"),
    "statements.csv:4: row has 4 cells instead of 11": lambda home: replace_in(
        home / "records/statements.csv", b",month,,border,neutral,statement,It took no side.,", b""
    ),
    "statements.csv:5: row has 12 cells": lambda home: add_line(
        home, "statements", TABLES["statements"][3].replace("2004-02", "2005-02") + ",more"
    ),
    "statements.csv:5: row is empty; delete it": lambda home: add_line(home, "statements", ""),
    "issues.csv:3: row is empty; delete it": lambda home: add_line(home, "issues", ",,,,,,"),
    "statements.csv:3: byte 0xe9 is not UTF-8": lambda home: replace_in(
        home / "records/statements.csv", b"It said no.", b"Il a refus\xe9."
    ),
    "statements.csv:1: starts with a byte order mark": lambda home: replace_in(
        home / "records/statements.csv", b"statement_id", b"\xef\xbb\xbfstatement_id"
    ),
    "statements.csv:1: header is": lambda home: replace_in(
        home / "records/statements.csv", b"speaker,date", b"date,speaker"
    ),
    "corrections.csv:1: header is": lambda home: (home / "records/corrections.csv").write_bytes(b""),
    "statements.csv:3: cannot be read as CSV": lambda home: replace_in(
        home / "records/statements.csv", b",It said no.,", b',"It said no.,'
    ),
    'issues.csv:3: issue_id "border" is already in row 2': lambda home: add_line(
        home, "issues", "border,Border again,It is,For,Against,None,a,b,c,,"
    ),
    'evidence.csv:6: statement_id "2004-02-rur-border", source_id "herald-2001", exact "" is already in row 5': (
        lambda home: add_line(home, "evidence", TABLES["evidence"][4])
    ),
    'issues.csv:3: "airport" stands after "border"': lambda home: add_line(
        home, "issues", "airport,The airport,It should open,For,Against,None,a,b,c,,"
    ),
    'statements.csv:5: statement_id "2005-rur-border" has no row in evidence.csv': lambda home: add_line(
        home, "statements", "2005-rur-border,RUR,Ministry,2005-01-01,year,,border,support,letter,Yes.,"
    ),
    "issues.csv: has 6 rows where 0 to 5 are expected": lambda home: add_line(
        home, "issues", "\n".join(f"c{i},Title {i},It is,For,Against,None,a,b,c,," for i in range(5))
    ),
    "texts/stranger.txt: is the text of no source": lambda home: (home / "texts/stranger.txt").touch(),
    "texts/gazette-2001.html: is not a .txt file": lambda home: (home / "texts/gazette-2001.html").touch(),
    "texts/gazette-2001.txt:3: byte 0xff is not UTF-8": lambda home: replace_in(
        home / "texts/gazette-2001.txt", b"Later", b"Later\xff"
    ),
}


@pytest.mark.parametrize("told", FAULTY_FILES)
def test_a_faulty_file_stops_the_build(home, capsys, told):
    before = files_of(home)
    FAULTY_FILES[told](home)
    assert run_build(home) == 1
    errors = capsys.readouterr().err
    assert told in errors
    assert "Traceback" not in errors
    assert files_of(home) == before


def test_all_faults_are_told_at_once_and_in_order(home, capsys):
    set_cell(home, "statements", 3, "issue_id", "bordr")
    set_cell(home, "statements", 4, "date", "2004-02-31")
    set_cell(home, "actors", 3, "kind", "kingdom")
    set_cell(home, "evidence", 3, "exact", "never said")
    (home / "records" / "coverage.csv").unlink()
    assert run_build(home) == 1
    *faults, total = capsys.readouterr().err.splitlines()
    assert [fault.split(": ")[0] for fault in faults] == [
        "actors.csv:3",
        "coverage.csv",
        "evidence.csv:3",
        "statements.csv:3",
        "statements.csv:4",
    ]
    assert total == "5 faults; nothing was written."


def test_nobody_speaks_after_the_end(home, capsys):
    set_cell(home, "statements", 4, "actor_id", "RUR-DIET")
    set_cell(home, "statements", 4, "date", "2010-06-01")
    assert run_build(home) == 0
    set_cell(home, "statements", 4, "date", "2010-07-01")
    assert run_build(home) == 1
    told = "statements.csv:4: date 2010-07 is outside the life of RUR-DIET (unknown to 2010-06-30)"
    assert told in capsys.readouterr().err


def test_an_unreadable_table_does_not_blame_those_that_refer_to_it(home, capsys):
    (home / "records" / "actors.csv").unlink()
    assert run_build(home) == 1
    assert capsys.readouterr().err.splitlines()[:-1] == ["actors.csv: file is missing; restore it"]


def test_a_ragged_row_is_told_once_and_its_id_still_counts(home, capsys):
    replace_in(home / "records" / "issues.csv", b",No side,", b"")
    assert run_build(home) == 1
    assert [line[:13] for line in capsys.readouterr().err.splitlines()[:-1]] == ["issues.csv:2:"]
