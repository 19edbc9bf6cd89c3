"""What one page, or all of them, may leave in the server's memory has an end; Streamlit sets none."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from api.guard.sizes import MOST_UPLOADED, UPLOADS
from api.guard.uploads import LEAST, OF_A_PAGE, OF_ALL, RoomForUploads
from ui import uploads


@pytest.fixture
def manager(monkeypatch):
    held = MemoryUploadedFileManager(UPLOADS)
    monkeypatch.setattr(Runtime, "_instance", SimpleNamespace(uploaded_file_mgr=held))
    return held


@pytest.fixture
def client(manager):
    async def put(request):
        page, file = request.path_params["page"], request.path_params["file"]
        manager.add_file(page, UploadedFileRec(file, "a.txt", "text/plain", await request.body()))
        return PlainTextResponse("held")

    async def take_back(request):
        manager.remove_file(request.path_params["page"], request.path_params["file"])
        return PlainTextResponse("gone")

    path = f"{UPLOADS}{{page}}/{{file}}"
    routes = [Route(path, put, methods=["PUT"]), Route(path, take_back, methods=["DELETE"])]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(RoomForUploads, held=uploads.held)]))


def test_one_page_holds_so_much_and_no_more(client):
    most = bytes(MOST_UPLOADED)
    answers = [client.put(f"{UPLOADS}one/{number}", content=most) for number in range(6)]
    assert [each.status_code for each in answers] == [200] * 5 + [413]
    assert answers[-1].json()["title"] == "Too much was sent"
    assert client.put(f"{UPLOADS}two/1", content=b"abc").status_code == 200
    client.delete(f"{UPLOADS}one/0")
    assert client.put(f"{UPLOADS}one/9", content=most).status_code == 200


def test_small_files_are_many_and_have_an_end_too(client, manager):
    for number in range((OF_A_PAGE - MOST_UPLOADED) // LEAST):
        manager.add_file("one", UploadedFileRec(f"{number}", "a.txt", "text/plain", b""))
    assert client.put(f"{UPLOADS}one/last", content=b"").status_code == 200
    assert client.put(f"{UPLOADS}one/more", content=b"").status_code == 413


def test_all_pages_hold_no_more_than_the_server_has_room_for(client, manager):
    most = bytes(MOST_UPLOADED)
    for number in range(OF_ALL // MOST_UPLOADED):
        manager.add_file(f"page {number}", UploadedFileRec("a", "a.txt", "text/plain", most))
    answer = client.put(f"{UPLOADS}one/1", content=b"abc")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    manager.remove_session_files("page 0")
    assert client.put(f"{UPLOADS}one/1", content=b"abc").status_code == 200


def test_without_a_running_app_nothing_is_held(monkeypatch):
    monkeypatch.setattr(Runtime, "_instance", None)
    assert uploads.held() == {}


def test_the_server_has_it():
    assert "RoomForUploads, held=uploads.held" in (Path(__file__).parents[3] / "app.py").read_text()
