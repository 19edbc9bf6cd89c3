"""What peers are timed on is what our own questions say: every one of them gives the same rows."""

from datetime import date
from importlib.util import find_spec
from random import Random

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

import queries
from tests.bench import large_collection, peers
from tests.bench.drawn_questions import busiest_issue, drawn_for_peers
from tests.bench.peers.ours import Ours
from tests.bench.peers.peer import PANELS, Asked, compared

STATEMENTS = 2_000
DRAWS = 6
EVER = Asked(date.fromisoformat(str(large_collection.FIRST)), date.fromisoformat(str(large_collection.LAST)))
# Every one so many speaks for the second time on a day, or has no source.
TWICE, WITHOUT = 10, 17


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    large_collection.write(folder, STATEMENTS)
    file = folder / "statements.parquet"
    said = pq.read_table(file)
    rows = said.to_pylist()
    for before, row in zip(rows[::TWICE], rows[1::TWICE], strict=True):
        row |= {name: before[name] for name in ("date", "date_precision", "counts_on", "actor_id", "issue_id")}
    for row in rows[::WITHOUT]:
        row["count_sources"] = 0
    pq.write_table(pa.Table.from_pylist(rows, schema=said.schema), file)
    return folder


@pytest.fixture(scope="module")
def ours(folder):
    return Ours("ours", queries.connect(folder))


@pytest.fixture(scope="module", params=peers.MODULES)
def peer(request, folder, tmp_path_factory):
    needed = peers.MODULES[request.param]
    if not find_spec(needed):
        pytest.skip(f"{needed} is not installed")
    with peers.opened(folder, tmp_path_factory.mktemp("peers"), [request.param]) as (only,):
        yield only


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_a_peer_gives_what_our_question_gives(peer, ours, panel):
    draw = Random(panel.name)
    for asked in (drawn_for_peers(draw, panel.name) for _ in range(DRAWS)):
        assert compared(panel, peer, panel.ask(peer, asked)) == compared(panel, ours, panel.ask(ours, asked)), asked


def test_a_peer_knows_who_is_contested_and_what_has_no_source(peer, ours):
    positions, *_, sizes = PANELS
    busiest = EVER._replace(issue_id=busiest_issue())
    stood = compared(positions, ours, ours.positions(busiest))
    assert {stance for _, stance in stood} == {"support", "oppose", "neutral", "contested"}
    assert compared(positions, peer, peer.positions(busiest)) == stood
    counted = compared(sizes, peer, peer.sizes(EVER))
    # Each is counted once by its actor and once by its stance.
    assert sum(count for _, count in counted) == 2 * (STATEMENTS - len(range(0, STATEMENTS, WITHOUT)))


def test_a_file_of_a_peer_holds_every_statement_that_has_a_source(peer, tmp_path):
    if "Datasette" in peer.name:
        pytest.skip("Datasette's file is its table's own, and is timed in tests.bench.export_speed")
    file = tmp_path / "rows.csv"
    peer.csv(EVER, file)
    ids = pyarrow.csv.read_csv(file)["statement_id"].to_pylist()
    assert len(ids) == STATEMENTS - len(range(0, STATEMENTS, WITHOUT))
    assert ids == sorted(set(ids))
