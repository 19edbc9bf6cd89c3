"""Where does the index of a collection lie, what is in it, and is it whole?

An index is a folder named for what it was made from. Beside tantivy's files it holds their hashes, written last, so
that a half-written or damaged one is never taken for an index.
"""

import hashlib
import json
from datetime import date
from pathlib import Path
from threading import Lock

import duckdb
import tantivy

import queries
from queries.full_text.words import STEMMER

# Raised when words are folded, cut or indexed in another way; old indexes are then made anew.
FORMAT = 2
HASHES = "hashes.json"
# Of documents: counted as facets, and filtered by.
DIMENSIONS = ("found_in", "country", "language", "actor", "year")
# A place between two parts of a document, which no phrase crosses. It is no word, so no query finds it.
GAP = " ¶ "
# Days are counted from here.
EPOCH = date(1970, 1, 1)

_opening = Lock()
_opened: dict[Path, tantivy.Searcher] = {}


class NoIndex(LookupError):
    """There is no index of this version, or what stands there is damaged."""


def schema() -> tantivy.Schema:
    """Say which fields a document has.

    Texts come in folded, with blanks between words: `stems` are cut from these, `words` keep them and their places.
    Numbers are signed: an unsigned fast field ends tantivy's writer.
    """
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("found_in", stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    for field in ("country", "language", "actor"):
        builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    for field in ("year", "day"):
        builder.add_integer_field(field, fast=True, indexed=True)
    builder.add_integer_field("has_body", indexed=True)
    for field in ("heading_stems", "stems"):
        builder.add_text_field(field, tokenizer_name="stems", index_option="freq")
    for field in ("heading_words", "words"):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="position")
    return builder.build()


def empty_index(folder: Path) -> tantivy.Index:
    """Make an index without documents in an empty folder."""
    index = tantivy.Index(schema(), path=str(folder), reuse=False)
    stems = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).filter(STEMMER).build()
    index.register_tokenizer("stems", stems)
    return index


def version(connection: duckdb.DuckDBPyConnection) -> str:
    """Name the index of a collection by what it is made from: 12 hexadecimal digits."""
    (made_from,) = queries.answer(connection, "index_version", {}).to_pylist()
    return hashlib.sha256(json.dumps([FORMAT, *made_from.values()]).encode()).hexdigest()[:12]


def home(folder: Path, texts: Path | None) -> Path:
    """Name the folder that the index of a collection lies in: beside its tables, or beside texts fetched for it.

    Args:
        folder: Of the collection.
        texts: File of fetched texts, which need not exist.
    """
    return (texts.parent if texts and texts.is_file() else folder) / "index"


def opened(folder: Path) -> tantivy.Searcher:
    """Open an index for reading, once in this process; threads share it. Of each home, the last one stays open.

    Args:
        folder: What `home` names, and in it the version.

    Raises:
        NoIndex: there is none, or not as it was written.
    """
    with _opening:
        if folder not in _opened:
            searcher = open_whole(folder)
            # What it took the place of is gone from the disk as soon as nobody searches it any more.
            for other in [each for each in _opened if each.parent == folder.parent]:
                del _opened[other]
            _opened[folder] = searcher
        return _opened[folder]


def open_whole(folder: Path) -> tantivy.Searcher:
    """Open an index for reading; arguments and errors are those of `opened`."""
    if not is_whole(folder):
        raise NoIndex(f"{folder}: no index there, or a damaged one; run `python -m data.index`")
    try:
        index = tantivy.Index.open(str(folder))
        # Nothing is ever added to an index, so nobody needs to watch it.
        index.config_reader("manual", 0)
        return index.searcher()
    except ValueError as error:
        # This is what tantivy says of files that are gone.
        raise NoIndex(f"{folder}: the index was replaced just now") from error


def is_whole(folder: Path) -> bool:
    """Whether a folder holds an index just as it was written."""
    try:
        return bool(json.loads((folder / HASHES).read_bytes()) == hashes(folder))
    except (OSError, ValueError):
        return False


def hashes(folder: Path) -> dict[str, str]:
    """Hash every file of an index but the list of hashes and the locks."""
    return {
        file.name: _sha256(file) for file in sorted(folder.iterdir()) if file.name != HASHES and file.suffix != ".lock"
    }


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
