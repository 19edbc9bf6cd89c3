"""What the timeline is compared with: the page as one writes it without further thought, in pandas and st.plotly_chart.

The whole table in memory, a filter by dates, bars by stance and the events as marks; a drag over the bars selects. The
folder with the collection is in the environment, as for the app (`DEMARCHE_DATA`).
"""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from plotly.subplots import make_subplots

from queries import SERVED

COLOURS = {"support": "#2166AC", "oppose": "#C4442A", "neutral": "#C8B27D"}
BINS = (("D", 92), ("W", 430), ("M", 1_900))


@st.cache_resource
def table(name: str) -> pd.DataFrame:
    """One table, with its days as pandas likes them."""
    found = pd.read_parquet(SERVED / f"{name}.parquet")
    days = [column for column in found if column in ("counts_on", "start_date")]
    found[days] = found[days].apply(pd.to_datetime)
    return found


def chart(said: pd.DataFrame, happened: pd.DataFrame) -> go.Figure:
    """Bars of statements above, events below."""
    since, until = st.session_state["range"]
    size = next((name for name, longest in BINS if (until - since).days <= longest), "Y")
    counts = said.groupby([said["counts_on"].dt.to_period(size).dt.start_time, "stance"]).size()
    figure = make_subplots(rows=2, shared_xaxes=True)
    for stance, colour in COLOURS.items():
        own = counts.xs(stance, level="stance")
        figure.add_bar(x=own.index, y=own, name=stance, marker={"color": colour}, row=1, col=1)
    figure.add_scatter(
        x=happened["start_date"], y=happened["kind"], text=happened["title"], mode="markers", row=2, col=1
    )
    return figure.update_layout(barmode="stack", dragmode="select", selectdirection="h", height=600)


def select() -> None:
    """Take the stretch that was dragged over."""
    boxes = st.session_state["chart"]["selection"]["box"]
    if boxes:
        edges = sorted(pd.to_datetime(boxes[0]["x"]).normalize())
        st.session_state["range"] = (edges[0], edges[-1])


statements, events = table("statements"), table("events")
st.session_state.setdefault("range", (statements["counts_on"].min(), statements["counts_on"].max()))
shown = statements[statements["counts_on"].between(*st.session_state["range"])]
during = events[events["start_date"].between(*st.session_state["range"])]
st.title("How did it unfold?")
st.write(f"{len(shown):,} statements by {shown['actor_id'].nunique():,} actors")
st.plotly_chart(chart(shown, during), key="chart", on_select=select, selection_mode="box")
st.dataframe(during[["start_date", "title", "kind"]], hide_index=True)
