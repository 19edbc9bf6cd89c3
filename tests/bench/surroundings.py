"""On what was something measured, and what else was going on there? Figures mean little without."""

import importlib.metadata
import os


def surroundings(*rivals: str) -> str:
    """Say on what all this was measured, beside which packages, and what else is going on there."""
    names = ("duckdb", "streamlit", *rivals)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
    load = ", ".join(f"{average:.1f}" for average in os.getloadavg())
    return f"{os.cpu_count()} cores, load {load} (1, 5, 15 minutes); {versions}"
