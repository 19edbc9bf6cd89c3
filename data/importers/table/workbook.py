"""Is a workbook safe to open, and what does it hide from a reader of its values?

A workbook is a ZIP of XML. A small one may unpack to gigabytes, and one cell far out makes its reader take room for
every cell before it. So the sizes are read first, and the XML of each sheet is gone through once, some at a time. That
also finds what looks like an empty cell afterwards: results that are errors, and formulas that nobody has worked out.
"""

import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.parsers import expat

from data.importers.report import ImportRefused, visible
from data.importers.table import cells_of_sheet
from data.importers.table.cells_of_sheet import Seen
from data.importers.table.date_formats import DateFormats

MOST_PARTS = 5_000
MOST_BYTES_OF_SHEETS = 2_000_000_000
MOST_BYTES_OF_OTHERS = 500_000_000
MOST_BYTES_OF_LISTS = 50_000_000
RELATIONS, BOOK, STYLES = LISTS = ("xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml")
TWICE = "names a sheet, or its part, twice; open it in a spreadsheet and save it as .xlsx"
BLOCK = 1 << 20
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, expat.ExpatError)


def look_into(path: Path) -> Mapping[str, Seen]:
    """Check a workbook.

    Args:
        path: The .xlsx.

    Returns:
        What was seen, by the name of the sheet.

    Raises:
        ImportRefused: it is none, damaged, or would take more room than the limits.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_sizes(archive)
            names = _names(archive)
            shown = _shown(archive)
            seen: dict[str, Seen] = {}
            most = cells_of_sheet.MOST_CELLS
            for name, part in names.items():
                seen[name] = _seen(archive, part, Seen(most, shown))
                most -= seen[name].size
            for other in archive.namelist():
                if other not in names.values():
                    _check_whole(archive, other)
    except ImportRefused as error:
        raise ImportRefused(f"{visible(path.name)}: {error}") from error
    except DAMAGED as error:
        what = f"cannot be read as a workbook ({visible(error)}); open it in a spreadsheet and save it as .xlsx"
        raise ImportRefused(f"{visible(path.name)}: {what}") from error
    return seen


def _check_sizes(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    # Readers of workbooks take the names of parts without regard to capitals.
    if len(infos) > MOST_PARTS or len({info.filename.lower().replace("\\", "/") for info in infos}) < len(infos):
        raise ImportRefused("has too many parts, or one of them twice; look what it is")
    for most, infos_of in (
        (MOST_BYTES_OF_SHEETS, [info for info in infos if _is_sheet(info.filename)]),
        (MOST_BYTES_OF_OTHERS, [info for info in infos if not _is_sheet(info.filename)]),
        (MOST_BYTES_OF_LISTS, [info for info in infos if info.filename in LISTS]),
    ):
        size = sum(info.file_size for info in infos_of)
        if size > most:
            raise ImportRefused(f"unpacks to {size:,} bytes where {most:,} is the most; save the sheet as CSV")


def _is_sheet(part: str) -> bool:
    return part.startswith("xl/worksheets/") and part.endswith(".xml")


def _check_whole(archive: zipfile.ZipFile, part: str) -> None:
    """Unpack a part to nowhere: its checksum stands at its end, and it may be longer than it says."""
    with archive.open(part) as file:
        while file.read(BLOCK):
            pass


def _names(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each sheet, by the name that a reader sees."""
    parts = archive.namelist()
    if RELATIONS not in parts or BOOK not in parts:
        raise ImportRefused("is no workbook; open it in a spreadsheet and save it as .xlsx")
    targets = _targets(archive)
    names: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "sheet":
            by_local = {name.rpartition(":")[2]: value for name, value in attributes.items()}
            name, part = by_local.get("name", ""), targets.get(by_local.get("id", ""), "")
            if name in names or part in names.values():
                raise ImportRefused(TWICE)
            if part not in parts:
                what = "is named and not there; open it in a spreadsheet and save it as .xlsx"
                raise ImportRefused(f"its sheet {visible(name)} {what}")
            names[name] = part

    _parsed(archive, BOOK, _parser(sheet))
    return names


def _targets(archive: zipfile.ZipFile) -> dict[str, str]:
    """The parts to which the workbook leads, by their ids in it."""
    targets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "Relationship":
            target, id_ = attributes.get("Target", "").removeprefix("/"), attributes.get("Id", "")
            if id_ in targets:
                raise ImportRefused(TWICE)
            targets[id_] = target if target.startswith("xl/") else f"xl/{target}"

    _parsed(archive, RELATIONS, _parser(relation))
    return targets


def _shown(archive: zipfile.ZipFile) -> Mapping[int, int]:
    formats = DateFormats()
    if part := next((part for part in archive.namelist() if part.lower() == STYLES.lower()), None):
        _parsed(archive, part, _parser(formats.start))
    return formats.shown


def _seen(archive: zipfile.ZipFile, part: str, seen: Seen) -> Seen:
    parser = _parser(seen.start)
    parser.EndElementHandler = seen.end
    _parsed(archive, part, parser)
    return seen


def _parser(start: Callable[[str, dict[str, str]], None]) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_: object) -> None:
    raise ImportRefused("has XML with definitions of its own, which no spreadsheet writes; look what it is")


def _parsed(archive: zipfile.ZipFile, part: str, parser: expat.XMLParserType) -> None:
    with archive.open(part) as file:
        while block := file.read(BLOCK):
            parser.Parse(block)
    parser.Parse(b"", True)
