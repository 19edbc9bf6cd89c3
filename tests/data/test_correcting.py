"""A published statement is corrected or retracted with a reason that everybody can read, and its old version stays."""

import csv
import shutil
from datetime import datetime, timedelta

import pytest

from data import saving
from data.problems import RecordsError
from queries.versions import home_in, read, read_changes
from tests.data.additions import NOW, addition, statement, tree
from tests.data.small import make_collection, set_cell

ID = "2001-02-03-rur-border"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    made = make_collection(tmp_path_factory.mktemp("built") / "data", most_rows=40)
    saving.rebuild(made)
    return made


@pytest.fixture
def home(built, tmp_path):
    """Folder of a small collection whose first version is kept."""
    return shutil.copytree(built, tmp_path / "data")


def rows(home, table):
    with (home / "records" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def seen(home, id=ID):
    (found,) = [row for row in rows(home, "statements") if row["statement_id"] == id]
    return found


def correct(home, before, now=NOW, id=ID, why="A slip.", **cells):
    after = {column: cell for column, cell in before.items() if column != "statement_id"} | cells
    return saving.correct(home, saving.Correction(id, before, after, why, "A reader", "Ada"), now)


def retract(home, before, id=ID):
    return saving.correct(home, saving.Correction(id, before, None, "Never said.", "", "Ada"), NOW)


def changes(home):
    kept = home_in(home / "versions", "nagorno-karabakh")
    versions = [each.version for each in read(kept)]
    return [(each.table, each.id, each.change) for each in read_changes(kept) if each.version == versions[-1]]


def test_a_correction_changes_one_line_and_says_what_stood_there(home):
    before = tree(home)
    saved = correct(home, seen(home), stance="neutral", doubt='Said in a "private" talk.')
    assert (saved.source_id, saved.statement_ids) == ("", (ID,))
    old, new = (each["records/statements.csv"].splitlines() for each in (before, tree(home)))
    assert [len({*old} - {*new}), len({*new} - {*old})] == [1, 1]
    (line,) = rows(home, "corrections")
    assert line == {
        "date": datetime.now().astimezone().date().isoformat(),
        "table": "statements",
        "id": ID,
        "what": 'stance was "oppose" and is "neutral"; doubt was empty and is "Said in a "private" talk."',
        "why": "A slip.",
        "reported_by": "A reader",
    }
    saving.rebuild(home)
    assert changes(home) == [("statements", ID, "changed")]


def test_a_retraction_takes_the_evidence_along_and_the_old_version_stays(home):
    before = tree(home)
    saved = retract(home, seen(home))
    assert ID not in {row["statement_id"] for table in ("statements", "evidence") for row in rows(home, table)}
    said = [(row["table"], row["id"], row["what"].partition(";")[0]) for row in rows(home, "corrections")]
    proofs = [f"{ID}|gazette-2001|{words}" for words in ("Ruritania said no", "so did others")]
    assert said == [*(("evidence", id, "retracted") for id in proofs), ("statements", ID, "retracted")]
    assert 'summary was "It said no."' in rows(home, "corrections")[2]["what"]
    saving.rebuild(home)
    assert changes(home) == [("statements", ID, "removed"), *(("evidence", id, "removed") for id in proofs)]
    kept = [*read(home_in(home / "versions", "nagorno-karabakh"))]
    assert len(kept) == 2
    # The id is never given again.
    again = saving.add(home, addition(statement(date="2001-02-03", stance="oppose")), NOW)
    assert again.statement_ids == (f"{ID}-2",)
    saving.undo(home, again.save_id)
    saving.undo(home, saved.save_id)
    assert tree(home) == before


def test_the_same_correction_twice_on_one_day_is_told_twice(home):
    for stance in ("neutral", "oppose", "neutral"):
        correct(home, seen(home), stance=stance)
    assert [row["what"] for row in rows(home, "corrections")] == [
        'stance was "neutral" and is "oppose"',
        'stance was "oppose" and is "neutral"',
        'stance was "oppose" and is "neutral" (again)',
    ]


def test_a_row_that_somebody_else_changed_is_not_corrected(home):
    before = seen(home)
    set_cell(home, "statements", 3, "speaker", "Embassy")
    as_it_is = tree(home)
    for act in (correct, retract):
        with pytest.raises(saving.ChangedMeanwhile, match=r"was changed meanwhile \(speaker\); read it as it is now"):
            act(home, before)
    with pytest.raises(saving.ChangedMeanwhile, match='"1993" is not there any more'):
        correct(home, before, id="1993")
    assert tree(home) == as_it_is


def test_what_no_reader_can_have_seen_is_not_retracted(home):
    saving.add(home, addition(statement("Yes", held_id=ID), publisher="G", published="", title="T"), NOW)
    before = tree(home)
    with pytest.raises(RecordsError, match=rf'evidence.csv: "{ID}.g-t.Yes" is in no version yet'):
        retract(home, seen(home))
    assert tree(home) == before


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "stays as it is"),
        ({"stance": "for"}, 'statements.csv:3: stance "for" is not allowed'),
        ({"stance": "neutral", "why": ""}, "corrections.csv:2: why is empty; fill it in"),
        ({"stance": "neutral", "why": "a\nb"}, "corrections.csv:2: why"),
        ({"stance": "neutral", "id_": "x"}, "statements.csv: has no column id_"),
        ({"stance": "neutral", "now": NOW - timedelta(3)}, "dated"),
    ],
)
def test_a_correction_that_cannot_be_made_is_refused_in_a_sentence(home, given, sentence):
    before = tree(home)
    with pytest.raises(RecordsError) as told:
        correct(home, seen(home), **given)
    assert sentence in str(told.value)
    assert tree(home) == before


def test_a_passage_with_invisible_characters_can_be_retracted(home):
    words = "\u00ad yes,\u00a0 \r\n" + "x" * 3900
    given = saving.NewStatement({}, {"attribution": "press"}, (2, 2 + len(words)), ID)
    saving.add(home, addition(given, text=f"No{words}."), NOW)
    saving.rebuild(home)
    # The build would refuse it if a row were gone without a correction, and so does this.
    retract(home, seen(home))
    assert len([row for row in rows(home, "corrections") if row["table"] == "evidence"]) == 3
