"""The frame that Streamlit runs: page settings, navigation, shared filters, then the page that the address names."""

import streamlit as st

from ui import frame
from ui.sitemap import PLACES

first = next(iter(PLACES))
pages = {
    place: st.Page(path, title=label, url_path=place, default=place == first)
    for place, (path, label, *_) in PLACES.items()
}
page = st.navigation([*pages.values()], position="hidden")
place = next(PLACES[place] for place, known in pages.items() if known == page)
st.set_page_config(page_title=f"{place.question} · Démarche", page_icon="ui/icon.png", layout="wide")
frame.draw(place)
page.run()
