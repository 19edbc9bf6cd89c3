"""The page at /api is readable at every size and in every theme, and asks for nothing but its style sheet."""

from tests.browser.verbs import axe_violations_in_themes, horizontal_overflow


def test_the_description_of_the_api_is_sound_at_every_size_and_in_every_theme(app_url, screen):
    screen.page.goto(f"{app_url}/api", wait_until="networkidle")
    for details in screen.page.locator("details").all()[:4]:
        details.locator("summary").click()
    assert screen.page.locator("h1").inner_text() == "How do I take the data with me?"
    assert horizontal_overflow(screen.page) == []
    assert axe_violations_in_themes(screen.page) == []
    assert screen.problems == []
    assert screen.foreign_requests() == []
