"""Which speeches lie in the layout in which the corpus is published?

TXT/Session 48 - 1993/ARM_48_1993.txt, in a folder or an archive, with Speakers_by_session.xlsx in it or beside it.
"""

import re
from pathlib import Path, PurePosixPath

from data.importers.files import File, files
from data.importers.report import Report
from data.importers.ungdc.speakers import WORKBOOK
from data.importers.ungdc.speeches import Name, Speeches

SESSION = re.compile(r"Session (\d{1,3}) - (\d{4})")
SPEECH = re.compile(r"([A-Z]{2,4})_(\d{1,3})_(\d{4})\.txt")
# What systems and packing programs leave beside the files of their users.
STRAY = {".DS_Store", "Thumbs.db", "desktop.ini"}


def read(path: Path, speeches: Speeches, report: Report) -> list[bytes]:
    """Read every speech.

    Args:
        path: A folder or an archive.
        speeches: Takes the speeches.
        report: Is told of whatever is no speech, and of speeches that cannot be read.

    Returns:
        The lists of speakers that lie among them, as files: one, or none.

    Raises:
        ImportRefused: the archive is damaged or too large.
    """
    workbooks: list[bytes] = []
    for file in files(path, lambda place: _is_wanted(place, report), report):
        if file.path.name == WORKBOOK:
            workbooks.append(file.content)
        else:
            _add(file, speeches, report)
    return workbooks


def _is_wanted(place: PurePosixPath, report: Report) -> bool:
    if place.name.startswith("._") or place.name in STRAY or "__MACOSX" in place.parts:
        report.skip("files left by a system or a packing program, not read", place)
        return False
    in_layout = SPEECH.fullmatch(place.name) or (
        place.suffix.lower() == ".txt" and SESSION.fullmatch(place.parent.name)
    )
    if in_layout or place.name == WORKBOOK:
        return True
    report.skip("files that are no part of the corpus's layout, not read", place)
    return False


def _add(file: File, speeches: Speeches, report: Report) -> None:
    named, folder = SPEECH.fullmatch(file.path.name), SESSION.fullmatch(file.path.parent.name)
    if not named:
        report.fail(file.path, "is not named as in ARM_48_1993.txt; correct the name")
    elif not folder:
        report.fail(file.path, 'lies in no folder named as in "Session 48 - 1993"; put it there')
    elif tuple(map(int, folder.groups())) != tuple(map(int, named.groups()[1:])):
        report.fail(file.path, "names another session or year than its folder; correct one of the two")
    else:
        code, session, year = named.groups()
        speeches.add(file.path, Name(code, int(session), int(year)), _decoded(file, report))


def _decoded(file: File, report: Report) -> str:
    """The text as it was published, line ends included; only a byte order mark is dropped."""
    encoding = _encoding(file.content)
    if encoding != "utf-8-sig":
        report.note(f"texts decoded from {encoding}, since they are not UTF-8", file.path)
    return file.content.decode(encoding)


def _encoding(content: bytes) -> str:
    """The first encoding that fits; latin-1 fits everything."""
    likely = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else []
    return next((each for each in (*likely, "utf-8-sig", "cp1252") if _is_in(content, each)), "latin-1")


def _is_in(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
