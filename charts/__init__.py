"""Rows in, drawings, pictures or plotly figures out: one file or folder a chart form, colours and words shared."""
