"""How do readers get to see what was saved?"""

from pathlib import Path

from data import build
from data.swap import locked
from queries import intact
from queries.versions import home as versions_of
from queries.versions import read


def rebuild(home: Path) -> str:
    """Build a collection as `python -m data.build` does, unless what was built holds the records as they are.

    Whoever comes while another build runs waits for it; several saves made meanwhile then share one build.

    Args:
        home: Folder with records/ and texts/; parquet/ and versions/ are written. The project's own has the page of the
            dictionary, too.

    Returns:
        The data version that is built now.

    Raises:
        RecordsError: holds every fault of the records; nothing was written.
        OSError: something could not be written; what was built before stays.
    """
    with locked(home):
        built = build.read(home)
        version = str(built.tables["collection"]["data_version"][0])
        if not _is_built(home, built, version):
            build.write(built, home, build.page_of(home))
    return version


def _is_built(home: Path, built: build.Built, version: str) -> bool:
    parquet = home / "parquet"
    kept = {each.version for each in read(versions_of(parquet, built.collection.collection_id))}
    try:
        intact.refuse_damaged(parquet)
        return version in kept and intact.row_of_collection(parquet)["data_version"] == version
    except (FileNotFoundError, intact.Damaged):
        return False
