"""The examples in docs/deploy/ fit the project: paths, ports, variables and limits that they name."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from api.guard.sizes import LONGEST_ADDRESS, MOST_UPLOADED

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "deploy"
UNIT, SITE, IMAGE = ((FOLDER / name).read_text() for name in ("demarche.service", "nginx.conf", "Containerfile"))
PAGE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
CODE = "\n".join(
    file.read_text(encoding="utf-8")
    for room in ("api", "queries", "ui", "data")
    for file in (ROOT / room).rglob("*.py")
)


@pytest.mark.parametrize("text", [UNIT, SITE, IMAGE, PAGE], ids=["unit", "site", "image", "page"])
def test_every_variable_of_ours_exists(text):
    named = set(re.findall(r"DEMARCHE_[A-Z_]+", text))
    assert {name for name in named if f'"{name}"' not in CODE} == set()


def test_all_speak_of_one_port():
    assert set(re.findall(r"--server\.port (\d+)", UNIT)) == set(re.findall(r"127\.0\.0\.1:(\d+)", SITE)) == {"8501"}
    assert {*re.findall(r'"--server.port", "(\d+)"', IMAGE), *re.findall(r"EXPOSE (\d+)", IMAGE)} == {"8501"}
    assert "/healthz" in IMAGE


def test_the_site_lets_through_what_the_server_does():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]
    assert re.findall(r"client_max_body_size +(\d+)m", SITE) == [str(MOST_UPLOADED // 2**20)]
    assert settings["maxUploadSize"] < MOST_UPLOADED // 2**20
    (kilobytes,) = re.findall(r"large_client_header_buffers \d+ (\d+)k", SITE)
    assert int(kilobytes) * 1_024 >= LONGEST_ADDRESS
    assert SITE.count("{") == SITE.count("}")


def test_the_image_copies_what_is_there():
    names = [name for line in re.findall(r"^COPY (.+) \./$", IMAGE, re.MULTILINE) for name in line.split()]
    assert names
    assert all((ROOT / name).is_file() for name in names)
    assert "USER 65534" in IMAGE


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_systemd_understands_the_unit(tmp_path):
    unit = tmp_path / "demarche.service"
    # Whether the program is there is for the machine that it is installed on.
    unit.write_text(re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", UNIT).replace("/srv/demarche", "/"))
    checked = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    assert "demarche.service" not in checked.stderr


def test_no_secret_lies_in_the_project():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    assert not [name for name in listed if Path(name).name in ("secrets.toml", ".env", "environment")]
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8")
    assert "secrets.toml" in ignored
