"""Disks that are full, and what is long: tests marked `chaos` run with --chaos alone, as `make chaos` does."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.data.conftest import run_build
from tests.data.small import make_collection

KB = 1024


class Disk:
    """A file system of its own, as small as one likes."""

    def __init__(self, folder: Path):
        self.folder = folder

    @property
    def free(self) -> int:
        """Bytes that are left."""
        told = os.statvfs(self.folder)
        return told.f_bavail * told.f_frsize

    @contextmanager
    def full_but_for(self, left: int):
        """Fill it up, so that so many bytes are left within the block."""
        filler = self.folder / "filler"
        with filler.open("wb") as out:
            size = self.free - left
            os.posix_fallocate(out.fileno(), 0, size)
        try:
            yield
        finally:
            filler.unlink()


@pytest.fixture
def disk(tmp_path):
    """A disk of 24 MB; needs the right to mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    asked = [mount or "mount", "-t", "tmpfs", "-o", "size=24m", "none", str(folder)]
    if mount is None or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("no disk of a chosen size: this user may not mount a tmpfs here")
    yield Disk(folder)
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture(scope="module")
def published_once(tmp_path_factory):
    """A small collection that was built and published, with room for more rows."""
    home = make_collection(tmp_path_factory.mktemp("once") / "data", most_rows=200)
    assert run_build(home) == 0
    return home


@pytest.fixture
def home(published_once, tmp_path):
    """A copy of it that a test may harm."""
    return shutil.copytree(published_once.parent, tmp_path / "copy") / "data"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones included: bytes by path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "filler"
    }
