"""What the bench compares with: the map page as one writes it without further thought, round a plain st.plotly_chart.

The same question, filters, sentence, map, panel and table, on the same rows, which are kept as ours are. What ours has
beyond that (play, compare, counting rules, pictures) it does not have.
"""

import pandas as pd
import plotly.express as px
import streamlit as st

import queries

COLOURS = {"support": "#2166AC", "oppose": "#C4442A", "neutral": "#C8B27D", "contested": "#4E2383"}
SILENT = {"no position found": "#E3E3E0", "not searched": "#FFFFFF", "took no part in the vote": "#EEEEEE"}
ANY = dict.fromkeys(queries.contract("positions_as_of").parameters)


@st.cache_data
def table(name: str, **parameters: object) -> pd.DataFrame:
    """One question's rows."""
    found: pd.DataFrame = queries.run(name, **parameters).to_pandas()
    return found


def filters() -> None:
    """The sidebar: dates and the choices among named things."""
    actors, sources = table("actors"), table("sources")
    st.date_input("From", value=pd.Timestamp("1988-01-01"))
    st.date_input("To", value=pd.Timestamp("2026-12-31"))
    st.multiselect("Actors", actors["actor_name"])
    st.multiselect("Full members of", actors.loc[actors["count_members"] > 0, "actor_name"])
    st.multiselect("Stance", [*COLOURS])
    st.multiselect("Kind", ["vote", "statement", "speech", "declaration", "resolution"])
    st.multiselect("Attribution", ["direct", "press", "listed"])
    st.selectbox("Source", sources["title"], index=None)


def chart(found: pd.DataFrame) -> None:
    """The map."""
    figure = px.choropleth(
        found, locations="actor_id", color="shown", hover_name="actor_name", color_discrete_map=COLOURS | SILENT
    )
    figure.update_traces(geojson="/app/static/world.geojson")
    figure.update_geos(projection_type="equal earth", showcoastlines=False, showland=False, showframe=False)
    st.plotly_chart(figure, key="map", config={"topojsonURL": "/app/static/"})


def panel(issue: str) -> None:
    """What one state said."""
    st.selectbox("Whose position?", table("actors")["actor_name"], index=None)
    st.subheader("France")
    asked = dict.fromkeys(queries.contract("statements_in_view").parameters)
    asked |= {"issue_id": issue, "actors": ["FRA"], "sort": "newest", "limit": 6, "offset": 0}
    for row in table("statements_in_view", **asked).to_dict("records"):
        st.markdown(f"**{row['stance_label']}**, {row['date_label']}: {row['summary']}")


st.set_page_config(layout="wide")
with st.sidebar:
    filters()
st.title("Who stands where?")
titles = dict(zip(*(table("issues")[column] for column in ("issue_id", "title")), strict=True))
issue = st.selectbox("Issue", [*titles], format_func=titles.__getitem__)
positions = table("positions_as_of", **ANY | {"issue_id": issue})
positions["shown"] = positions["stance"].fillna(positions["silence"])
st.markdown(", ".join(f"{count} {stance}" for stance, count in positions["stance"].value_counts().items()))
shown, beside = st.columns([2.3, 1])
with shown:
    chart(positions)
with beside:
    panel(issue)
st.dataframe(positions)
st.download_button("CSV", positions.to_csv(), "positions.csv")
