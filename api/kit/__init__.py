"""The offline kit: a view as one HTML file that opens from a disk, without this server or any network.

Map, timeline, every statement with its evidence, sources, and what the file says of itself, at /kit.html.
"""

from api.kit.route import ROUTES

__all__ = ["ROUTES"]
