"""The default page answers at its own name, too."""

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api import pages

client = TestClient(Starlette(routes=pages.ROUTES), follow_redirects=False)
VIEW = "from=2020-03-01&actor=FRA"


@pytest.mark.parametrize(("asked", "told"), [("/map", "./"), (f"/map?{VIEW}", f"./?{VIEW}")])
def test_the_map_leads_to_the_root_with_the_view(asked, told):
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["location"]) == (308, told)


def test_nothing_foreign_can_be_the_target():
    assert client.get("/map?https://evil.test").headers["location"].startswith("./?")
