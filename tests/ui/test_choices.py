"""A day is chosen in its field or set elsewhere, and a field that is out of date never speaks again."""

from datetime import date

from streamlit.testing.v1 import AppTest


def page():
    from datetime import date

    import streamlit as st

    from ui import choices

    st.session_state.setdefault("from", date(2018, 1, 1))

    def drag():
        st.session_state["from"] = date(2020, 3, 1)

    st.button("Drag", on_click=drag)
    choices.day("From", "from", date(1988, 1, 1), date(2026, 12, 31), lambda: None)


def test_a_chosen_day_is_the_parameter_and_stays_in_its_field():
    app = AppTest.from_function(page).run()
    key = app.date_input[0].key
    app.date_input[0].set_value(date(2019, 5, 6)).run()
    assert app.session_state["from"] == app.date_input[0].value == date(2019, 5, 6)
    assert app.date_input[0].key == key
    app.run()
    assert app.session_state["from"] == date(2019, 5, 6)
    assert app.date_input[0].key == key


def test_a_day_that_was_set_elsewhere_is_shown_in_a_new_field():
    app = AppTest.from_function(page).run()
    old = app.date_input[0]
    app.button[0].click().run()
    assert app.session_state["from"] == app.date_input[0].value == date(2020, 3, 1)
    assert app.date_input[0].key != old.key
    assert app.date_input[0].id != old.id


def test_what_an_old_field_still_sends_counts_for_nothing():
    app = AppTest.from_function(page).run()
    old = app.date_input[0]
    app.button[0].click().run()
    # The browser sends what every field holds that it has not yet taken away.
    app.main.children[99] = old.set_value(date(2018, 1, 1))
    app.run()
    assert app.session_state["from"] == app.date_input[0].value == date(2020, 3, 1)


def test_another_edition_has_fields_of_its_own(monkeypatch):
    app = AppTest.from_function(page).run()
    old = app.date_input[0]
    old.set_value(date(2019, 5, 6)).run()
    # What `ui.collections.settle` does: the session forgets what it held of the edition before.
    for key in ("from", "_from"):
        del app.session_state[key]
    monkeypatch.setattr("ui.collections.chosen", lambda: "another@1")
    app.run()
    assert app.session_state["from"] == app.date_input[0].value == date(2018, 1, 1)
    assert app.date_input[0].id != old.id


def test_a_cleared_day_is_none():
    app = AppTest.from_function(page).run()
    app.date_input[0].set_value(None).run()
    assert app.session_state["from"] is None
