"""A page with a box for 400 made-up issues and nothing else: python -m streamlit run tests/browser/issue_box_app.py."""

from functools import partial

import streamlit as st

from ui import issue_box

MARKUP = "<img src=x onerror=window.ran=1>"
LONG = f"Motion on {'the drainage of the lower marshes and the pumps that it needs, ' * 5}as amended"
TITLES = {"every": "Every issue"} | {
    f"motion-{at}": f"Motion {at} on the harbour of Port {at % 7}" for at in range(400)
}
TITLES |= {
    "markup": f"Motion {MARKUP} & on <b>reefs</b>",
    "accents": "Résolution sur la pêche à Łeba, İğdır and Ağrı",
    "hebrew": "הצעה על המגדלור של הנמל",
    "long": LONG,
    "longer": "Fog signals",
    "shorter": "Fog",
}


def hear() -> None:
    """Keep what was chosen, as a page does."""
    st.session_state["heard"].append(st.session_state["issue"])


def show() -> None:
    """Draw the page."""
    st.session_state.setdefault("heard", [])
    st.session_state.setdefault("issue", "motion-250")
    st.title("An issue")
    issue_box.show(TITLES, hear)
    st.selectbox("Beside it", ["Fog"], label_visibility="collapsed")
    st.text(", ".join(["Heard", *st.session_state["heard"]]))
    st.button("Elsewhere", on_click=partial(st.session_state.update, issue="motion-7"))
    st.html("<div style='height: 600px'></div>")


if __name__ == "__main__":
    show()
