"""Many modules of JavaScript become one, in every room of `ui/` that has a component of several."""

import re
from collections import Counter
from importlib import import_module

import pytest

from ui import script

ROOMS = sorted(
    path.parent.name for path in script.SHARED.parent.glob("*/__init__.py") if "\nMODULES = " in path.read_text()
)
IMPORT = re.compile(r'^import \{([^}]*)\} from "(?:\./|\.\./)((?:drawn/)?\w+)\.js";$', flags=re.M)
NAMED = re.compile(r"^(export )?(?:default )?(?:async )?(?:function\*?|class|const|let) (\w+)", flags=re.M)
FOLDERS = {path.name: path for path in script.SHARED.parent.iterdir() if path.is_dir()}
CASES = [(room, module) for room in ROOMS for module in import_module(f"ui.{room}").MODULES]


def modules(room):
    return import_module(f"ui.{room}").MODULES


def source(room, module):
    return script.text(FOLDERS[room], module)


def exported(room, module):
    return {name for is_exported, name in NAMED.findall(source(room, module)) if is_exported}


def imported(room, module):
    shared = "drawn/" if module.startswith("drawn/") else ""
    return {
        (found if found.startswith("drawn/") else shared + found, name.strip())
        for names, found in IMPORT.findall(source(room, module))
        for name in names.split(",")
    }


def test_there_are_such_rooms():
    assert "world_map" in ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_every_file_of_javascript_is_joined(room):
    own = [module for module in modules(room) if not module.startswith("drawn/")]
    assert sorted(own) == sorted(path.stem for path in FOLDERS[room].glob("*.js"))


def test_every_shared_module_is_used():
    used = {module for room in ROOMS for module in modules(room) if module.startswith("drawn/")}
    assert used == {f"drawn/{path.stem}" for path in script.SHARED.glob("*.js")}


@pytest.mark.parametrize(("room", "module"), CASES)
def test_a_module_imports_only_what_modules_before_it_export(room, module):
    before = modules(room)[: modules(room).index(module)]
    for found, name in imported(room, module):
        assert found in before
        assert name in exported(room, found)


@pytest.mark.parametrize("room", ROOMS)
def test_no_two_modules_share_a_name(room):
    names = Counter(name for module in modules(room) for _, name in NAMED.findall(source(room, module)))
    assert [name for name, count in names.items() if count > 1] == []


def test_what_is_exported_is_imported_somewhere():
    def place(room, module):
        return module if module.startswith("drawn/") else f"{room}/{module}"

    taken = {(place(room, found), name) for room, module in CASES for found, name in imported(room, module)}
    given = {(place(room, module), name) for room, module in CASES for name in exported(room, module)}
    assert {name for _, name in given - taken} <= {"mount"}


@pytest.mark.parametrize("room", ROOMS)
def test_the_joined_module_imports_nothing_and_exports_one_thing(room):
    joined = script.joined(FOLDERS[room], modules(room))
    assert not re.search(r"^import\b", joined, flags=re.M)
    assert len(re.findall(r"^export .*", joined, flags=re.M)) == 1
    assert re.search(r"^export default function mount\(", joined, flags=re.M)


@pytest.mark.parametrize("room", ROOMS)
def test_the_javascript_writes_text_and_never_markup_or_code(room):
    joined = script.joined(FOLDERS[room], modules(room))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", joined)
