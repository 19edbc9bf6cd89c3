"""A published statement is corrected or retracted by a form; a fictional collection that may be changed."""

import csv
import shutil
from datetime import UTC, date, datetime

import pytest

import queries
from data import saving
from queries import permission
from tests.data.conftest import run_build
from tests.data.small import make_collection, replace_in
from tests.exports.versions import NAME
from tests.pages import seen
from tests.pages.test_every_page import page, texts

STATEMENT = "2001-02-03-rur-border"
OTHER = "1993-rur-border"
RETRACT = "Retract this statement"
# Cells that somebody types, one after the other, and what is wrong with all of them together.
FAULTS: list[tuple[dict, str]] = [
    ({"stance": "support", "edited_by": "Ed"}, "Say why"),
    ({"why": "   "}, "Say why"),
    ({"why": "Misread.", "edited_by": ""}, "Say who you are"),
    ({"edited_by": "Ed", "stance": "oppose"}, "Nothing is different"),
    ({"summary": " It  said no. "}, "Nothing is different"),
    ({"date": None}, "Name the date"),
    ({"date": date(1901, 1, 1)}, "statements.csv:3"),
    ({"summary": ""}, "statements.csv:3"),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A collection whose first version is kept."""
    home = make_collection(tmp_path_factory.mktemp("correct") / "data")
    replace_in(home / "records" / "collection.yml", b"name: nagorno-karabakh", f"name: {NAME}".encode())
    assert run_build(home) == 0
    return home


@pytest.fixture
def home(built, tmp_path, monkeypatch):
    """A copy of it, which is served and may be changed."""
    copy = shutil.copytree(built, tmp_path / "data")
    monkeypatch.setattr(queries, "served", lambda: {NAME: copy / "parquet"})
    monkeypatch.setenv(permission.VARIABLE, permission.ALLOWED)
    return copy


def opened(**view):
    app = page("correct", {"statement": STATEMENT, **view})
    assert not app.exception
    return app


def field(app, name):
    """The widget of a field."""
    (found,) = [
        each
        for kind in (app.text_input, app.text_area, app.selectbox, app.date_input)
        for each in kind
        if str(each.key).startswith("correct ") and str(each.key).endswith(f" {name}")
    ]
    return found


def fill(app, **cells):
    for name, value in cells.items():
        field(app, name).set_value(value)
    return app


def press(app, label):
    (button,) = [each for each in app.button if each.label == label]
    button.click().run()
    assert not app.exception
    return app


def save(app):
    return press(app, "Save the correction")


def rows(home, table):
    with (home / "records" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def row(home, statement_id=STATEMENT):
    return next((each for each in rows(home, "statements") if each["statement_id"] == statement_id), None)


def files(home):
    return {file: file.read_bytes() for file in sorted(home.rglob("*")) if file.is_file()}


def labels(app, kind):
    return [each.proto.label for each in app.get(kind)]


def said(app):
    boxes = [*app.success, *app.error, *app.warning, *app.info]
    # In a box our words are Markdown, with a backslash before whatever could be read as more.
    return " ".join([*(box.value.replace("\\", "") for box in boxes), *seen.words(app)])


def test_the_form_holds_what_stands_in_the_records_and_whatever_is_wrong_is_said_and_not_saved(home):
    app, held, before = opened(), row(home), files(home)
    app.multiselect(key="stance").set_value(["oppose"]).run()
    assert field(app, "date").value == date.fromisoformat(held["date"])
    for name in ("date_precision", "stance", "issue_id", "speaker", "kind", "summary", "doubt"):
        assert field(app, name).value == held[name], name
    assert any("Ruritania said no" in text for text in texts(app))
    for cells, complaint in FAULTS:
        save(fill(app, **cells))
        assert "Nothing was saved" in said(app)
        assert complaint in said(app)
        assert {name: field(app, name).value for name in cells} == cells
        assert files(home) == before


def test_a_correction_goes_into_records_versions_and_the_page_of_corrections(home):
    app = save(fill(opened(), stance="support", summary="It said yes.", why="Misread.", edited_by="Ed"))
    assert row(home)["stance"] == "support"
    (told,) = rows(home, "corrections")
    assert (told["id"], told["why"], told["reported_by"]) == (STATEMENT, "Misread.", "")
    first, second = queries.kept(NAME)
    assert f"It is in data version {second.version}" in said(app)
    assert "Stance: <del>Oppose</del> <ins>Support</ins>" in said(app)
    assert [field(app, name).value for name in ("edited_by", "why", "stance")] == ["Ed", "", "support"]
    listed = said(page("corrections", {}))
    assert "stance was “Oppose” and is “Support”" in listed
    assert f"version {first.version}" in listed
    shown = page("statements", {"statement": STATEMENT, "issue": "every-issue"})
    assert any("It said yes." in text for text in texts(shown))
    assert "Correct this statement" in labels(shown, "page_link")
    older = opened(data=first.version)
    assert "A correction is made in the newest version" in said(older)
    assert "Save the correction" not in [each.label for each in older.button]


def test_who_was_slower_sees_both_versions_and_loses_nothing(home, monkeypatch):
    app = fill(opened(), summary="It said yes.", kind="letter", why="Misread.", edited_by="Ed")
    theirs = row(home)
    del theirs["statement_id"]
    changed = theirs | {"speaker": "Minister", "summary": "It said maybe."}
    saving.correct(home, saving.Correction(STATEMENT, theirs, changed, "A typo.", "", "Flo"), datetime.now(UTC))
    save(app)
    assert "was changed meanwhile (speaker, summary)" in said(app)
    assert "<td>It said no.</td><td>It said maybe.</td><td>It said yes.</td>" in said(app)
    assert field(app, "summary").value == "It said yes."
    assert field(app, "kind").value == "letter"
    assert field(app, "why").value == "Misread."
    assert field(app, "speaker").value == "Minister"
    assert row(home)["summary"] == "It said maybe."
    monkeypatch.setattr(saving, "rebuild", lambda _: "0123456789ab")
    save(app)
    assert {name: row(home)[name] for name in ("speaker", "summary", "kind")} == {
        "speaker": "Minister",
        "summary": "It said yes.",
        "kind": "letter",
    }
    assert len(rows(home, "corrections")) == 2


def test_a_statement_is_retracted_with_a_reason_and_after_a_second_question(home):
    before = files(home)
    app = press(opened(), RETRACT)
    assert "Say why" in said(app)
    press(fill(app, why="It is about another border.", edited_by="Ed"), RETRACT)
    assert "with its 2 pieces of evidence" in said(app)
    press(app, "No, keep it")
    assert "Yes, retract it" not in [each.label for each in app.button]
    assert files(home) == before
    press(press(app, RETRACT), "Yes, retract it")
    assert row(home) is None
    assert [each["id"].partition("|")[0] for each in rows(home, "corrections")] == [STATEMENT] * 3
    assert "The statement was retracted" in said(app)
    listed = said(page("corrections", {}))
    assert "Retracted: " in listed
    assert "It said, 3 February 2001: Against it. It said no." in listed
    assert "There is no statement with this id" in said(opened())


def test_what_cannot_be_built_is_said_to_be_saved(home, monkeypatch):
    def build(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving, "rebuild", build)
    app = save(fill(opened(), stance="support", why="Misread.", edited_by="Ed"))
    assert row(home)["stance"] == "support"
    assert "could not be built anew" in said(app)
    assert "short of room on the disk" in said(app)


def test_without_leave_nothing_is_written_and_the_rows_can_be_taken_along(home, monkeypatch):
    monkeypatch.delenv(permission.VARIABLE)
    before = files(home)
    app = opened()
    assert "only reads this collection" in said(app)
    assert not [each for each in app.button if each.label == "Save the correction"]
    press(fill(app, stance="support", why="Misread.", edited_by="Ed"), "Write the correction as rows")
    assert [each.label for each in app.get("download_button")] == [
        "Line for corrections.csv",
        "Line for statements.csv",
    ]
    press(fill(app, why="Misread."), RETRACT)
    assert labels(app, "download_button") == ["Line for corrections.csv"]
    assert files(home) == before
    shown = page("statements", {"statement": OTHER, "issue": "every-issue"})
    assert "Correct this statement" not in labels(shown, "page_link")


def test_records_that_cannot_be_read_are_told_by_file_and_row(home):
    replace_in(home / "records" / "statements.csv", b"border,neutral", b"border,neutral,more")
    app = opened()
    assert "statements.csv:4" in said(app)
    assert "Save the correction" not in [each.label for each in app.button]


def test_only_a_folder_beside_its_records_may_be_changed(home, tmp_path, monkeypatch):
    assert permission.home_of(home / "parquet") == home
    assert permission.home_of(home / "versions") is None
    assert permission.home_of(tmp_path / "elsewhere" / "parquet") is None
    monkeypatch.setenv(permission.VARIABLE, "yes")
    assert permission.home_of(home / "parquet") is None
