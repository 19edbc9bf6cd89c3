"""What was confirmed gets into the records as it is, or not at all."""

import csv
import difflib
import json
from datetime import UTC, datetime

import pytest

from data import saving
from data.checked import check_records
from data.problems import RecordsError
from data.saving import NewStatement, ids
from tests.data.additions import CELLS, NOW, SOURCE, TEXT, addition, statement, tree
from tests.data.small import make_collection

OTHERS = [*SOURCE][1:]


@pytest.fixture
def home(tmp_path):
    """Folder of a small collection that was never built."""
    return make_collection(tmp_path / "data", most_rows=40)


def rows(home, table):
    with (home / "records" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def row(home, table, **cells):
    (found,) = [each for each in rows(home, table) if each.items() >= cells.items()]
    return found


def checked(home):
    return check_records(home / "records", home / "texts", home / "versions")


def review_of(home, saved):
    (file,) = (home / "reviews").glob(f"{saved.save_id}-*.json")
    return json.loads(file.read_text("utf-8"))


def test_source_text_statement_and_evidence_are_written(home):
    saved = saving.add(home, addition(statement("Yes 🎉", locator="third line")), NOW)
    assert saved.source_id == "gazette-2002-03-05-ruritania-says-yes-at-last"
    assert saved.statement_ids == ("2002-03-04-rur-border",)
    assert row(home, "sources", source_id=saved.source_id) == SOURCE | {"source_id": saved.source_id}
    assert (home / "texts" / f"{saved.source_id}.txt").read_bytes() == TEXT.encode()
    assert row(home, "statements", statement_id="2002-03-04-rur-border").items() >= CELLS.items()
    proof = row(home, "evidence", source_id=saved.source_id)
    assert (proof["exact"], proof["locator"], proof["attribution"]) == ("Yes 🎉", "third line", "press")
    (quote,) = [each for each in checked(home).quotes if each.source_id == saved.source_id]
    assert TEXT[quote.start : quote.end] == "Yes 🎉"


def test_words_that_stand_twice_are_told_apart_across_line_ends(home):
    twice = (statement("Ruritania said yes"), statement("Ruritania said yes", nth=1, stance="neutral"))
    saved = saving.add(home, addition(*twice), NOW)
    quotes = {each.statement_id: each.start for each in checked(home).quotes if each.source_id == saved.source_id}
    first, second = saved.statement_ids
    assert quotes == {first: TEXT.index("Ruritania"), second: TEXT.rindex("Ruritania")}


def test_only_lines_are_added_and_every_other_byte_stays(home):
    for path in (home / "records").glob("*.csv"):
        # Quoted as nobody would, with the other line end, and with none at the end.
        content = path.read_bytes().replace(b"Ministry", b'"Ministry"').replace(b"\n", b"\r\n")
        path.write_bytes(content.removesuffix(b"\r\n"))
    before = tree(home)
    saving.add(home, addition(statement("Yes"), statement("Ruritania said yes", date="2020-01-01")), NOW)
    added = {}
    for name, content in tree(home).items():
        if name in before and content != before[name]:
            old, new = (part.decode().split("\r\n") for part in (before[name], content))
            told = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
            assert {line[0] for line in told} == {"+"}
            assert "\n" not in "".join(told)
            added[name] = len(told)
    assert added == {"records/sources.csv": 1, "records/statements.csv": 2, "records/evidence.csv": 2}
    checked(home)


def test_the_file_of_a_save_says_who_when_and_what_was_proposed(home):
    now = datetime(2026, 11, 30, 12, 0, 5, 999, tzinfo=UTC)
    proposed = {"proposed": [{"stance": None, "words": "Ärger 🎉"}], "final": [{"stance": "support"}]}
    saved = saving.add(home, addition(review=proposed, reviewed_by="Ada L."), now)
    (file,) = (home / "reviews").iterdir()
    assert file.name == f"2026-11-30T12-00-05Z-001-{saved.source_id}.json"
    assert "Ärger 🎉" in file.read_text("utf-8")
    said = review_of(home, saved)
    assert (said["act"], said["by"], said["saved_at"]) == ("addition", "Ada L.", "2026-11-30T12:00:05Z")
    assert (said["save_id"], said["source_id"], said["statement_ids"]) == (
        saved.save_id,
        saved.source_id,
        [*saved.statement_ids],
    )
    assert said["review"] == proposed


def test_a_report_and_a_quotation_that_say_the_same_are_one_statement(home):
    same = [statement("Ruritania said yes"), statement("Yes", speaker="Envoy"), statement("Yes")]
    other = statement("Ruritania said yes", stance="neutral")
    saved = saving.add(home, addition(*same, other), NOW)
    one, two = saved.statement_ids
    assert (one, two) == ("2002-03-04-rur-border", "2002-03-04-rur-border-2")
    assert review_of(home, saved)["became"] == [one, one, one, two]
    assert row(home, "statements", statement_id=one)["speaker"] == "Minister"
    proofs = [(each["statement_id"], each["exact"]) for each in rows(home, "evidence")]
    assert [each for each in proofs if each[0] in saved.statement_ids] == [
        (one, "Ruritania said yes"),
        (one, "Yes"),
        (two, "Ruritania said yes"),
    ]


def test_evidence_is_added_to_a_statement_that_is_there(home):
    before = tree(home)["records/statements.csv"]
    saved = saving.add(home, addition(statement("Yes", held_id="1993-rur-border", stance="nonsense")), NOW)
    assert saved.statement_ids == ()
    assert tree(home)["records/statements.csv"] == before
    assert row(home, "evidence", source_id=saved.source_id)["statement_id"] == "1993-rur-border"
    checked(home)


def test_a_source_that_is_there_is_used(home):
    before = tree(home)
    only_id = {"source_id": "gazette-2001", **dict.fromkeys(OTHERS, "")}
    saved = saving.add(home, addition(statement(), text=None, **only_id), NOW)
    assert saved.source_id == "gazette-2001"
    assert tree(home)["records/sources.csv"] == before["records/sources.csv"]
    with pytest.raises(RecordsError, match=r'sources.csv:2: "gazette-2001" is there with another title'):
        saving.add(home, addition(statement(), source_id="gazette-2001", title="Other"), NOW)
    with pytest.raises(RecordsError, match=r"texts/gazette-2001.txt: is there with other words"):
        saving.add(home, addition(statement(), **only_id), NOW)


def test_without_a_text_there_is_no_passage(home):
    saved = saving.add(home, addition(statement("Yes"), text=None), NOW)
    assert row(home, "evidence", source_id=saved.source_id)["exact"] == ""
    assert not (home / "texts" / f"{saved.source_id}.txt").exists()


@pytest.mark.parametrize(
    ("cells", "id"),
    [
        ({"date": "2002-03-01", "date_precision": "month"}, "2002-03-rur-border"),
        ({"date": "2002-01-01", "date_precision": "year"}, "2002-rur-border"),
        ({"actor_id": "RUR-DIET"}, "2002-03-04-rur-diet-border"),
        ({"date": "2001-02-03"}, "2001-02-03-rur-border-3"),
    ],
)
def test_a_statement_is_named_by_what_is_known_of_its_day(cells, id):
    assert ids.statement_id(CELLS | cells, {"2001-02-03-rur-border", "2001-02-03-rur-border-2"}) == id


@pytest.mark.parametrize(
    ("source", "id"),
    [
        ({}, "gazette-2002-03-05-ruritania-says-yes-at-last"),
        ({"publisher": "Ménière & Söhne", "published": "", "title": "«Nein!»"}, "meniere-sohne-nein"),
        ({"publisher": "Հայաստան", "published": "", "title": "Ո՛չ"}, "unnamed"),
        ({"publisher": "x" * 300, "title": "y" * 300}, f"{'x' * 40}-2002-03-05-{'y' * 28}"),
        ({"publisher": "Herald", "published": "", "title": "2001"}, "herald-2001-2"),
    ],
)
def test_a_source_is_named_by_publisher_day_and_title(source, id):
    assert ids.source_id(SOURCE | source, {"herald-2001"}) == id


def test_faults_are_told_all_at_once_and_leave_every_byte(home):
    before = tree(home)
    faulty = (statement("Yes", stance="maybe", speaker=""), statement(actor_id="XXX"))
    with pytest.raises(RecordsError) as told:
        saving.add(home, addition(*faulty, language="English"), NOW)
    assert [str(problem) for problem in told.value.problems] == [
        'sources.csv:3: language "English" does not have the right form; write it as in en',
        "statements.csv:4: speaker is empty; fill it in",
        'statements.csv:4: stance "maybe" is not allowed; choose one of support, oppose, neutral',
        'statements.csv:5: actor_id "XXX" is not in actors.csv; correct it or add it there',
    ]
    assert tree(home) == before


HALF = "\ud83c"
REFUSED = {
    "nobody confirmed it": (addition(reviewed_by=" "), "reviews: nobody is named who confirmed it"),
    "nothing at all": (saving.Addition({"source_id": "gazette-2001"}, None, [], "Ada", {}), "there is nothing to save"),
    "a text alone": (saving.Addition({"source_id": "herald-2001"}, TEXT, [], "Ada", {}), "there is nothing to save"),
    "what its source carries already": (
        saving.Addition({"source_id": "gazette-2001"}, None, [statement(held_id="2001-02-03-rur-border")], "Ada", {}),
        "there is nothing to save",
    ),
    "unknown column": (addition(statement(colour="x")), "statements.csv: has no column colour"),
    "unknown column of the source": (addition(text_sha256="x"), "sources.csv: has no column text_sha256"),
    "passage beyond the text": (addition(statement("Yes"), text="Yes"), "evidence.csv: the passage of statement 1"),
    "empty passage": (addition(NewStatement(CELLS, {}, (3, 3))), "the passage of statement 1, 3 to 3, is not in"),
    "blank text": (addition(statement(), text=" \n"), "is empty; leave the text out"),
    "text without end": (addition(statement(), text="x" * 5_000_001), "has 5,000,001 characters where 5,000,000 are"),
    "byte order mark": (addition(statement(), text=f"\ufeff{TEXT}"), "starts with a byte order mark"),
    "half a character in the text": (addition(statement(), text=f"{TEXT}{HALF}"), "is half of a pair"),
    "half a character in a cell": (addition(statement(summary=HALF)), "is half of a pair"),
    "half a character in the review": (addition(review={"words": HALF}), "is half of a pair"),
    "no number in the review": (addition(review={"score": float("nan")}), "cannot be written as JSON"),
    "no JSON in the review": (addition(review={"day": NOW}), "cannot be written as JSON"),
    "way out of the folder": (addition(source_id="../../records/issues"), 'source_id "../../records/issues" is no id'),
    "name that is too long": (addition(source_id="x" * 101), "is no id"),
    "statement that is not there": (
        addition(statement(held_id="1993")),
        'statement_id "1993" is not in statements.csv',
    ),
    "line end in a cell": (addition(statement(speaker="a\nb")), "holds invisible characters"),
    "10,000 characters": (addition(statement(speaker="x" * 10_000)), "has 10000 characters where 4000 is the most"),
    "passage of 10,000 characters": (
        addition(NewStatement(CELLS, {"attribution": "press"}, (0, 10_000)), text="x" * 10_000),
        "has 10000 characters where 4000 is the most",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_saved_is_refused_in_a_sentence(home, name):
    before = tree(home)
    given, sentence = REFUSED[name]
    with pytest.raises(RecordsError) as told:
        saving.add(home, given, NOW)
    assert sentence in str(told.value)
    assert tree(home) == before


def test_what_is_saved_is_read_back_as_it_was(home):
    speakers = ["=1+1", "@x", '"', '""a"', "a,b", "'; drop", "a\u200db", "#", "é", "\\", "x" * 4000]
    days = [f"2002-05-{number:02}" for number, _ in enumerate(speakers, start=1)]
    given = [statement(speaker=speaker, date=day) for speaker, day in zip(speakers, days, strict=True)]
    named = saving.add(home, addition(*given), NOW).statement_ids
    found = {each.cells["statement_id"]: each.cells for each in checked(home).sheets["statements"].rows()}
    assert [found[id]["speaker"] for id in named] == speakers


def test_passages_are_read_back_letter_by_letter(home):
    passages = ["a\rb", "\r\n", '"\n', "\n\n ", ",\t", "𐐷\r"]
    text, spans = "", []
    for passage in passages:
        text += f" So {passage}"
        spans.append((len(text) - len(passage), len(text)))
    saving.add(home, addition(*(NewStatement(CELLS, {"attribution": "press"}, span) for span in spans), text=text), NOW)
    found = {(quote.start, quote.end): quote.exact for quote in checked(home).quotes}
    assert [found[span] for span in spans] == passages
