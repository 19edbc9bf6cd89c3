"""What the bench compares with: the same positions as a plain st.plotly_chart map with a panel, tuned no further."""

import pandas as pd
import plotly.express as px
import streamlit as st

import queries

COLOURS = {"support": "#2166AC", "oppose": "#C4442A", "neutral": "#C8B27D", "contested": "#4E2383"}
ANY = dict.fromkeys(queries.contract("positions_as_of").parameters)


@st.cache_data
def issues() -> dict[str, str]:
    """Titles by id, in the order of the dashboard."""
    return {row["issue_id"]: row["title"] for row in queries.run("issues").to_pylist()}


@st.cache_data
def positions(issue_id: str) -> pd.DataFrame:
    """Positions of all states on one issue, over all years."""
    found: pd.DataFrame = queries.run("positions_as_of", **ANY | {"issue_id": issue_id}).to_pandas()
    return found.dropna(subset="stance")


st.set_page_config(layout="wide")
titles = issues()
issue = st.selectbox("Issue", [*titles], format_func=titles.__getitem__)
found = positions(issue)
shown, panel = st.columns([2.3, 1])
with shown:
    figure = px.choropleth(
        found, locations="actor_id", color="stance", hover_name="actor_name", color_discrete_map=COLOURS
    )
    figure.update_traces(geojson="/app/static/world.geojson")
    figure.update_geos(projection_type="equal earth", showcoastlines=False, showland=False, showframe=False)
    st.plotly_chart(figure, key="map", config={"topojsonURL": "/app/static/"})
with panel:
    france = found[found["actor_id"] == "FRA"]
    st.markdown(f"**France** on {titles[issue]}: {', '.join(france['stance'] + ', ' + france['date_label'])}")
