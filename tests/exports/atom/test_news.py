"""Which statements of a view are news, and on which page."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

import exports
import queries
from exports.atom import news
from exports.atom.history import History, history


def test_evidence_and_corrections_make_a_statement_new(monkeypatch):
    edition = next(iter(queries.served()))
    days = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]
    versions = tuple(queries.Version(f"{number:012x}", day) for number, day in enumerate(days))
    monkeypatch.setattr(queries, "kept", lambda _: versions)
    changes = [("evidence", "a|s|", "added"), ("sources", "s", "changed"), ("evidence", "b|s|", "removed")]
    monkeypatch.setattr(queries, "changes", lambda _: [queries.Change("1".zfill(12), days[1], *row) for row in changes])
    row = {"date": days[2], "table": "evidence", "id": "b|s|", "what": "", "why": ""}
    monkeypatch.setattr("exports.atom.history.corrections", lambda _: {"b": [row]})
    found = history(edition)
    assert found.updated == {"a": days[1], "b": days[2]}
    assert [(before.built_on, after.built_on) for before, after in found.steps()] == [
        (days[1], days[2]),
        (days[0], days[1]),
    ]


def test_a_collection_without_versions_is_as_old_as_its_files(monkeypatch):
    monkeypatch.setattr(queries, "kept", lambda _: ())
    monkeypatch.setattr(queries, "changes", lambda _: [])
    edition = next(iter(queries.served()))
    found = history(edition)
    written = (queries.served()[edition] / "collection.parquet").stat().st_mtime
    assert abs(found.first - date.fromtimestamp(written)) <= timedelta(days=1)
    assert not [*found.steps()]


@pytest.mark.parametrize("seed", range(4))
def test_pages_hold_each_statement_once_whatever_has_changed(seed, monkeypatch):
    draw = Random(seed)
    asked = exports.asked_of("statements", {"actor": ["TUR"]})
    rows = asked.page(10**6, 0, "newest").to_pylist()
    ids = [row["statement_id"] for row in rows]
    some = draw.sample(ids, [0, 5, 20, len(ids)][seed])
    first = date(2026, 11, 2)
    changed = {each: first + timedelta(draw.randint(1, 3)) for each in [*some, "not-in-view"]}
    monkeypatch.setattr(news, "history", lambda _: replace(History(first=first, versions=()), updated=changed))
    monkeypatch.setattr(news, "PAGE", draw.choice([7, 25]))
    found = news.latest(asked)
    items = found.items + [item for page in range(2, found.pages + 1) for item in news.latest(asked, page).items]
    assert sorted(item.statement_id for item in items) == sorted(ids)
    order = [(-changed.get(each, first).toordinal(), ids.index(each)) for each in (item.statement_id for item in items)]
    assert order == sorted(order)
    assert found.updated == max([first, *(changed[each] for each in some)])


def test_of_a_version_whose_files_are_lost_nobody_is_told_what_was_in_view():
    lost = exports.asked_of("statements", {}).only(edition="nagorno-karabakh@000000000000")
    with pytest.raises(queries.UnknownVersion):
        news.in_view(lost, frozenset({"a"}))
    assert news._were_in_view(lost, frozenset({"a"})) == frozenset()
