"""Every route beside the app, in the order in which addresses are matched."""

from starlette.routing import BaseRoute, Match
from starlette.types import Scope

from api import citations, embed, feed, health, kit, oembed, packages, pages, shapes, tables

ROUTES: list[BaseRoute] = [
    *pages.ROUTES,
    *health.ROUTES,
    *shapes.ROUTES,
    *tables.ROUTES,
    *embed.ROUTES,
    *oembed.ROUTES,
    *kit.ROUTES,
    *feed.ROUTES,
    *packages.ROUTES,
    *citations.ROUTES,
]


def serves(scope: Scope) -> bool:
    """Tell whether one of these routes, and not a page of the app or the way to one, is asked for."""
    return any(route.matches(scope)[0] is not Match.NONE for route in ROUTES if route not in pages.ROUTES)
