"""Rows in, plotly figures out: one file or folder a chart form, colours and words shared."""
