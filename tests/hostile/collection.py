"""A collection whose every text is a payload: what the checks of the build let pass, they let pass into it."""

import csv
from datetime import date, timedelta
from pathlib import Path

import yaml

from data import build
from data.description_files import read_collection
from tests.hostile.payloads import PAYLOADS, VISIBLE, bundles

RECORDS = Path(__file__).parents[2] / "data" / "records"
NAME = "hostile"
TEXTS = bundles(2_100)
STATES = ("DEU", "FRA", "NOR", "SWE")
ISSUES = ("nk-votes-valid", *(f"issue-{number}" for number in range(1, len(TEXTS))))
# So that the desk knows somebody who speaks.
NAMES = {"FRA": ["France", "French"], "NOR": ["Norway", "Norwegian"]}
FIRST, LAST = date(2020, 1, 1), date(2020, 12, 31)
# The source whose text is held, and holds every payload.
HELD = "source-0"


def text(row: int, field: int) -> str:
    """Give the payloads of a cell: the next row and the next field have the next ones."""
    return TEXTS[(row + field) % len(TEXTS)]


def statement_id(number: int) -> str:
    """Give the id of the statement that says the payload of a number."""
    return f"said-{number:03}"


def make_hostile(home: Path) -> Path:
    """Write the collection into the folder `home`, and build it."""
    records, texts = home / "records", home / "texts"
    records.mkdir(parents=True)
    texts.mkdir()
    for number, file in enumerate(sorted(RECORDS.glob("*.yml"))):
        said = _said(yaml.safe_load(file.read_text(encoding="utf-8")), number)
        if file.name == "collection.yml":
            said["name"] = NAME
        if "expected_rows" in said:
            said["expected_rows"] = {"min": 0, "max": 1_000}
        (records / file.name).write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for name, table in read_collection(records).tables.items():
        rows = sorted(TABLES[name](), key=lambda row: [row.get(column, "") for column in table.key])
        with (records / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, table.columns, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    (texts / f"{HELD}.txt").write_bytes("\n\n".join(each.text for each in PAYLOADS).encode())
    assert build.main(["--data", str(home), "--page", str(home / "data.md")]) == 0
    return home


def _said(value, number):
    """A description whose every title and description is payloads."""
    if isinstance(value, list):
        return [_said(each, number + place) for place, each in enumerate(value)]
    if not isinstance(value, dict):
        return value
    return {
        key: text(number, len(key)) if key in ("title", "description") else _said(inner, number + place)
        for place, (key, inner) in enumerate(value.items())
    }


def _actors():
    aliases = [each.text for each in VISIBLE if "|" not in each.text]
    for row, actor_id in enumerate((*STATES, "EU", "FRA-DIET")):
        kind = {"EU": "organisation", "FRA-DIET": "body"}.get(actor_id, "state")
        yield {
            "actor_id": actor_id,
            "kind": kind,
            "name": f"{text(row, 0)} {actor_id}" if kind != "state" else text(row, 0),
            "short_name": text(row, 1),
            "iso3": actor_id if kind == "state" else "",
            "region": "Europe",
            "subregion": text(row, 2),
            "aliases": "|".join([*NAMES.get(actor_id, []), *aliases[row::9]]),
            "founded": "1950",
            "represents": "FRA" if kind == "body" else "",
            "description": text(row, 3),
        }


def _memberships():
    for row, actor_id in enumerate(STATES[:4]):
        yield {"actor_id": actor_id, "organisation_id": "EU", "role": "member", "joined": "1995", "note": text(row, 0)}


def _issues():
    labels = [f"{stance}_{what}" for stance in ("support", "oppose", "neutral") for what in ("label", "answer")]
    columns = ["title", "proposition", *labels, "note"]
    for row, issue_id in enumerate(ISSUES):
        yield {"issue_id": issue_id} | {column: text(row, place) for place, column in enumerate(columns)}


def _events():
    kinds = ("war", "referendum", "summit", "resolution", "ceasefire", "election", "other")
    for row in range(len(TEXTS)):
        yield {
            "event_id": f"event-{row}",
            "title": text(row, 4),
            "start_date": FIRST + timedelta(days=20 * row),
            "end_date": FIRST + timedelta(days=20 * row + 5),
            "kind": kinds[row % len(kinds)],
            "place": text(row, 5),
            "latitude": "40.5",
            "longitude": f"{44 + row}.25",
            "summary": text(row, 6),
            "source_id": f"source-{row}",
        }


def _sources():
    for row in range(len(TEXTS)):
        yield {
            "source_id": f"source-{row}",
            "kind": "news",
            "publisher": text(row, 1),
            "publisher_country": STATES[row % len(STATES)],
            "title": text(row, 2),
            # Without the mark: an address may be shown as one, with other signs.
            "url": f"https://example.org/{text(row, 3).replace(' ', '/').replace('zq', '')}",
            "published": FIRST + timedelta(days=row),
            "language": "en",
        }


def _statements():
    many = len(VISIBLE)
    for number in range(many):
        actors = (*STATES, "EU", "FRA-DIET")
        yield {
            "statement_id": statement_id(number),
            "actor_id": actors[number % len(actors)],
            "speaker": VISIBLE[(number + 1) % many].text,
            "date": FIRST + timedelta(days=2 * number),
            "date_precision": "day",
            "event_id": f"event-{number % len(TEXTS)}",
            "issue_id": ISSUES[number % 2 * (number % len(ISSUES))],
            "stance": ("support", "oppose", "neutral")[number % 3],
            "kind": "vote" if number % 5 == 0 else "statement",
            "summary": VISIBLE[number].text,
            "doubt": VISIBLE[(number + 2) % many].text,
        }


def _evidence():
    for number, payload in enumerate(VISIBLE):
        told = {"statement_id": statement_id(number), "locator": text(number, 0)}
        yield told | {"source_id": HELD, "attribution": "direct", "exact": payload.text}
        yield told | {"source_id": f"source-{1 + number % (len(TEXTS) - 1)}", "attribution": "press"}


def _coverage():
    for row, actor_id in enumerate(STATES):
        yield {
            "event_id": f"event-{(row + 3) % len(TEXTS)}",
            "actor_id": actor_id,
            "searched_on": "2026-11-24",
            "sources_searched": text(row, 0),
            "found": "no",
            "note": text(row, 1),
        }


def _corrections():
    for row in range(len(TEXTS)):
        yield {
            "date": "2026-11-24",
            "table": "evidence",
            "id": f"{statement_id(row)}|{HELD}|{VISIBLE[row].text}",
            "what": text(row, 1),
            "why": text(row, 2),
            "reported_by": text(row, 3),
        }


TABLES = {
    "actors": _actors,
    "memberships": _memberships,
    "issues": _issues,
    "events": _events,
    "sources": _sources,
    "statements": _statements,
    "evidence": _evidence,
    "coverage": _coverage,
    "corrections": _corrections,
}
