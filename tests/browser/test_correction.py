"""An editor corrects a stance by the form, and map and corrections follow; of fictional statements."""

import re

import pytest
from playwright.sync_api import expect

from queries import permission
from tests.browser.server import running_app
from tests.browser.verbs import PATIENCE_MS, a_run, axe_violations_in_themes, horizontal_overflow, open_page, show_whole
from tests.data.conftest import run_build
from tests.data.small import make_collection, replace_in

STATEMENT = "2004-02-rur-border"
FILTERS = "issue=border&from=1993-01-01&to=2004-12-31"


@pytest.fixture(scope="module")
def desk_url(tmp_path_factory):
    """An app that may change its collection, whose Ruritania has the outline of Norway."""
    home = make_collection(tmp_path_factory.mktemp("corrected") / "data")
    replace_in(home / "records" / "collection.yml", b"name: nagorno-karabakh", b"name: ruritania")
    for file in (home / "records").glob("*.csv"):
        file.write_bytes(file.read_bytes().replace(b"RUR", b"NOR"))
    assert run_build(home) == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DEMARCHE_DATA", str(home / "parquet"))
        patch.setenv(permission.VARIABLE, permission.ALLOWED)
        with running_app() as url:
            yield url


def type_into(page, label, text):
    page.get_by_label(label).fill(text)


def choose(page, label, option):
    box = page.get_by_test_id("stForm").get_by_role("combobox", name=label, exact=True)
    box.click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_stance_is_corrected_by_the_form_and_the_map_changes(desk_url, desktop):
    page = desktop.page
    open_page(page, f"{desk_url}/?{FILTERS}")
    expect(page.locator("#at-NOR")).to_have_attribute("aria-label", re.compile("No side"))
    open_page(page, f"{desk_url}/statements?{FILTERS}&statement={STATEMENT}")
    with a_run(desktop):
        page.get_by_role("link", name="Correct this statement").click()
    type_into(page, "Why it is corrected", "The source says yes.")
    with a_run(desktop):
        page.get_by_test_id("stSidebar").get_by_role("radio", name="All years").or_(
            page.get_by_test_id("stSidebar").get_by_role("button", name="All years")
        ).first.click()
    expect(page.get_by_label("Why it is corrected")).to_have_value("The source says yes.")
    choose(page, "Stance", "Support")
    type_into(page, "Your name", "Ed")
    with a_run(desktop):
        page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_text("The correction was saved.")).to_be_visible(timeout=PATIENCE_MS)
    show_whole(page)
    assert axe_violations_in_themes(page) == []
    assert horizontal_overflow(page) == []
    with a_run(desktop):
        page.get_by_role("link", name="The map").click()
    expect(page.locator("#at-NOR")).to_have_attribute("aria-label", re.compile("For it"), timeout=PATIENCE_MS)
    with a_run(desktop):
        page.get_by_role("link", name="Corrections", exact=True).click()
    told = page.locator("ul.corrections li")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("stance was “Neutral” and is “Support”")
    expect(told).to_contain_text("Why: The source says yes.")
    with a_run(desktop):
        told.get_by_role("link", name="As it stood before").click()
    expect(page.get_by_text("You are reading the data of")).to_be_visible()
    expect(page.locator("[data-testid='stMain'] .claim .stance").first).to_have_text("No side")
    assert desktop.problems == []
    assert desktop.foreign_requests() == []
