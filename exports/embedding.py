"""What somebody pastes into a page of their own to show a map, a timeline or a table of ours there."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from exports.address import joined


class Size(NamedTuple):
    """Of a frame, in pixels."""

    width: int
    height: int


KINDS = {"map": Size(800, 720), "timeline": Size(800, 1_100), "table": Size(800, 900)}
"""What can be embedded, and how large it is until `resize.js` has heard its height."""

# What the frame may do in the page around it: run its scripts, and open our pages in new tabs. Not: lead the page away,
# send forms, ask, download. It keeps its own origin, by which resize.js knows it; it is never the page's.
SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"


def snippet(home: str, address: Mapping[str, Sequence[str]], kind: str, title: str, *, size: Size | None = None) -> str:
    """Write the HTML that embeds a view.

    Args:
        home: Address of the app, with a slash at its end.
        address: The parameters of the view, as `Asked.address` writes them, with `view` or `theme` where wanted.
        kind: A key of `KINDS`.
        title: What the frame shows, for readers who cannot see it.
        size: Of the frame; by itself as wide as its place and as high as the kind needs at first.
    """
    source = joined(f"{home}embed/{kind}", address)
    wide, high = (f"{size.width}", size.height) if size else ("100%", KINDS[kind].height)
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}" width="{wide}" height="{high}" frameborder="0" '
        f'loading="lazy" referrerpolicy="no-referrer" sandbox="{SANDBOX}"></iframe>\n'
        f'<script src="{escape(home)}embed/resize.js" async></script>'
    )
