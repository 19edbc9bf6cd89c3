"""What the room of the map promises besides the map itself: one module out of many, and what a run hands over."""

import re
from collections import Counter
from typing import Any

import pytest
import streamlit as st

from charts import shapes
from ui import world_map
from ui.vocabulary import MAP_VIEWS

SOURCES = {module: (world_map.FOLDER / f"{module}.js").read_text() for module in world_map.MODULES}
IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";$', flags=re.M)
NAMED = re.compile(r"^(export )?(?:default )?(?:async )?(?:function\*?|class|const|let) (\w+)", flags=re.M)
DRAWING: dict[str, Any] = {"label": "A map", "classes": [], "actors": {}, "frames": None}


def exported(module):
    return {name for is_exported, name in NAMED.findall(SOURCES[module]) if is_exported}


def imported(module):
    return {(source, name.strip()) for names, source in IMPORT.findall(SOURCES[module]) for name in names.split(",")}


def test_every_file_of_javascript_is_joined():
    assert sorted(world_map.MODULES) == sorted(path.stem for path in world_map.FOLDER.glob("*.js"))


@pytest.mark.parametrize("module", world_map.MODULES)
def test_a_module_imports_only_what_modules_before_it_export(module):
    before = world_map.MODULES[: world_map.MODULES.index(module)]
    for source, name in imported(module):
        assert source in before
        assert name in exported(source)


def test_no_two_modules_share_a_name():
    names = Counter(name for source in SOURCES.values() for _, name in NAMED.findall(source))
    assert len(names) > len(SOURCES)
    assert [name for name, count in names.items() if count > 1] == []


def test_what_is_exported_is_imported_somewhere():
    taken = {pair for module in world_map.MODULES for pair in imported(module)}
    given = {(module, name) for module in world_map.MODULES for name in exported(module)}
    assert given - taken == {("main", "mount")}


def test_the_joined_module_imports_nothing_and_exports_one_thing():
    joined = world_map.joined()
    assert not re.search(r"^import\b", joined, flags=re.M)
    assert re.findall(r"^export .*", joined, flags=re.M) == [
        "export default function mount({ parentElement, data, setTriggerValue }) {"
    ]
    assert [name for _, name in NAMED.findall(joined)] == [
        name for module in world_map.MODULES for _, name in NAMED.findall(SOURCES[module])
    ]


def test_the_javascript_writes_text_and_never_markup_or_code():
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", world_map.joined()
    )


@pytest.fixture
def mounted(monkeypatch):
    calls = []
    monkeypatch.setattr(world_map, "_mount", lambda **arguments: calls.append(arguments))
    heard = []
    on = world_map.Callbacks(
        *(lambda value, name=name: heard.append((name, value)) for name in ("choose", "view", "day", "painted"))
    )
    world_map.show(DRAWING, world_map.MapState("europe", "FRA", "2020-04-30"), on)
    [call] = calls
    return call, heard


def test_a_run_hands_over_the_drawing_the_state_and_where_the_outlines_are(mounted):
    call, _ = mounted
    assert call["key"] == "world-map"
    assert {name: call["data"][name] for name in ("drawing", "view", "chosen", "day", "shapes")} == {
        "drawing": DRAWING,
        "view": "europe",
        "chosen": "FRA",
        "day": "2020-04-30",
        "shapes": shapes.map_url(),
    }
    assert {view["key"]: view["words"] for view in call["data"]["views"]} == MAP_VIEWS
    assert [view["box"] for view in call["data"]["views"]] == [shapes.picture()["views"][view] for view in MAP_VIEWS]


@pytest.mark.parametrize(
    ("name", "value"), [("choose", "FRA"), ("choose", ""), ("view", "pacific"), ("day", "2020-04-01")]
)
def test_what_the_map_reports_reaches_who_asked(mounted, monkeypatch, name, value):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"world-map": {name: value}})
    call[f"on_{name}_change"]()
    assert heard == [(name, value)]


@pytest.mark.parametrize("report", [{}, {"choose": None}, {"choose": ["FRA"]}, {"choose": 7}])
def test_what_no_map_would_report_is_not_passed_on(mounted, monkeypatch, report):
    call, heard = mounted
    monkeypatch.setattr(st, "session_state", {"world-map": report})
    call["on_choose_change"]()
    assert heard == []
