"""A closed page, login, the page, logout; and somebody without the right."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.provider import CLIENT, SECRET, provided
from tests.browser.server import running_app
from tests.browser.verbs import axe_violations_in_themes, open_page

ANNA = {"name": "Anna Kok", "email": "anna@paper.example", "email_verified": True}
BEN = {"name": "Ben Oz", "email": "ben@other.example", "email_verified": True}


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """Address of a server that asks who is there, and what its provider notes."""
    secrets = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    with provided() as (provider, notes):
        secrets.write_text(
            f"""
            [auth]
            redirect_uri = "http://localhost:{{port}}/oauth2callback"
            cookie_secret = "{"0123456789abcdef" * 3}"
            client_id = "{CLIENT}"
            client_secret = "{SECRET}"
            server_metadata_url = "{provider}/.well-known/openid-configuration"

            [access]
            contact = "the night desk"
            sql = ["@paper.example"]
            write = ["group:editors"]
            """,
            encoding="utf-8",
        )
        with running_app("app.py", "--secrets.files", str(secrets)) as url:
            yield url, notes


def closing(page):
    """What a closed page says."""
    return page.get_by_test_id("stAlert")


def log_in(page, claims):
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Claims").fill(json.dumps(claims))
    page.get_by_role("button", name="Go on").click()


def test_who_has_the_right_logs_in_comes_back_to_the_page_and_logs_out(closed, new_screen):
    url, notes = closed
    screen = new_screen("desktop", is_kept=False)
    page = screen.page
    open_page(page, f"{url}/sql?sql=select+42+as+answer")
    box = page.get_by_role("textbox", name="Your question, in SQL")
    expect(closing(page)).to_contain_text("Not everybody may ask questions of your own here.")
    expect(box).to_have_count(0)
    assert axe_violations_in_themes(page) == []
    log_in(page, ANNA)
    page.wait_for_url(re.compile(r"/sql\?sql=select\+42\+as\+answer"))
    expect(box).to_have_value("select 42 as answer")
    expect(page.get_by_text("Anna Kok <anna@paper.example>")).to_be_visible()
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    held = cookies["_streamlit_user"]
    assert held["httpOnly"]
    assert held["sameSite"] == "Lax"
    open_page(page, f"{url}/add")
    expect(closing(page)).to_contain_text("Not everybody may change the records here. You are logged in as Anna Kok")
    expect(closing(page)).to_contain_text("without that right. Ask the night desk.")
    assert axe_violations_in_themes(page) == []
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(re.compile(rf"^{url}/(\?.*)?$"))
    assert notes.ended == [CLIENT]
    open_page(page, f"{url}/sql")
    expect(page.get_by_role("button", name="Log in")).to_be_visible()
    expect(box).to_have_count(0)


def test_who_is_not_named_stays_outside(closed, new_screen):
    url, _ = closed
    screen = new_screen("phone", is_kept=False)
    page = screen.page
    open_page(page, f"{url}/sql")
    log_in(page, BEN)
    expect(closing(page)).to_contain_text("You are logged in as Ben Oz")
    expect(page.get_by_role("textbox", name="Your question, in SQL")).to_have_count(0)


def test_an_address_that_the_provider_has_not_verified_is_none(closed, new_screen):
    url, _ = closed
    page = new_screen("desktop", is_kept=False).page
    open_page(page, f"{url}/sql")
    log_in(page, ANNA | {"email_verified": False})
    expect(closing(page)).to_contain_text("without that right")
