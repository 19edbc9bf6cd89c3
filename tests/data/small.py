"""A small collection to break: real descriptions, invented rows, one text."""

import csv
import re
from pathlib import Path

RECORDS = Path(__file__).parents[2] / "data" / "records"

# Line ends of both kinds, a character beyond the 16-bit plane, and the same words twice.
TEXT = "🌍 Ruritania said no.\r\n\r\nLater Ruritania said no again, and so did others.\n"

TABLES = {
    "actors": [
        "actor_id,kind,name,short_name,iso3,region,subregion,aliases,founded,dissolved,wikidata,represents,description",
        "LEAGUE,organisation,League of Three,League,,,,League|L3,1990-01-01,,,,An organisation.",
        "RUR,state,Ruritania,Ruritania,RUR,Europe,,Ruritania|Strelsau,1991,,Q1,,A state.",
        "RUR-DIET,body,Diet of Ruritania,Ruritanian diet,,,,Diet of Ruritania,,2010-06-30,,RUR,A parliament.",
    ],
    "memberships": [
        "actor_id,organisation_id,role,joined,left,note",
        "RUR,LEAGUE,member,1992-03,1994,",
        "RUR,LEAGUE,observer,1995-01-01,2000-05-05,",
        "RUR,LEAGUE,member,2000-05-05,,returned",
    ],
    "issues": [
        "issue_id,title,proposition,support_label,oppose_label,neutral_label,"
        "support_answer,oppose_answer,neutral_answer,words_issue_id,note",
        "border,The border,The border should be open,For it,Against it,No side,wanted it,did not,kept silent,,",
    ],
    "events": [
        "event_id,title,start_date,end_date,kind,place,latitude,longitude,summary,roll_call_of,source_id",
        "summit-2001,Summit,2001-02-03,2001-02-04,summit,Strelsau,50.5,14.25,They met.,,gazette-2001",
    ],
    "sources": [
        "source_id,kind,publisher,publisher_country,title,url,published,language",
        "gazette-2001,news,Gazette,RUR,Ruritania says no,https://example.org/gazette,2001-02-05,en",
        "herald-2001,news,Herald,RUR,Ruritania says no,https://example.org/herald,,en",
    ],
    "statements": [
        "statement_id,actor_id,speaker,date,date_precision,event_id,issue_id,stance,kind,summary,doubt",
        "1993-rur-border,RUR,Ministry,1993-01-01,year,,border,support,statement,It favoured opening.,",
        "2001-02-03-rur-border,RUR,Ministry,2001-02-03,day,summit-2001,border,oppose,statement,It said no.,",
        "2004-02-rur-border,RUR,Ministry,2004-02-01,month,,border,neutral,statement,It took no side.,",
    ],
    "evidence": [
        "statement_id,source_id,attribution,locator,exact,prefix,suffix",
        "1993-rur-border,herald-2001,press,,,,",
        "2001-02-03-rur-border,gazette-2001,press,first,Ruritania said no,🌍 ,",
        "2001-02-03-rur-border,gazette-2001,listed,second,so did others,,",
        "2004-02-rur-border,herald-2001,press,,,,",
    ],
    "coverage": [
        "event_id,issue_id,actor_id,searched_on,sources_searched,found,note",
        "summit-2001,,LEAGUE,2026-11-24,own pages,no,",
    ],
    "corrections": ["date,table,id,what,why,reported_by"],
}


def make_collection(home: Path, most_rows: int = 5) -> Path:
    """Write the collection: records/ and texts/ in the folder `home`."""
    records, texts = home / "records", home / "texts"
    records.mkdir(parents=True)
    texts.mkdir()
    for description in RECORDS.glob("*.yml"):
        smaller = re.sub(r"\{min: \d+, max: \d+\}", f"{{min: 0, max: {most_rows}}}", description.read_text("utf-8"))
        (records / description.name).write_text(smaller, "utf-8")
    for name, lines in TABLES.items():
        (records / f"{name}.csv").write_bytes(("\n".join(lines) + "\n").encode())
    (texts / "gazette-2001.txt").write_bytes(TEXT.encode())
    return home


def set_cell(home: Path, table: str, row: int, column: str, cell: str) -> None:
    """Change one cell; rows are counted as in a spreadsheet."""
    path = home / "records" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[row - 1][rows[0].index(column)] = cell
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def add_line(home: Path, table: str, line: str) -> None:
    """Append a line to a table as it is."""
    with (home / "records" / f"{table}.csv").open("a", encoding="utf-8", newline="") as file:
        file.write(line + "\n")


def replace_in(path: Path, old: bytes, new: bytes) -> None:
    """Replace bytes in a file that must hold them."""
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))
