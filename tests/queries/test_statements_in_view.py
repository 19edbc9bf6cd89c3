"""What is in the reader's view is what the filter says: the rows, their order, their pages and every count of them."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queries import answer
from tests.queries.bins_oracle import SIZES, bins
from tests.queries.dates import touches
from tests.queries.drawn import collections
from tests.queries.drawn_filters import filters
from tests.queries.filled import fill
from tests.queries.made import STANCES, member, said, tables
from tests.queries.oracle import Oracle

ANY = dict.fromkeys(
    ("since", "until", "issue_id", "actors", "members_of", "stances", "kinds", "attributions", "source_id")
)
NEWEST = {"sort": "newest", "limit": None, "offset": 0}
SORTS = {"newest": None, "oldest": "counts_on", "actor": "actor_name", "issue": "issue_title", "stance": "stance"}


def rows_of(connection, name, asked, **more):
    return answer(connection, name, asked | more).to_pylist()


def in_order(rows, sort):
    """The reader's order, then newest first, then by id."""
    newest_first = sorted(sorted(rows, key=lambda row: row["statement_id"]), key=counts_on, reverse=True)
    return sorted(newest_first, key=lambda row: row[SORTS[sort]]) if SORTS[sort] else newest_first


def counts_on(row):
    return row["counts_on"]


def bin_place(row):
    return row["starts"], row["ends"], row["is_certain"], row["stance"]


def events_of(oracle, asked, rows):
    named = (
        "event_id",
        "title",
        "start_date",
        "end_date",
        "kind",
        "place",
        "latitude",
        "longitude",
        "summary",
        "source_id",
    )
    counted = Counter(row["event_id"] for row in rows)
    return [
        {key: event.get(key) for key in named} | {"count_statements": counted[event["event_id"]]}
        for event in sorted(oracle.tables["events"], key=lambda row: (row["start_date"], row["event_id"]))
        if touches(event, asked["since"], asked["until"])
    ]


def organisations_of(oracle, rows):
    """Those that could speak for somebody on the day on which they spoke, the largest first."""
    spoken: Counter[str] = Counter()
    members: dict[str, set[str]] = {}
    for row in rows:
        heard = {a for a, o in oracle.spells if o == row["actor_id"] and oracle.is_member(a, o, row["counts_on"])}
        spoken[row["actor_id"]] += bool(heard)
        members.setdefault(row["actor_id"], set()).update(heard)
    return [
        {
            "actor_id": each,
            "actor_name": oracle.actors[each]["short_name"],
            "count_statements": spoken[each],
            "count_members": len(members[each]),
        }
        for each in sorted(members, key=lambda each: (-len(members[each]), each))
        if members[each]
    ]


def stances_of(read):
    """Each stance in each issue's words, the most frequent first."""
    counted = Counter((row["stance"], row["stance_label"]) for row in read)
    direct = Counter((row["stance"], row["stance_label"]) for row in read if row["attribution"] == "direct")
    return [
        {"stance": key[0], "stance_label": key[1], "count_statements": count, "count_direct": direct[key]}
        for key, count in sorted(counted.items(), key=lambda item: (-item[1], *item[0]))
    ]


def check_every_answer(connection, oracle, asked, sort, size):
    """Hold each question on the view against plain computations from the oracle's rows."""
    rows = oracle.in_view(asked)
    read = in_order([oracle.as_read(row) for row in rows], sort)
    assert rows_of(connection, "statements_in_view", asked, sort=sort, limit=None, offset=0) == read
    actors = len({row["actor_id"] for row in rows})
    assert rows_of(connection, "view_size", asked) == [{"count_statements": len(rows), "count_actors": actors}]
    assert rows_of(connection, "statements_per_bin", asked, bin=size) == sorted(bins(rows, size), key=bin_place)
    assert rows_of(connection, "events_in_range", asked) == events_of(oracle, asked, rows)
    assert rows_of(connection, "organisations_in_view", asked) == organisations_of(oracle, rows)
    assert rows_of(connection, "statements_by_stance", asked) == stances_of(read)
    return read


@given(collections, filters, st.sampled_from(sorted(SORTS)), st.sampled_from(SIZES))
@settings(max_examples=100, deadline=None)
def test_every_answer_on_a_drawn_view_is_that_of_the_filter(scratch, made, asked, sort, size):
    fill(scratch, made)
    check_every_answer(scratch, Oracle(made), asked, sort, size)


def any_view(draw, oracle):
    """A view as a reader could choose it, on names that exist; ranges may be empty."""
    statements = oracle.tables["statements"]
    lenders = sorted({row["organisation_id"] for row in oracle.tables["memberships"]})
    kinds = sorted({row["kind"] for row in statements})
    start, end = (draw.choice(statements)["counts_on"] for _ in range(2))

    def rarely(value):
        return value if draw.random() < 0.3 else None

    return {
        "since": draw.choice([None, min(start, end), start]),
        "until": draw.choice([None, max(start, end), end]),
        "issue_id": draw.choice([None, draw.choice(statements)["issue_id"]]),
        "actors": rarely(draw.sample(sorted(oracle.actors), 30)),
        "members_of": rarely(draw.sample(lenders, 2)),
        "stances": rarely(draw.sample(STANCES, 2)),
        "kinds": rarely(draw.sample(kinds, 3)),
        "attributions": rarely(draw.sample(["direct", "press", "listed"], 2)),
        "source_id": draw.choice(oracle.tables["evidence"])["source_id"] if draw.random() < 0.05 else None,
    }


def test_every_answer_on_views_of_the_real_records_is_that_of_the_filter(real, real_oracle):
    draw = Random(1992)
    sizes = []
    for _ in range(40):
        asked = any_view(draw, real_oracle)
        sort, size = draw.choice(sorted(SORTS)), draw.choice(SIZES)
        sizes.append(len(check_every_answer(real, real_oracle, asked, sort, size)))
    assert min(sizes) == 0
    assert max(sizes) > 200


@pytest.mark.parametrize("sort", sorted(SORTS))
def test_each_order_is_total_however_the_tables_are_stored(real_oracle, scratch, sort):
    answers = []
    for seed in range(3):
        shuffled = {name: Random(seed).sample(rows, len(rows)) for name, rows in real_oracle.tables.items()}
        fill(scratch, shuffled)
        answers.append(rows_of(scratch, "statements_in_view", ANY | NEWEST | {"sort": sort}))
    assert answers[0] == answers[1] == answers[2]
    assert len(answers[0]) == len(real_oracle.tables["statements"])


@pytest.mark.parametrize("sort", sorted(SORTS))
@pytest.mark.parametrize("size", [7, 33])
def test_pages_one_after_another_are_the_whole_view(real, sort, size):
    view = ANY | {"issue_id": "nk-votes-valid", "sort": sort}
    whole = rows_of(real, "statements_in_view", view, limit=None, offset=0)
    pages = [
        rows_of(real, "statements_in_view", view, limit=size, offset=offset)
        for offset in range(0, len(whole) + size, size)
    ]
    assert all(len(page) == size for page in pages[:-2])
    assert pages[-1] == []
    assert [row for page in pages for row in page] == whole
    assert len(whole) > 100


def test_statements_around_the_ends_of_years_fall_into_the_right_bins(scratch):
    spoken = (
        said("FRA", "1992-02-29"),
        said("FRA", "1992-02-01", precision="month"),
        said("FRA", "2020-12-28"),
        said("FRA", "2020-06-01", "oppose", precision="year"),
        said("FRA", "2021-01-03"),
        said("FRA", "2021-01-04"),
    )
    fill(scratch, tables(spoken))

    def binned(size):
        rows = rows_of(scratch, "statements_per_bin", ANY, bin=size)
        return [(str(row["starts"]), str(row["ends"]), row["stance"], row["count_statements"]) for row in rows]

    assert binned("year") == [
        ("1992-01-01", "1992-12-31", "support", 2),
        ("2020-01-01", "2020-12-31", "oppose", 1),
        ("2020-01-01", "2020-12-31", "support", 1),
        ("2021-01-01", "2021-12-31", "support", 2),
    ]
    assert binned("month") == [
        ("1992-02-01", "1992-02-29", "support", 2),
        # The one that is known to the year alone.
        ("2020-01-01", "2020-12-31", "oppose", 1),
        ("2020-12-01", "2020-12-31", "support", 1),
        ("2021-01-01", "2021-01-31", "support", 2),
    ]
    # Saturday 29 February 1992; Monday 28 December 2020 begins the week that ends on Sunday 3 January 2021.
    assert binned("week") == [
        ("1992-02-01", "1992-02-29", "support", 1),
        ("1992-02-24", "1992-03-01", "support", 1),
        ("2020-01-01", "2020-12-31", "oppose", 1),
        ("2020-12-28", "2021-01-03", "support", 2),
        ("2021-01-04", "2021-01-10", "support", 1),
    ]
    assert binned("day") == [
        ("1992-02-01", "1992-02-29", "support", 1),
        ("1992-02-29", "1992-02-29", "support", 1),
        ("2020-01-01", "2020-12-31", "oppose", 1),
        ("2020-12-28", "2020-12-28", "support", 1),
        ("2021-01-03", "2021-01-03", "support", 1),
        ("2021-01-04", "2021-01-04", "support", 1),
    ]


def test_a_statement_with_two_passages_of_one_source_is_one_row_with_one_source(scratch):
    twice = [("listed", "source-a", "here"), ("press", "source-a", "there"), ("direct", "source-b")]
    fill(scratch, tables([said("FRA", "2020-04-15", evidence=twice)]))
    (row,) = rows_of(scratch, "statements_in_view", ANY | NEWEST)
    assert (row["attribution"], row["count_sources"]) == ("direct", 2)
    (row,) = rows_of(scratch, "statements_in_view", ANY | NEWEST, source_id="source-a")
    assert (row["attribution"], row["count_sources"]) == ("press", 1)
    assert rows_of(scratch, "view_size", ANY)[0]["count_statements"] == 1


def test_a_month_that_ends_within_the_range_is_in_view_and_one_that_ends_after_it_is_not(scratch):
    fill(scratch, tables([said("FRA", "2020-04-01", precision="month")]))

    def found(since, until):
        return len(rows_of(scratch, "statements_in_view", ANY | NEWEST, since=since, until=until))

    assert found(date(2020, 4, 30), date(2020, 4, 30)) == 1
    assert found(date(2020, 4, 1), date(2020, 4, 29)) == 0


def test_members_of_is_asked_for_the_day_of_the_statement(scratch):
    spoken = said("GBR", "2020-01-31"), said("GBR", "2020-02-01")
    fill(scratch, tables(spoken, [member("GBR", "EU", "1973-01-01", "2020-01-31")]))
    rows = rows_of(scratch, "statements_in_view", ANY | NEWEST, members_of=["EU", "OSCE"])
    assert [row["statement_id"] for row in rows] == ["s00"]
