"""A small corpus in the published layout: six speeches that nobody gave, and the list of who gave them."""

import io
import tarfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

# Line ends of every kind, a character beyond the 16-bit plane, combining marks, right-to-left, and markup.
SPEECHES = {
    ("ISL", 48, 1993): "We speak of lighthouses.\r\n\r\nLater of fog \U0001f32b and of e\u0301bauches.\r",
    ("FJI", 48, 1993): "\tWe speak of <b>reefs</b> & of \u0634\u0639\u0627\u0628.\n",
    ("RUS", 45, 1990): "We speak of birches.",
    ("FJI", 75, 2020): "We speak of reefs once more, more loudly.",
    ("EU", 75, 2020): "We speak of stars.\n",
    ("YMD", 23, 1968): "We speak of harbours.",
}
HEADER = ("Year", "Session ", "ISO Code", "Country", "Name of Person Speaking", "Post")
LISTED = [
    (1993, 48, "ISL", "Iceland", " Jón  Jónsson ", "Minister for Lighthouses"),
    (1993, 48, "FJI ", "Fiji", "Ms. Reef", ""),
    (1990, 45, "RUS", "Union of Soviet Socialist Republics", "Mr. Birch", "Forester"),
    (2020, 75, "FJI", "Fiji", "Mr. Coral", "Diver"),
    (2020, 75, "FJI", "Fiji", "mr. CORAL ", "Diver"),
    (2020, 75, "EC", "European Council", "Mrs. Star", "President"),
    (1968, 23, "YDYE", "Southern Yemen", "Mr. Harbour", ""),
]


def path_of(code, session, year):
    return f"TXT/Session {session:02} - {year}/{code}_{session:02}_{year}.txt"


def contents(speeches=SPEECHES, listed=LISTED):
    """Bytes of every file by its path, strays of a packing program included."""
    found = {path_of(*name): text.encode() for name, text in speeches.items()}
    found |= {"TXT/._Session 48 - 1993": b"\0", "TXT/Session 48 - 1993/.DS_Store": b"\0\1"}
    return found | {"Speakers_by_session.xlsx": workbook(listed)}


def workbook(listed, header=HEADER):
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate([header, *listed]):
            sheet.write_row(number, 0, cells)
        book.add_worksheet()
    return held.getvalue()


def write_folder(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def write_tgz(path: Path, files: dict[str, bytes]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def write_zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def write_parquet(path: Path, speeches=SPEECHES) -> Path:
    """The corpus as one Parquet file, with the list of speakers beside it."""
    rows = [
        {
            "source_id": f"ungdc-{code}-{session:02}-{year}",
            "actor_id": code,
            "session": session,
            "year": year,
            "text": text,
        }
        for (code, session, year), text in speeches.items()
    ]
    schema = pa.schema([("source_id", "string"), ("actor_id", "string"), ("session", "int16"), ("year", "int16")])
    pq.write_table(pa.Table.from_pylist(rows, schema.append(pa.field("text", pa.string()))), path)
    (path.parent / "Speakers_by_session.xlsx").write_bytes(workbook(LISTED))
    return path
