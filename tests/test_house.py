"""The house rules that no linter knows. Each holds for the next page, query and record table too."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("api", "charts", "data", "desk", "exports", "methods", "pages", "queries", "ui")
MODULES = sorted([*ROOT.glob("*.py"), *(path for room in ROOMS for path in ROOT.glob(f"{room}/**/*.py"))])
PAGES = sorted(ROOT.glob("pages/*/*.py"))
SELDOM_INSTALLED = ["requirements-spark.txt", "requirements-audit.txt"]
QUERIES = sorted(ROOT.glob("queries/**/*.sql"))
TABLES = sorted(ROOT.glob("data/records/*.csv"))
NAMELESS = {"src", "utils", "util", "helpers", "common", "core", "lib", "misc"}
SERVED = [path for path in MODULES if "data" not in path.parts] + sorted(
    path for room in ROOMS for ending in ("css", "html", "js") for path in ROOT.glob(f"{room}/**/*.{ending}")
)
# Evidence links to archived copies and an actor to its entry; SVG, annotations, feeds, packages and claims are declared
# by a name; example.org stands for any host in a docstring: none asks for anything by itself.
NAMED_HOSTS = {
    "http://purl.org",
    "https://datapackage.org",
    "https://example.org",
    "http://www.w3.org",
    "https://schema.org",
    "https://web.archive.org",
    "https://www.w3.org",
    "https://www.wikidata.org",
}


def relative(path):
    return str(path.relative_to(ROOT))


def imports_of(path):
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_every_folder_is_named_for_what_is_in_it():
    folders = {part for path in MODULES for part in path.relative_to(ROOT).parts[:-1]}
    assert not folders & NAMELESS


def test_every_page_lies_in_a_section():
    assert PAGES
    assert not list(ROOT.glob("pages/*.py")), "Streamlit would serve these by itself, without the frame."


def test_no_two_pages_share_the_name_that_their_address_is_made_of():
    stems = [path.stem for path in PAGES]
    assert len(set(stems)) == len(stems)


@pytest.mark.parametrize("path", [*PAGES, *QUERIES], ids=relative)
def test_every_page_and_every_query_fits_on_one_screen(path):
    # A question's header is its contract, and is as long as its parameters and columns are many.
    lines = [line for line in path.read_text().splitlines() if not line.startswith("-- ")]
    assert len(lines) <= 60


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text()))


@pytest.mark.parametrize("path", TABLES, ids=relative)
def test_every_record_table_has_its_description(path):
    assert path.with_suffix(".yml").exists()


def test_every_description_has_its_records_and_the_one_spelling():
    described = {path.stem for path in ROOT.glob("data/records/*.yml")} - {"collection"}
    assert described == {path.stem for path in TABLES}
    assert not list(ROOT.glob("data/**/*.yaml"))


@pytest.mark.parametrize("path", SERVED, ids=relative)
def test_nothing_that_is_served_names_a_foreign_host(path):
    hosts = set(re.findall(r"https?://[\w.-]+", path.read_text()))
    assert hosts <= NAMED_HOSTS


def test_the_server_and_the_frame_import_only_the_rooms_below_them():
    rooms = {*ROOMS, "app", "shell", "tests"}
    assert rooms & set(imports_of(ROOT / "app.py")) <= {"api", "ui"}
    assert rooms & set(imports_of(ROOT / "shell.py")) <= {"ui"}


def test_every_requirement_is_pinned_and_the_pins_agree():
    def pins(name):
        lines = (ROOT / name).read_text().splitlines()
        return {line.lower().replace("_", "-") for line in lines if line and not line.startswith(("#", "-r"))}

    asked = {file.name: pins(file.name) for file in ROOT.glob("requirements*.txt")}
    assert all(re.fullmatch(r"[\w-]+==[\w.]+", line) for lines in asked.values() for line in lines)
    known = {line.partition("==")[0]: line for line in pins("constraints.txt")}
    # What is installed when asked for only is not among the constraints, but what both name, they name alike.
    for file in SELDOM_INSTALLED:
        others = asked.pop(file)
        assert {line for line in others if known.get(line.partition("==")[0], line) != line} == set()
        assert not any(line.startswith("pyspark==") for line in others)
    assert set().union(*asked.values()) <= set(known.values())


def test_readme_names_the_two_commands_and_nothing_that_is_not_there():
    readme = (ROOT / "README.md").read_text()
    assert "make run" in readme
    assert "make test" in readme
    links = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_the_guides_name_exists(name):
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    named = set(re.findall(r"`make ([a-z]+)", (ROOT / name).read_text()))
    assert named
    assert named <= set(re.findall(r"^  make (\w+)", listed, flags=re.M))


def test_changelog_opens_with_what_is_newest():
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), flags=re.M)
    assert headings
    assert headings[0] == "Unreleased" or re.match(r"\d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)$", headings[0])


def test_no_reader_is_shown_a_traceback_or_counted_by_others():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["browser"]["serverAddress"]
