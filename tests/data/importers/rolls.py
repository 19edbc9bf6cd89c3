"""Small roll calls that were never held, as Parquet of unvotes and as CSV of the UN Digital Library."""

import csv
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

SOURCES = [
    # Session 44, so that its day is none; another vote on the same paper; a day that is one; a code that moved.
    ("unga-3", 3, 44, date(1989, 12, 6), "R/44/205", 1, "FOG", "TO ADOPT\tFOG, AND REEFS."),
    ("unga-4", 4, 44, date(1989, 12, 6), "R/44/205", 0, "FOG", "TO ADOPT\tFOG, AND REEFS."),
    (
        "unga-5",
        5,
        62,
        date(2008, 3, 4),
        "R/62/9",
        None,
        None,
        "Lighthouses of the world : resolution / adopted by the GA",
    ),
    ("unga-6", 6, 61, date(2006, 10, 30), "", 0, "Lighthouses of the", "Lighthouses of the world and reefs"),
]
TOPICS = [("unga-3", "hr", "Human rights"), ("unga-3", "ec", "Economic development")]
VOTES = [
    ("unga-3", "FRA", "support"),
    ("unga-3", "RUS", "oppose"),
    ("unga-3", "YAR", "neutral"),
    ("unga-3", "CSK", "neutral"),
    ("unga-4", "FRA", "oppose"),
    ("unga-4", "YUG", "support"),
    ("unga-5", "FRA", "support"),
    ("unga-5", "YUG", "oppose"),
    ("unga-6", "ISL", "support"),
]
DAYS = {source_id: day for source_id, _, _, day, *_ in SOURCES}


def statements(votes=VOTES):
    return [
        {
            "statement_id": number,
            "actor_id": code,
            "date": DAYS.get(source_id),
            "stance": stance,
            "kind": "vote",
            "source_id": source_id,
        }
        for number, (source_id, code, stance) in enumerate(votes)
    ]


def write_unvotes(folder: Path, sources=SOURCES, topics=TOPICS, rows=None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    names = ("source_id", "rcid", "session", "date", "resolution", "important_vote", "title", "text")
    pq.write_table(
        pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in sources]), folder / "sources.parquet"
    )
    named = [dict(zip(("source_id", "topic_id", "topic"), row, strict=True)) for row in topics]
    pq.write_table(pa.Table.from_pylist(named), folder / "source_topics.parquet")
    found = statements() if rows is None else rows
    pq.write_table(pa.Table.from_pylist(found, pa.schema(VOTE)), folder / "statements.parquet")
    return folder


VOTE = [
    ("statement_id", pa.int32()),
    ("actor_id", pa.string()),
    ("date", pa.date32()),
    ("stance", pa.string()),
    ("kind", pa.string()),
    ("source_id", pa.string()),
]

HEADER = [
    *("undl_id", "ms_code", "ms_name", "ms_vote", "date", "session", "resolution", "draft", "committee_report"),
    *("meeting", "title", "agenda_title", "subjects", "vote_note", "total_yes", "total_no", "total_abstentions"),
    *("total_non_voting", "total_ms", "undl_link"),
]
FOG = {
    "undl_id": "700001",
    "date": "1980-12-11",
    "session": "35",
    "resolution": "A/RES/35/999",
    "draft": "A/35/L.1",
    "meeting": "A/35/PV.90",
    "title": 'Fog, "sea smoke" included : resolution / adopted by the General Assembly',
    "agenda_title": "Fog",
    "subjects": "FOG--SAFETY",
    "total_yes": "2.0",
    "total_no": "1.0",
    "total_abstentions": "1.0",
    "total_non_voting": "1.0",
    "total_ms": "5.0",
    "undl_link": "https://digitallibrary.un.org/record/700001",
}
REEF = FOG | {
    "undl_id": "700002",
    "date": "2023-10-27",
    "session": "ES-10",
    "resolution": "A/RES/ES-10/99",
    "title": "Reefs",
    "total_yes": "1",
    "total_no": "0",
    "total_abstentions": "0",
    "total_non_voting": "0",
    "total_ms": "3",
    "undl_link": "",
}
CALLED = [
    *(FOG | {"ms_code": code, "ms_name": name, "ms_vote": vote} for code, name, vote in (
        ("FRA", "FRANCE", "Y"),
        ("SUN", "USSR", "Y"),
        ("BYS", "BYELORUSSIAN SSR", "N"),
        ("ZAR", "ZAIRE", "A"),
        ("CSK", "CZECHOSLOVAKIA", "X"),
    )),
    REEF | {"ms_code": "FRA", "ms_name": "FRANCE", "ms_vote": "Y", "vote_note": "Said later, twice: yes"},
    REEF | {"ms_code": "ISL", "ms_name": "ICELAND", "ms_vote": "N"},
]  # fmt: skip


def write_undl(path: Path, rows=CALLED, header=HEADER, encoding="utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, header, restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path
