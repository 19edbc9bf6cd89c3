"""A built small collection, and a way to build it again."""

import shutil
from pathlib import Path

import pytest

from data import build
from tests.data.small import make_collection

VERSIONS = shutil.ignore_patterns("versions")


@pytest.fixture(scope="session")
def built_once(tmp_path_factory):
    made = make_collection(tmp_path_factory.mktemp("once") / "data")
    assert run_build(made) == 0
    return made.parent


@pytest.fixture
def home(built_once, tmp_path):
    """Folder of a small collection that has been built once, and never published: its rows may still change."""
    return shutil.copytree(built_once, tmp_path / "copy", ignore=VERSIONS) / "data"


@pytest.fixture
def published(built_once, tmp_path):
    """Folder of a small collection whose first version is kept."""
    return shutil.copytree(built_once, tmp_path / "published") / "data"


def run_build(home: Path, *options: str) -> int:
    return build.main(["--data", str(home), "--page", str(home.parent / "data.md"), *options])


def files_of(home: Path) -> dict[str, tuple[bytes, int]]:
    """Tables and page that the build writes: bytes and time of change by file."""
    written = [*(home / "parquet").glob("*.parquet"), home.parent / "data.md"]
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in written}
