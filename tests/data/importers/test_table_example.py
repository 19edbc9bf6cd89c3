"""The worked example of the guide does what the guide says, and the project's own files can be brought back in."""

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml

import exports
import queries
from data.importers import table
from data.importers.__main__ import bring
from data.importers.actors import recorded
from data.importers.table import columns
from exports import csv_file
from tests.data.importers.sheets import read

GUIDE = Path(__file__).parents[3] / "docs" / "importing.md"


def block(kind):
    """The first part of the guide that is written in this language."""
    return re.findall(rf"```{kind}\n(.*?)```", GUIDE.read_text("utf-8"), re.S)[0]


def test_the_example_of_the_guide_gives_what_the_guide_says(tmp_path, capsys):
    (tmp_path / "dams.csv").write_text(block("csv"), "utf-8")
    (tmp_path / "mapping.yml").write_text(block("yaml"), "utf-8")
    assert "dams.csv --collection dams" in block("sh")
    assert bring(table, tmp_path / "dams.csv", tmp_path / "dams", False) == 0
    said = capsys.readouterr()
    for line in block("text").splitlines():
        assert line in said.out + said.err
    (about,) = pq.read_table(tmp_path / "dams" / "collection.parquet").to_pylist()
    assert (about["title"], about["licence"]) == ("Two dams, 2020", "CC BY 4.0")
    rows = pq.read_table(tmp_path / "dams" / "statements.parquet").to_pylist()
    assert sorted((row["actor_id"], row["stance"], str(row["counts_on"])) for row in rows) == [
        ("AU", "neutral", "2020-04-05"),
        ("EGY", "oppose", "2020-04-03"),
        ("ETH", "support", "2020-04-30"),
        ("SDN", "neutral", "2020-12-31"),
    ]


def test_the_guide_names_every_column():
    named = set(re.findall(r"`(\w+)`", GUIDE.read_text("utf-8")))
    assert set(table.names.COLUMNS) <= named


def taken(home, form):
    """The project's own tables as files of a form."""
    edition = next(iter(queries.served()))
    for name in ("statements", "evidence", "sources", "events"):
        asked = exports.Asked(edition=edition, table=name)
        held = asked.rows()
        about = asked.about("http://localhost", datetime(2026, 1, 1, tzinfo=UTC), held.total)
        content = b"".join(exports.stream(held.tables, held.schema, about, form))
        (home / f"{name}.{form}").write_bytes(content)
    return home


SAME = {
    "statements": (),
    "evidence": ("prefix", "suffix", "start", "end"),
    "sources": ("text", "text_sha256", "origin_id"),
    "events": ("roll_call_of",),
}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_our_own_files_come_back_as_they_went(tmp_path, form):
    found, report = read(taken(tmp_path, form))
    assert report.problems == []
    for name, left_out in SAME.items():
        own = pq.read_table(queries.PARQUET / f"{name}.parquet").drop_columns(list(left_out)).to_pylist()
        back = [{key: cell for key, cell in row.items() if key not in left_out} for row in found[name]]
        assert sorted(back, key=repr) == sorted(own, key=repr)


def test_statements_alone_come_back_too(tmp_path):
    taken(tmp_path, "csv")
    found, report = read(tmp_path / "statements.csv")
    assert report.problems == []
    said = ("statement_id", "actor_id", "date", "date_precision", "counts_on", "issue_id", "stance", "summary")
    own = pq.read_table(queries.PARQUET / "statements.parquet", columns=list(said)).to_pylist()
    assert sorted(own, key=repr) == sorted(({key: row[key] for key in said} for row in found["statements"]), key=repr)


def test_the_apostrophe_is_taken_away_by_the_rule_by_which_it_was_put():
    assert "^'" + csv_file.FORMULA.removeprefix("^") == columns.ESCAPED


def test_codes_of_two_letters_keep_to_their_description():
    home = Path(table.__file__).parent
    described = yaml.safe_load((home / "codes.yml").read_text("utf-8"))
    with (home / "codes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for field in described["schema"]["fields"]:
        cells = [row[field["name"]] for row in rows]
        assert all(re.fullmatch(field["constraints"]["pattern"], cell) for cell in cells)
        assert len(set(cells)) == len(cells)
    assert {row["alpha_3"] for row in rows} <= {cells["iso3"] for cells in recorded().values()}
    states = {cells["iso3"] for cells in recorded().values() if cells["kind"] == "state"}
    assert states <= {row["alpha_3"] for row in rows}
