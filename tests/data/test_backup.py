"""What docs/deploy.md says of backups, done with a copy: nothing is different afterwards."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ("records", "texts", "versions", "reviews")


def commands():
    """The commands of the page, in its order."""
    text = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8").partition("## Backup and restore")[2]
    return [line for block in re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL) for line in block.splitlines()]


def contents(data):
    return {
        str(file.relative_to(data)): file.read_bytes()
        for part in KEPT
        for file in (data / part).rglob("*")
        if file.is_file()
    }


def test_a_backup_brings_everything_back(tmp_path):
    data = tmp_path / "data"
    for part in (*KEPT, "parquet"):
        if (ROOT / "data" / part).is_dir():
            shutil.copytree(ROOT / "data" / part, data / part)
    (data / "reviews").mkdir(exist_ok=True)
    (data / "reviews" / "one.json").write_text("{}", encoding="utf-8")
    before = contents(data)
    pack, remove, unpack, build = commands()
    assert build == "python -m data.build"
    packed = next(word for word in unpack.split() if word.startswith("demarche-"))
    for command in (pack.replace("demarche-$(date +%F).tar.gz", packed), remove, unpack):
        subprocess.run(["bash", "-euc", command], cwd=tmp_path, check=True)
    assert contents(data) == before
    building = [sys.executable, "-m", "data.build", "--data", str(data), "--page", str(tmp_path / "data.md")]
    built = subprocess.run(building, cwd=ROOT, check=True, capture_output=True, text=True)
    assert built.returncode == 0
    assert contents(data) == before
    tables = {file.name: file.read_bytes() for file in (ROOT / "data" / "parquet").glob("*.parquet")}
    assert {file.name: file.read_bytes() for file in (data / "parquet").glob("*.parquet")} == tables
