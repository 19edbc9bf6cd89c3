"""The mapping file, which a person writes: what it can say, and how its mistakes are told."""

import pytest

from data.importers.report import ImportRefused
from data.importers.table.mapping import Mapping, read_mapping
from tests.data.importers.sheets import problems, read, statements, write_csv

SHEET = [("Egypt", "03/04/2020", "Dam", "yes"), ("Sudan", "04/05/2020", "Dam", "NO")]
HEADER = ("Country", "When", "Topic", "View")
MAPPING = """
columns: {actor: Country, date: When, issue: Topic, stance: View}
values:
  stance:
    yes: support
    no: oppose
dates: day-first
"""


def brought(home, mapping, rows=SHEET, header=HEADER):
    (home / "mapping.yml").write_text(mapping, "utf-8")
    return write_csv(home / "sheet.csv", rows, header)


def test_words_are_text_also_where_they_look_like_something_else(tmp_path):
    rows = statements(brought(tmp_path, MAPPING))
    assert [(row["actor_id"], str(row["date"]), row["stance"]) for row in rows] == [
        ("EGY", "2020-04-03", "support"),
        ("SDN", "2020-05-04", "oppose"),
    ]


def test_the_month_comes_first_where_the_mapping_says_so(tmp_path):
    rows = statements(brought(tmp_path, MAPPING.replace("day-first", "month-first")))
    assert [str(row["date"]) for row in rows] == ["2020-03-04", "2020-04-05"]


def test_constants_hold_for_all_rows(tmp_path):
    rows = statements(brought(tmp_path, MAPPING + "constants: {kind: letter, speaker: A minister}\n"))
    assert {(row["kind"], row["speaker"]) for row in rows} == {("letter", "A minister")}


def test_what_the_collection_says_of_itself_is_in_the_mapping(tmp_path):
    said = "collection: {title: Dams, licence: CC BY 4.0, licence_url: https://example.org/l, source: Our list}\n"
    found, report = read(brought(tmp_path, MAPPING + said))
    assert report.about == {
        "title": "Dams",
        "licenses": [{"title": "CC BY 4.0", "path": "https://example.org/l"}],
        "sources": [{"title": "Our list", "path": ""}],
    }
    assert found["sources"][0]["title"] == "Our list"


def test_an_issue_that_is_not_listed_is_told_with_the_nearest(tmp_path):
    listed = MAPPING + "issues: [{title: Dams, support_label: Safe}]\n"
    _, report = read(brought(tmp_path, listed, [*SHEET, ("Chad", "2020", "Dams", "yes")]))
    assert problems(report)[0] == 'sheet.csv:2: issue "Dam" is not listed; did you mean Dams?'
    assert len(report.problems) == 2


def test_a_listed_issue_keeps_its_words(tmp_path):
    found, _ = read(brought(tmp_path, MAPPING + "issues: [{title: Dam, support_label: Safe, issue_id: a-dam}]\n"))
    (issue,) = found["issues"]
    assert (issue["issue_id"], issue["support_label"], issue["oppose_label"]) == ("a-dam", "Safe", "Oppose")


def test_a_mapping_may_name_its_sheet(tmp_path):
    path = brought(tmp_path, MAPPING)
    (tmp_path / "mapping.yml").rename(tmp_path / "dams.yml")
    (tmp_path / "dams.yml").write_text(MAPPING + f"file: {path.name}\n")
    assert len(statements(tmp_path / "dams.yml")) == 2
    with pytest.raises(ImportRefused, match="has no column actor"):
        read(path)
    (tmp_path / "dams.yml").write_text(MAPPING + f"file: ../{tmp_path.name}/{path.name}\n")
    with pytest.raises(ImportRefused, match="leads to another folder"):
        read(tmp_path / "dams.yml")


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    with pytest.raises(
        ImportRefused, match=r'mapping\.yml: actor is "Land", but sheet\.csv has Country, When, Topic, View'
    ):
        read(brought(tmp_path, MAPPING.replace("actor: Country", "actor: Land")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("columns:\n  actr: Country\n", 'mapping.yml:2: "actr" is not known under columns; did you mean actor'),
        ("column:\n  actor: Country\n", 'mapping.yml:1: "column" is no part of a mapping; did you mean columns?'),
        ("columns: Country\n", 'mapping.yml:1: "columns" needs lines below it'),
        ("\nvalues:\n  stance:\n    pro: pro\n", 'mapping.yml:4: "pro" is no stance of ours'),
        ("constants:\n  kind: rumour\n", 'mapping.yml:2: "rumour" is no kind of ours'),
        ("dates: sometimes\n", 'mapping.yml:1: "dates" is one of day-first, month-first'),
        ("header_row: two\n", 'mapping.yml:1: "header_row" needs the number of a row'),
        ("collection:\n  licence_url: javascript:x\n", 'mapping.yml:2: "licence_url" needs an address'),
        ("columns: {actor: A}\nconstants: {actor: B}\n", "mapping.yml: actor is under columns and under constants"),
        ("dates: day-first\ndates: day-first\n", 'mapping.yml:2: has "dates" twice'),
        ("columns:\n\tactor: A\n", "mapping.yml:2: is not YAML"),
        ("a: &a [x]\nb: *a\n", "mapping.yml:2: refers to another place"),
        ("[" * 50, "mapping.yml:1: is nested more than 8 deep"),
        ("- a\n", "mapping.yml:1: is no list of parts"),
        ("issues: [{support_label: Safe}]\n", "mapping.yml:1: an issue has no title"),
        ("x" * 1_000_001, "mapping.yml: has more than 1,000,000 bytes"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, text, told):
    (tmp_path / "mapping.yml").write_text(text)
    with pytest.raises(ImportRefused) as refused:
        read_mapping(tmp_path / "mapping.yml")
    assert str(refused.value).startswith(told)


def test_all_mistakes_are_told_at_once(tmp_path):
    (tmp_path / "mapping.yml").write_text("dates: x\nsheet: []\nwhat: y\n")
    with pytest.raises(ImportRefused) as refused:
        read_mapping(tmp_path / "mapping.yml")
    assert [line.split(": ")[0] for line in str(refused.value).splitlines()] == [f"mapping.yml:{n}" for n in (1, 2, 3)]


def test_an_empty_mapping_says_nothing(tmp_path):
    (tmp_path / "mapping.yml").write_text("")
    assert read_mapping(tmp_path / "mapping.yml") == Mapping()


def on(tmp_path, *cells, names=("issue",), listed=""):
    """What a sheet gives whose rows differ in their issues alone."""
    rows = [("Georgia", f"2020-04-{day:02}", "oppose", *row) for day, row in enumerate(cells, start=1)]
    (tmp_path / "mapping.yml").write_text(listed)
    found, report = read(write_csv(tmp_path / "sheet.csv", rows, ("actor", "date", "stance", *names)))
    return [row["issue_id"] for row in found.get("statements", [])], problems(report)


def test_two_titles_that_would_get_one_id_are_told(tmp_path):
    ids, told = on(tmp_path, ("Is A < B?",), ("Is A > B?",), ("is a < b?",))
    assert ids == ["is-a-b", "is-a-b"]
    assert told == [
        'sheet.csv:3: issue "Is A > B?" would get the same id as "Is A < B?"; '
        "write them alike if they are one, or give each an issue_id"
    ]


@pytest.mark.parametrize(
    "listed",
    [
        "issues: [{title: Is A < B?}, {title: Is A > B?}]\n",
        "issues: [{title: Dams, issue_id: a}, {title: Bridges, issue_id: a}]\n",
        "issues: [{title: Dams, issue_id: a}, {title: dams, issue_id: b}]\n",
    ],
)
def test_a_list_with_one_id_or_title_twice_is_refused(tmp_path, listed):
    with pytest.raises(ImportRefused, match=r"issues are listed twice: .* have one id or one title"):
        on(tmp_path, ("Dams",), listed=listed)


LISTED = "issues: [{title: Dams, issue_id: a}, {title: Bridges, issue_id: b}]\n"


@pytest.mark.parametrize("listed", ["", LISTED])
def test_an_id_and_a_title_of_different_issues_are_told(tmp_path, listed):
    rows = [("a", "Dams"), ("b", "Bridges"), ("b", "Dams"), ("", "Dams"), ("a", "")]
    ids, told = on(tmp_path, *rows, names=("issue_id", "issue"), listed=listed)
    assert ids == ["a", "b", "a", "a"]
    assert told == ['sheet.csv:4: issue "Dams" names another issue than the issue_id beside it; correct one of the two']


def test_an_id_that_is_not_listed_is_told_whatever_title_stands_beside_it(tmp_path):
    ids, told = on(tmp_path, ("c", "Dams"), ("b", "Bridges"), names=("issue_id", "issue"), listed=LISTED)
    assert ids == ["b"]
    assert [problem.partition(";")[0] for problem in told] == ['sheet.csv:2: issue "c" is not listed']
