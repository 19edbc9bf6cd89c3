"""Maps, timelines and tables for other pages: static HTML without cookies.

They are at /embed/map, /embed/timeline and /embed/table: live without `data` in the address, frozen with it.
docs/embedding.md says how a page embeds them.
"""

from api.embed import files, pages

ROUTES = [*pages.ROUTES, *files.ROUTES]
