"""Which sheets lie where the user points, and which of our tables is each?"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from data.importers.report import ImportRefused, Report, visible
from data.importers.table.csv_sheet import ENDINGS, CsvSheet
from data.importers.table.mapping import FILE_NAME, Mapping, read_mapping
from data.importers.table.names import COLUMNS, OTHERS, STATEMENTS, nearest, plain
from data.importers.table.parquet_sheet import ParquetSheet
from data.importers.table.sheet import Sheet
from data.importers.table.workbook import look_into
from data.importers.table.xlsx_sheet import XlsxSheet

WORKBOOKS = (".xlsx", ".xlsm")
KINDS = (*ENDINGS, *WORKBOOKS, ".parquet")
MAPPINGS = (".yml", ".yaml")


class Found(NamedTuple):
    """The sheets by table, the statements always among them, and what the mapping file says."""

    sheets: dict[str, Sheet]
    mapping: Mapping


def find(path: Path, report: Report) -> Found:
    """Find the sheets.

    Args:
        path: A sheet, a workbook, a folder of sheets named for our tables, or a mapping file that names one of these.
        report: Is told of what is no table of ours.

    Raises:
        ImportRefused: there is no sheet of statements, or the mapping file is wrong.
    """
    if path.suffix.lower() in MAPPINGS and path.is_file():
        mapping = read_mapping(path)
        if not mapping.file:
            raise ImportRefused(f"{visible(path.name)}: does not say which sheet it is of; add file: with its name")
        if Path(mapping.file).name != mapping.file:
            raise ImportRefused(f"{visible(path.name)}: file: leads to another folder; put the two beside each other")
        path = path.parent / mapping.file
    else:
        mapping = _mapping_of(path)
    if path.is_dir():
        return Found(_of_folder(path, mapping, report), mapping)
    if not path.is_file():
        raise ImportRefused(f"{visible(path)}: no such file or folder; check the path")
    return Found(_of_file(path, mapping, report), mapping)


def _mapping_of(path: Path) -> Mapping:
    """The mapping file beside a sheet, unless it says that it is of another."""
    beside = (path if path.is_dir() else path.parent) / FILE_NAME
    mapping = read_mapping(beside) if beside.is_file() else Mapping()
    return mapping if not mapping.file or mapping.file == path.name else Mapping()


def _of_folder(folder: Path, mapping: Mapping, report: Report) -> dict[str, Sheet]:
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        name = plain(path.stem)
        if path.name == FILE_NAME:
            continue
        if path.suffix.lower() not in KINDS or path.is_symlink() or name not in (STATEMENTS, *OTHERS):
            report.skip("files that are no table of ours", path.name)
        elif name in found:
            raise ImportRefused(f"{visible(folder)}: has {name} twice; take one of the two away")
        else:
            found[name] = path
    if STATEMENTS not in found:
        raise ImportRefused(f"{visible(folder)}: has no statements.csv, statements.xlsx or statements.parquet; add it")
    plainly = Mapping(name=mapping.name, dates=mapping.dates)
    return {
        name: _of_file(path, mapping if name == STATEMENTS else plainly, report, name)[name]
        for name, path in found.items()
    }


def _of_file(path: Path, mapping: Mapping, report: Report, name: str = STATEMENTS) -> dict[str, Sheet]:
    ending = path.suffix.lower()
    if ending in ENDINGS:
        return {name: CsvSheet(path, mapping, COLUMNS, report)}
    if ending == ".parquet":
        return {name: ParquetSheet(path)}
    if ending in WORKBOOKS:
        sheets = _of_workbook(path, mapping, report)
        return sheets if name == STATEMENTS else {name: sheets[STATEMENTS]}
    raise ImportRefused(f"{visible(path.name)}: is no {', '.join(KINDS)}; save the sheet as one of these")


def _of_workbook(path: Path, mapping: Mapping, report: Report) -> dict[str, Sheet]:
    seen = look_into(path)
    try:
        book = CalamineWorkbook.from_path(path)
        chosen = dict(_chosen(book, mapping, path, report))
        found: dict[str, Sheet] = {}
        for table, name in chosen.items():
            label = path.name if table == STATEMENTS else f"{path.name} ({name})"
            of = mapping if table == STATEMENTS else replace(Mapping(), dates=mapping.dates)
            found[table] = XlsxSheet(book.get_sheet_by_name(name), seen[name], label, of.header_row, report)
        return found
    except (CalamineError, KeyError) as error:
        what = f"cannot be read as a workbook ({visible(error)}); open it in a spreadsheet and save it as .xlsx"
        raise ImportRefused(f"{visible(path.name)}: {what}") from error


def _chosen(book: CalamineWorkbook, mapping: Mapping, path: Path, report: Report) -> Iterator[tuple[str, str]]:
    """Names of sheets by table: of statements the one that is named, the one called so, or the first to be seen."""
    names = {plain(name): name for name in book.sheet_names}
    if mapping.sheet and mapping.sheet not in book.sheet_names:
        has = ", ".join(visible(name) for name in book.sheet_names)
        near = nearest(mapping.sheet, book.sheet_names)
        raise ImportRefused(f'{mapping.name}: sheet is "{mapping.sheet}", but {visible(path.name)} has {has}{near}')
    seen = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    first = next(iter([*seen, *book.sheet_names]), "")
    statements = mapping.sheet or names.get(STATEMENTS) or first
    yield STATEMENTS, statements
    for name in book.sheet_names:
        if name != statements and plain(name) in OTHERS:
            yield plain(name), name
        elif name != statements:
            report.skip("sheets that are no table of ours", f"{name} in {path.name}")
