"""Where are newer texts of sources read from? A folder of text files, or what `python -m data.hydrate` fetched."""

from collections.abc import Collection
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet

from data.hydrate.pages import kept
from data.problems import Problem, RecordsError
from data.reading import read_text


def newer_texts(place: Path, sources: Collection[str]) -> dict[str, str]:
    """Read the newer texts of some sources.

    Args:
        place: A folder with one <source_id>.txt a source, or a store of fetched texts.
        sources: Source ids.

    Returns:
        Texts by source id, of those sources that have one there.

    Raises:
        RecordsError: the folder does not exist, or a text in it cannot be read.
    """
    if not place.is_dir():
        raise RecordsError([Problem(str(place), None, "is no folder; name one that holds newer texts")])
    if (place / "texts.parquet").is_file() or (place / "pages").is_dir():
        return _fetched(place, sources)
    return _files(place, sources)


def _files(folder: Path, sources: Collection[str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.txt")):
        if path.stem in sources:
            try:
                texts[path.stem] = read_text(path)
            except RecordsError as error:
                problems += error.problems
    if problems:
        raise RecordsError(problems)
    return texts


def _fetched(store: Path, sources: Collection[str]) -> dict[str, str]:
    """Texts that were fetched; those of sources with a text of their own are only among the pages."""
    pages = ((source, kept(store / "pages", source)) for source in sorted(sources))
    texts = {source: page.text for source, page in pages if page and page.text is not None}
    return _table(store / "texts.parquet", sources) | texts


def _table(file: Path, sources: Collection[str]) -> dict[str, str]:
    if not file.is_file():
        return {}
    try:
        rows = pa.parquet.read_table(file, columns=["source_id", "text"]).to_pylist()
    except (pa.ArrowException, OSError) as error:
        what = "cannot be read; delete it or run `python -m data.hydrate`"
        raise RecordsError([Problem(file.name, None, what)]) from error
    return {row["source_id"]: row["text"] for row in rows if row["source_id"] in sources}
