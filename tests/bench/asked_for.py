"""Which share of what DuckDB takes over the same Parquet files is asked for, by question and size of the collection?"""

from collections.abc import Mapping

# From so many statements on. At the largest sizes the layout has to carry: counts and copies do not grow as rows do.
RATIOS: Mapping[int, Mapping[str, float]] = {
    1_000_000: {"Q1": 0.5, "Q2": 0.5, "Q3": 0.5, "Q4": 0.5, "Q5": 0.5},
    10_000_000: {"Q1": 0.1, "Q2": 0.2, "Q3": 0.1, "Q4": 0.05, "Q5": 0.2, "Q6": 0.03, "Q7 CSV": 0.7, "Q7 Parquet": 0.9},
    100_000_000: {"Q1": 0.05, "Q2": 0.05, "Q3": 0.05, "Q4": 0.05, "Q5": 0.05},
}


def ratio(panel: str, count: int) -> float | None:
    """Give the most that a panel may take of what the rival takes; None where nothing is asked for.

    Args:
        panel: "Q2 timeline" goes by "Q2"; what has a name of its own ("Q1, busiest issue") goes by that.
        count: How many statements there are.
    """
    reached = [size for size in RATIOS if size <= count]
    if not reached:
        return None
    asked = RATIOS[max(reached)]
    return asked.get(panel, asked.get(panel.split(" ", 1)[0]))
