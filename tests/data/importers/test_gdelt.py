"""What becomes of events that a machine coded: statements with a stance, or a reason why not; nothing is lost."""

import csv
import random
from collections import Counter
from datetime import date
from pathlib import Path

import frictionless
import pyarrow.parquet as pq
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from data.importers import gdelt
from data.importers.__main__ import bring
from data.importers.actors import recorded
from data.importers.gdelt import exports as limits
from data.importers.gdelt.telling import READ, REPEATED, STATEMENTS
from data.importers.report import Report
from tests.data.importers.gdelt_exports import EVENT, KIND, NAME, URL, content, row, write
from tests.queries.test_every_query import VALUES, asked

HOME = Path(gdelt.__file__).parent
CODED = "coded by machine from a news article"


def read(path):
    """The tables that come of a path, as rows by table, and the report."""
    report = Report()
    return {name: table.to_pylist() for name, table in gdelt.read(path, report).items()}, report


def reasons(report):
    """Numbers of rows that make no statement, by reason."""
    return {
        reason.removeprefix("no statement, since "): rows
        for reason, rows in report.counted.items()
        if reason not in {READ, STATEMENTS}
    }


def rules(name):
    with (HOME / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("width", [61, 58])
@pytest.mark.parametrize("name", [NAME, f"{NAME}.zip"])
def test_an_event_becomes_a_statement_with_its_source_in_every_form(tmp_path, name, width):
    added = "20190122220000" if width == 61 else "20190122"
    tables, report = read(write(tmp_path / name, [row(width, event_id="77", added=added)]))
    (statement,), (evidence,), (source,), (issue,) = tables.values()
    assert statement == {
        "statement_id": "gdelt-77",
        "actor_id": "RUS",
        "speaker": "Not named",
        "date": date(2019, 1, 21),
        "date_precision": "day",
        "counts_on": date(2019, 1, 21),
        "issue_id": "stance-towards-usa",
        "stance": "oppose",
        "kind": "statement",
        "summary": f"Russia criticised or denounced the United States ({CODED}: CAMEO 111).",
        "doubt": statement["doubt"],
        "organisations": [],
        "attribution": "press",
        "count_sources": 1,
    }
    assert "checked by nobody" in statement["doubt"]
    assert evidence["statement_id"] == "gdelt-77"
    assert (evidence["source_id"], evidence["attribution"]) == (source["source_id"], "press")
    assert (source["url"], source["publisher"], source["published"]) == (URL, "paper.example", date(2019, 1, 22))
    assert source["title"] == "Article, by the words of its address: harbour talks end early"
    assert issue["title"] == "Stance towards the United States"
    assert ", 111," in issue["note"].partition("oppose")[2]
    assert report.counted == {READ: 1, STATEMENTS: 1}


REASONS = [
    ({"quad_class": "2"}, "it is an act and no words (QuadClass 2 or 4)"),
    ({"quad_class": "4", "code": "190"}, "it is an act and no words (QuadClass 2 or 4)"),
    ({"code": "999"}, "its CAMEO code is none of words (cameo.csv)"),
    ({"code": "1119"}, "its CAMEO code is none of words (cameo.csv)"),
    ({"quad_class": "1"}, "its CAMEO code is none of words (cameo.csv)"),
    ({"code": "1412"}, "it is a protest or another act that is classed with words (cameo.csv)"),
    ({"code": "116"}, "it is a protest or another act that is classed with words (cameo.csv)"),
    ({"country": ""}, "the actor has no country"),
    ({"country": "EUR"}, "the actor is a region or a place (codes.csv)"),
    ({"country": "EAF"}, "the actor is a region or a place (codes.csv)"),
    ({"country": "SUN"}, "the country code of the actor is of no state on record"),
    ({"country": "ABW"}, "the country code of the actor is of no state on record"),
    ({"country": "rus"}, "the country code of the actor is of no state on record"),
    ({"group_1": "IGO"}, "the actor is an organisation, an ethnic or a religious group"),
    ({"group_3": "CHR"}, "the actor is an organisation, an ethnic or a religious group"),
    ({"role_1": "MIL"}, "the actor has a role other than government, such as army or press"),
    ({"role_1": "GOV", "role_2": "MIL"}, "the actor has a role other than government, such as army or press"),
    ({"name": "SAINT PETERSBURG"}, "the actor is not named as the state, but as a city, a person or a body"),
    ({"name": "UNITED STATES"}, "the actor is not named as the state, but as a city, a person or a body"),
    ({"name": ""}, "the actor is not named as the state, but as a city, a person or a body"),
    ({"target_country": ""}, "the target has no country"),
    ({"target_country": "NMR"}, "the target is a region or a place (codes.csv)"),
    ({"target_country": "XXX"}, "the country code of the target is of no state on record"),
    ({"target_country": "RUS", "target_name": "MOSCOW"}, "the actor and the target are the same state"),
    ({"target_group_2": "jew"}, "the target is an organisation, an ethnic or a religious group"),
    ({"target_role_3": "BUS"}, "the target has a role other than government, such as army or press"),
    ({"target_name": "DETROIT"}, "the target is not named as the state, but as a city, a person or a body"),
    ({"url": ""}, "there is no source"),
]


def test_what_is_no_statement_is_counted_by_reason(tmp_path):
    tables, report = read(write(tmp_path / NAME, [row(), *(row(**changes) for changes, _ in REASONS)]))
    assert reasons(report) == Counter(reason for _, reason in REASONS)
    assert len(tables["statements"]) == len(tables["sources"]) == 1
    assert report.bad == 0


UNFIT = [
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)//https://paper.example/",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "https://user:secret@paper.example/",
    "https://paper.example\\@evil.example/",
    "https://paper.example/a b",
    'https://paper.example/"onmouseover="alert(1)',
    "https://paper.example/<script>",
    "https://paper.example/\u202egpj.exe",
    "https://paper.example/\x1b[2J",
    "https://paper.example:0/",
    "https://p\u0430per.example/",
    "https://[bad",
    "https://paper",
    "//paper.example/",
    "BBC Monitoring",
]


def test_what_no_browser_should_open_is_no_source(tmp_path):
    tables, report = read(write(tmp_path / NAME, [row(url=url) for url in UNFIT]))
    assert [each["url"] for each in tables["sources"]] == []
    assert reasons(report) == {"the source is no address that a browser could open": len(UNFIT)}
    assert not any(tables.values())


FOUND = "Article of paper.example, found on 22 January 2019"
WORDS = "Article, by the words of its address: "
ARTICLES = {
    "http://m.paper.example:8080/x?q=a,b#c": ("m.paper.example", FOUND.replace("paper", "m.paper")),
    "https://WWW.Paper.Example": ("paper.example", FOUND),
    "https://paper.example/%D0%B0-%D0%B1-%D0%B2": ("paper.example", FOUND),
    "https://paper.example/größe-über-alles.html": ("paper.example", f"{WORDS}größe über alles"),
    "https://paper.example/2019/the_end-of+all/12345": ("paper.example", f"{WORDS}the end of all"),
    "https://paper.example/" + "word-" * 100: ("paper.example", WORDS + "word " * 24 + "…"),
}


def test_an_article_is_named_by_what_is_known_of_it(tmp_path):
    sources = read(write(tmp_path / NAME, [row(url=url) for url in ARTICLES]))[0]["sources"]
    assert {each["url"]: (each["publisher"], each["title"]) for each in sources} == ARTICLES


WRITTEN = [
    ("ROM", "ROMANIA", "ROU"),
    ("TMP", "TIMOR-LESTE", "TLS"),
    ("MTN", "MONTENEGRO", "MNE"),
    ("CIV", "COTE D'IVOIRE", "CIV"),
    ("GBR", "THE UK", "GBR"),
    ("FRA", "FRENCH", "FRA"),
    ("VAT", "HOLY SEE", "VAT"),
    ("PSE", "PALESTINIAN", "PSE"),
]


@pytest.mark.parametrize("role", ["", "GOV"])
def test_a_state_is_known_by_its_code_and_its_names_and_its_government_speaks_for_it(tmp_path, role):
    rows = [row(country=code, name=name, role_2=role) for code, name, _ in WRITTEN]
    statements = {each["statement_id"]: each for each in read(write(tmp_path / NAME, rows))[0]["statements"]}
    assert [statements[f"gdelt-{cells[0]}"]["actor_id"] for cells in rows] == [actor_id for *_, actor_id in WRITTEN]


@pytest.mark.parametrize("name", ["cameo", "codes"])
def test_the_rules_keep_to_their_description(name):
    described = yaml.safe_load((HOME / f"{name}.yml").read_text("utf-8"))
    schema = frictionless.Schema.from_descriptor(described["schema"])
    resource = frictionless.Resource(path=f"{name}.csv", basepath=str(HOME), schema=schema)
    assert resource.validate().flatten(["rowNumber", "message"]) == []


def test_every_code_of_a_state_is_that_of_an_actor_and_differs_from_it():
    named = {each["written"]: each["actor_id"] for each in rules("codes") if each["actor_id"]}
    assert all(recorded()[actor_id]["iso3"] != written for written, actor_id in named.items())
    assert not {each["written"] for each in rules("codes")} & {cells["iso3"] for cells in recorded().values()}


def test_every_code_of_words_is_read_as_its_rule_says(tmp_path):
    said = {each["code"]: each["stance"] for each in rules("cameo") if each["stance"]}
    rows = [row(event_id=str(int("1" + code)), code=code, quad_class="1" if code < "06" else "3") for code in said]
    statements = {each["statement_id"]: each for each in read(write(tmp_path / NAME, rows))[0]["statements"]}
    assert {code: statements[f"gdelt-{int('1' + code)}"]["stance"] for code in said} == said
    for each in statements.values():
        assert "the United States" in each["summary"]
        assert len(each["summary"]) <= 280


# Cells as exports have them and as nobody should write them, at the places that are read.
CELLS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["RUSSIA", "THE US", "MOSCOW", "DETROIT", ""]),
        "country": st.sampled_from(["RUS", "USA", "EUR", "SUN", ""]),
        "role_1": st.sampled_from(["GOV", "MIL"]),
        "role_2": st.sampled_from(["", "GOV"]),
        "group_4": st.sampled_from(["", "JEW"]),
        "target_country": st.sampled_from(["USA", "RUS", "AFR", ""]),
        "code": st.sampled_from(["010", "051", "111", "141", "190", ""]),
        "quad_class": st.sampled_from(["1", "2", "3", "4", "5", "3.0", ""]),
        "event_day": st.sampled_from(["20190121", "20190230", "2019", "00000000", ""]),
        "added": st.sampled_from(["20190121", "20190121220000", "201901212200", "x"]),
        "url": st.sampled_from([URL, "", "javascript:1"])
        | st.text(st.characters(exclude_characters="\t\n\r\0", codec="utf-8")),
        "event_id": st.text(st.characters(exclude_characters="\t\n\r\0", codec="utf-8")) | st.just("5"),
    },
)


def is_bad(cells):
    """Whether a row cannot be read; said again, slowly."""
    return (
        not (cells["event_id"].isascii() and cells["event_id"].isdigit() and len(cells["event_id"]) <= 18)
        or cells["quad_class"] not in {"1", "2", "3", "4"}
        or cells["event_day"] != "20190121"
        or cells["added"] not in {"20190121", "20190121220000", "20190122220000"}
        or len(cells["url"]) > 2000
    )


def is_statement(cells):
    """Whether a row that can be read makes a statement, for the values above."""
    named = {"RUSSIA": "RUS", "MOSCOW": "RUS", "THE US": "USA"}
    return (
        (cells["code"], cells["quad_class"]) in {("010", "1"), ("051", "1"), ("111", "3")}
        and cells["country"] in {"RUS", "USA"}
        and named.get(cells["name"]) == cells["country"]
        and cells.get("group_4", "") == ""
        and cells.get("role_1", "") + cells.get("role_2", "") in {"", "GOV"}
        and cells["target_country"] == "USA" != cells["country"]
        and cells["url"] == URL
    )


@settings(max_examples=8, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=40))
def test_every_row_is_a_statement_or_skipped_or_bad(tmp_path_factory, changes):
    rows = [row(**each) for each in changes]
    full = [{"event_id": "1"} | EVENT | each for each in changes]
    tables, report = read(write(tmp_path_factory.mktemp("rows") / NAME, rows))
    skipped = sum(reasons(report).values())
    good = [cells for cells in full if not is_bad(cells) and is_statement(cells)]
    assert report.bad == sum(map(is_bad, full))
    assert report.counted[READ] == len(rows) == len(tables["statements"]) + skipped + report.bad
    assert len(tables["statements"]) + reasons(report).get(REPEATED.removeprefix("no statement, since "), 0) == len(
        good
    )


@pytest.fixture
def folder(tmp_path):
    """Three exports, some of whose events are the same, and of whose sources some."""
    one, two, three = (row(), row(**KIND, url="https://paper.example/x"), row(name="MOSCOW"))
    write(tmp_path / "in" / NAME, [one, two])
    write(tmp_path / "in" / "later" / "20190121221500.export.CSV.zip", [two, row(quad_class="2"), three])
    write(tmp_path / "in" / "20130401.export.CSV.zip", [row(58, added="20130401", **KIND)])
    return tmp_path / "in"


def test_an_event_in_several_files_counts_once(folder):
    tables, report = read(folder)
    assert report.counted[STATEMENTS] == len(tables["statements"]) == 4
    assert (report.counted[REPEATED], report.counted[READ]) == (1, 6)


def test_events_of_one_article_share_its_source_which_is_of_the_first_day(tmp_path):
    rows = [row(added=f"201901{day}000000") for day in (25, 23, 24)]
    tables, _ = read(write(tmp_path / NAME, rows))
    assert [source["published"] for source in tables["sources"]] == [date(2019, 1, 23)]
    assert len({each["source_id"] for each in tables["evidence"]}) == 1


def test_the_order_of_rows_and_files_makes_no_difference(tmp_path):
    rows = [row(added=f"201901{day}000000", name=name) for day in (21, 22) for name in ("RUSSIA", "KREMLIN", "PARIS")]
    rows += [row(event_id=rows[0][0], **KIND), row(event_id=rows[0][0], url="https://other.example/")]
    found = []
    for number in range(3):
        random.Random(number).shuffle(rows)
        for at in range(2):
            write(tmp_path / str(number) / f"2019012{at}000000.export.CSV", rows[at::2])
        tables, report = read(tmp_path / str(number))
        found.append(({name: sorted(map(str, each)) for name, each in tables.items()}, report.counted))
    assert found[0] == found[1] == found[2]


def test_blocks_end_anywhere_and_rows_keep_their_numbers(tmp_path, monkeypatch):
    rows = [row(event_id=str(number)) for number in range(1, 30)]
    held = content(rows[:17]) + b"too\tfew\n" + content(rows[17:20]) + b"\n" + content(rows[20:])
    monkeypatch.setattr(limits, "BLOCK", 1500)
    tables, report = read(write(tmp_path / NAME, held))
    assert sorted(int(each["statement_id"][6:]) for each in tables["statements"]) == [*range(1, 30)]
    assert [problem.row for problem in report.problems] == [18, 22]
    assert report.counted[READ] == 31


def test_a_folder_is_read_below_and_what_is_no_export_is_named(folder):
    write(folder / "20190121220000.mentions.CSV.zip", b"x")
    (folder / "notes.txt").write_text("x")
    (folder / "20190121223000.export.CSV").symlink_to("/etc/hostname")
    _, report = read(folder)
    assert report.skipped["files that are not named as events exports, not read"] == [
        "20190121220000.mentions.CSV.zip",
        "notes.txt",
    ]
    (problem,) = report.problems
    assert str(problem).startswith("20190121223000.export.CSV: is a link")


@pytest.fixture(scope="session")
def brought(tmp_path_factory):
    """The folder of the collection that comes of a few events."""
    home = tmp_path_factory.mktemp("brought")
    rows = [row(), row(**KIND), row(name="FRANCE", country="FRA", code="010", quad_class="1")]
    assert bring(gdelt, write(home / NAME, rows), home / "events", False) == 0
    assert [path.name for path in home.iterdir() if path.name.startswith(".")] == []
    return home / "events"


def test_every_table_has_the_columns_and_types_of_the_projects_own_and_its_keys(brought):
    found = {file.stem: pq.read_table(file) for file in brought.glob("*.parquet")}
    assert {name: table.schema for name, table in found.items()} == {
        file.stem: pq.read_schema(file) for file in queries.PARQUET.glob("*.parquet")
    }
    ids = {
        name: set(found[name][f"{name[:-1]}_id"].to_pylist()) for name in ("actors", "issues", "sources", "statements")
    }
    assert set(found["statements"]["actor_id"].to_pylist()) <= ids["actors"]
    assert set(found["statements"]["issue_id"].to_pylist()) == ids["issues"]
    assert set(found["evidence"]["statement_id"].to_pylist()) == ids["statements"]
    assert set(found["evidence"]["source_id"].to_pylist()) == ids["sources"]


def test_every_question_of_the_app_can_be_put_to_it(brought):
    connection = queries.connect(brought)
    for name in queries.questions():
        answered = queries.answer(connection, name, asked(name, VALUES.get))
        assert answered.column_names == list(queries.contract(name).columns)
