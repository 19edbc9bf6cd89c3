"""How is the newest save taken back, so that every byte is as before?"""

import json
import re
from collections.abc import Mapping, Sequence
from itertools import islice, takewhile
from pathlib import Path
from typing import Any, NamedTuple

from data import journal, keeping
from data.description_files import read_collection
from data.descriptions import Collection
from data.lines import Splice, undone
from data.problems import shown
from data.saving import drafts, reviews
from data.saving.checking import check
from data.saving.given import ChangedMeanwhile
from data.saving.published import versions
from data.swap import locked
from queries.versions import home_in

INSTEAD = "correct or retract its statements instead"
# A review may have been edited by anybody: it must not lead to other files.
TOUCHED = re.compile(r"records/[a-z_]+\.csv|texts/[A-Za-z0-9-]+\.txt")


class _File(NamedTuple):
    """A file that the save wrote: fingerprints before (None if it was not there) and after, and what was put in."""

    before: str | None
    after: str
    splices: Sequence[Splice]


class _Save(NamedTuple):
    """What the review of a save says of it: its files by path, and a row by which versions that hold it are known."""

    files: Mapping[str, _File]
    table: str
    id: str


def undo(home: Path, save_id: str) -> None:
    """Take back the newest save, its review included, and forget the version that was built of it.

    Args:
        home: Folder with records/, texts/, reviews/ and versions/.
        save_id: Of an addition or a correction.

    Raises:
        ChangedMeanwhile: it is not the newest, or what it wrote has been changed or built upon since.
        RecordsError: the collection without it would have faults.
        OSError: the files cannot be written.
    """
    # Builds lock in this order too.
    with locked(home), journal.settled(home):
        file = _newest(home, save_id)
        save = _read(file)
        contents = {name: _before(home, name, each, save_id) for name, each in save.files.items()}
        collection = read_collection(home / "records")
        built = _built(home, collection, save, save_id)
        check(home, contents, is_replacing=bool(built))
        for version in built:
            # First: killed after it, the next build keeps the version anew, and the save can still be taken back.
            keeping.drop(home_in(home / "versions", collection.collection_id), collection, version)
        journal.replace(home, contents | {f"{reviews.FOLDER}/{file.name}": None})


def _newest(home: Path, save_id: str) -> Path:
    saves = reviews.saves(home)
    if save_id not in saves:
        raise ChangedMeanwhile(f"save {shown(save_id)} is not there; it was taken back already")
    if save_id != [*saves][-1]:
        raise ChangedMeanwhile(f"save {save_id} is not the newest any more; {INSTEAD}")
    return saves[save_id]


def _read(file: Path) -> _Save:
    try:
        said = json.loads(file.read_bytes())
        files = {name: _file(**told) for name, told in said["files"].items() if TOUCHED.fullmatch(name)}
        if len(files) == len(said["files"]) and said["known_by"]["table"] in drafts.KNOWN_BY:
            return _Save(files, **said["known_by"])
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise ChangedMeanwhile(f"{reviews.FOLDER}/{file.name} is not as it was written; restore it, or {INSTEAD}")


def _file(before: str | None, after: str, splices: Sequence[Mapping[str, Any]] = ()) -> _File:
    return _File(before, after, [Splice(int(each["at"]), str(each["put"]), str(each["was"])) for each in splices])


def _before(home: Path, name: str, told: _File, save_id: str) -> bytes | None:
    """The content of a file before the save, None if it was not there."""
    path = home / name
    content = path.read_bytes() if path.is_file() else b""
    if drafts.sha256(content) != told.after:
        raise ChangedMeanwhile(f"{name} was changed after save {save_id}, so that it cannot be taken back; {INSTEAD}")
    if told.before is None:
        return None
    before = undone(content.decode(), told.splices).encode()
    if drafts.sha256(before) != told.before:
        raise ChangedMeanwhile(f"the review of save {save_id} does not say what {name} was; restore it, or {INSTEAD}")
    return before


def _built(home: Path, collection: Collection, save: _Save, save_id: str) -> Sequence[str]:
    """The version that holds the save, if there is one."""
    held = takewhile(lambda each: save.id in each.ids, versions(home, collection, save.table))
    built = [each.version for each in islice(held, 2)]
    if len(built) > 1:
        what = f"save {save_id} is in more than one version ({', '.join(built)})"
        raise ChangedMeanwhile(f"{what}, so that it cannot be taken back; {INSTEAD}")
    return built
