"""Tables and their `About`: as the collection has them, and as hypothesis makes them."""

from datetime import UTC, date, datetime
from random import Random

import pyarrow as pa
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from exports import About, Column

# A busy machine may be slow: that is no failure of a file.
patient = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])

NASTY = [
    "",
    " ",
    "=1+1",
    "'=1+1",
    "''=1+1",
    "'tis said",
    " \t=1+1",
    "+1",
    "-1",
    "@sum(a1)",
    "＝1+1",
    "\t",
    "\r\n",
    "\x00",
    "a\x00b",
    "\x01\x1f\x7f\x85",
    "a,b;c|d",
    'she said "no"',
    '"',
    "one\ntwo\rthree\r\nfour",
    "שלום, world",
    "\u202eright to left\u202c",
    "Հայաստան Azərbaycan საქართველო",
    "😀\U0010ffff",
    "\ufeffbom",
    "\u2028\u2029",
    "_x0041_",
    "<b>&amp;</b>",
    "http://example.org",
    "NULL",
    "nan",
    "1e5",
    "007",
    "2020-04-15",
    "true",
]

SCHEMA = pa.schema(
    [
        ("statement_id", pa.string()),
        ("summary", pa.string()),
        ("stance", pa.dictionary(pa.int8(), pa.string())),
        ("counts_on", pa.date32()),
        ("count_sources", pa.int64()),
        ("latitude", pa.float64()),
        ("is_full", pa.bool_()),
        ("organisations", pa.list_(pa.string())),
    ]
)


def texts(misread=None):
    """Any text, and often one that is known to break something."""
    text = st.sampled_from(NASTY) | st.text(max_size=12)
    return text.filter(lambda value: not misread.search(value)) if misread else text


def tables(misread=None):
    """Up to six rows with every type that the collection has; only the first column is always known."""
    text = texts(misread)
    item = text.filter(lambda value: value and "|" not in value)
    cells = [
        st.text("abc-", min_size=1, max_size=5),
        text,
        text,
        st.dates(),
        st.integers(-(2**53), 2**53),
        st.floats(-1e300, 1e300).map(lambda number: number if abs(number) > 1e-300 else 0.0),
        st.booleans(),
        st.lists(item, max_size=3),
    ]
    row = st.tuples(cells[0], *(st.none() | cell for cell in cells[1:]))
    return st.lists(row, max_size=6).map(table_of)


def table_of(rows):
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in rows], SCHEMA)


def statements():
    """Three rows as the collection has them."""
    return table_of(
        [
            (
                "2020-04-01-geo",
                "Called the votes “illegitimate”.",
                "oppose",
                date(2020, 4, 1),
                2,
                41.7,
                True,
                ["UN"],
            ),
            ("2020-04-02-tur", "=HYPERLINK(0)", "oppose", date(2020, 4, 2), 1, -74.006, False, ["OIC", "UN"]),
            ("2020-04-03-abk", None, "support", date(2020, 4, 3), 1, None, None, []),
        ]
    )


def noise(count):
    """Rows that nothing compresses, so that each piece of them goes out before the next."""
    random = Random(6)
    return pa.table({"actor_id": [random.randbytes(40).hex() for _ in range(count)]})


def about(rows, /, **changed):
    """What a file of these rows has to say."""
    said = {
        "title": "What was said about the 2020 votes?",
        "collection_id": "nagorno-karabakh",
        "collection": "Nagorno-Karabakh",
        "filters": (("Issue", "Votes held in Nagorno-Karabakh"), ("Dates", "1 March to 30 April 2020")),
        "rows": rows.num_rows,
        "data_version": "a1b2c3d4e5f6",
        "created_at": datetime(2026, 11, 24, 9, 30, 15, tzinfo=UTC),
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "citation": "Démarche, version a1b2c3d4e5f6, retrieved 24 November 2026.",
        "method": "Somebody read the newspapers.",
        "made_from": ("The newspapers https://example.org/papers", "A notebook"),
        "url": "/statements?issue=nk-votes-valid&from=2020-03-01",
        "api_url": "/api/statements.csv?issue=nk-votes-valid&from=2020-03-01",
        "columns": tuple(
            Column(name, "text", "degrees" if name == "latitude" else "", f"What {name} holds.")
            for name in rows.column_names
        ),
        "table": "statements",
        "subject": "nk-votes-valid",
        "since": date(2020, 3, 1),
        "until": date(2020, 4, 30),
    }
    return About(**said | changed)
