"""A link made with an older version opens the data as they were, and says what has changed since."""

from datetime import date
from html import unescape

import pytest

import exports
import queries
from tests.data.conftest import run_build
from tests.data.small import add_line, make_collection, replace_in, set_cell
from tests.pages.test_every_page import page, texts

ADDRESS = {"from": ["1993-01-01"], "to": ["2004-12-31"], "issue": ["border"]}


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """Folder of a collection, and its versions: in the second one statement is corrected, one is added, one is gone."""
    home = make_collection(tmp_path_factory.mktemp("ruritania") / "data")
    replace_in(home / "records" / "collection.yml", b"nagorno-karabakh", b"ruritania")
    assert run_build(home) == 0
    set_cell(home, "statements", 3, "summary", "It said <b>never</b>.")
    set_cell(home, "statements", 4, "statement_id", "2003-03-rur-border")
    set_cell(home, "evidence", 5, "statement_id", "2003-03-rur-border")
    today = date.today().isoformat()
    for table, row, what in (
        ("evidence", "2004-02-rur-border|herald-2001|", "Gone."),
        ("statements", "2001-02-03-rur-border", "It said no."),
        ("statements", "2004-02-rur-border", "Gone."),
    ):
        add_line(home, "corrections", f"{today},{table},{row},{what},A reader wrote.,")
    assert run_build(home) == 0
    return home / "parquet"


@pytest.fixture(autouse=True)
def served(versions, monkeypatch):
    monkeypatch.setattr(queries, "served", lambda: {"ruritania": versions})


def kept():
    return [each.version for each in queries.kept("ruritania")]


def frozen(version):
    return exports.asked_of("statements", ADDRESS | {"data": [version]})


def said(place, version):
    """What a page says of the version that it shows; nothing of the newest."""
    app = page(place, {name: each[0] for name, each in ADDRESS.items()} | {"data": version})
    assert not app.exception
    return unescape("".join(text for text in texts(app) if "class='frozen'" in text))


def test_an_old_link_shows_exactly_the_old_rows():
    first, second = kept()
    old, new = ([row for piece in frozen(version).tables() for row in piece.to_pylist()] for version in (first, second))
    assert [row["statement_id"] for row in old] == ["1993-rur-border", "2001-02-03-rur-border", "2004-02-rur-border"]
    assert [row["statement_id"] for row in new] == ["1993-rur-border", "2001-02-03-rur-border", "2003-03-rur-border"]
    assert old[1]["summary"] == "It said no."


@pytest.mark.parametrize("place", ["map", "timeline", "statements", "matrix", "source"])
def test_every_page_says_which_version_it_shows_and_what_is_new(place):
    first, _ = kept()
    told = said(place, first)
    assert f"(version {first})" in told
    assert "in other tables: 2 of evidence" in told
    assert "1 statement added, 1 corrected, 1 removed" in told
    assert "See the newest version" in told


def test_the_page_lists_each_change_with_its_reason_and_runs_no_markup_of_a_record():
    first, second = kept()
    app = page("statements", {name: each[0] for name, each in ADDRESS.items()} | {"data": first})
    (told,) = [text for text in texts(app) if "class='frozen'" in text]
    assert "<del>It said no.</del> <ins>It said &lt;b&gt;never&lt;/b&gt;.</ins>" in told
    assert "A reader wrote." in told
    assert f"data={second}" in told


def test_the_newest_version_says_nothing_and_an_unknown_one_is_told():
    _, second = kept()
    assert said("statements", second) == ""
    app = page("statements", {"data": "0123456789ab"})
    assert any("which was not kept" in text for text in texts(app))
    assert not any("class='frozen'" in text for text in texts(app))
