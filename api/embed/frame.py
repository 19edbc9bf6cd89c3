"""The page round an embed: question, answer, what is counted, then the content, then where it comes from."""

from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from api.embed import files
from api.embed.contents import Content
from api.embed.wanted import Wanted
from api.handout.markup import Node, el, link
from exports.about import About

SCHEMES = {"auto": "light dark", "light": "light", "dark": "dark"}


def head(title: str, theme: str, *more: Node) -> ET.Element:
    """Write the head of a page; nothing in it is from another host, or runs in line."""
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content=SCHEMES[theme]),
        el("title", title),
        el("link", rel="icon", href="data:,"),
        el("link", rel="stylesheet", href=files.address("handout.css")),
        *(el("script", src=files.address(name), defer="") for name in ("handout.js", "height.js")),
        *more,
    )


def page(wanted: Wanted, about: About, content: Content) -> ET.Element:
    """Put the page together.

    Args:
        wanted: The embed.
        about: Of its rows.
        content: What it is there for.
    """
    scene, (question, answer, counted) = content.scene, content.texts
    proposition = scene.issue["proposition"] if scene.issue else ""
    return el(
        "html",
        head(f"{scene.title}: {question}", wanted.theme, *_known(wanted, scene.title)),
        el(
            "body",
            el(
                "main",
                el("p", question, class_="kicker"),
                el("h1", scene.title),
                el("p", answer, class_="answer"),
                el("p", f"The proposition: {proposition}.", class_="proposition") if proposition else None,
                el("p", counted, class_="counted"),
                *content.nodes,
                foot(wanted, about),
            ),
        ),
        lang="en",
        data_theme=wanted.theme,
    )


def foot(wanted: Wanted, about: About) -> ET.Element:
    """Say where the rows come from, what may be done with them, and whether they change."""
    version = about.data_version
    state = (
        f"Frozen: data version {version}, the same rows for good."
        if wanted.frozen
        else f"Live: the newest data version, now {version}."
    )
    licence = link(about.licence_url, about.licence)
    return el(
        "footer",
        el("p", link(wanted.links.page, "Open in Démarche", class_="open")),
        el("p", f"Source: {about.citation} Licence: ", licence, "."),
        el("p", state, class_="version"),
    )


def _known(wanted: Wanted, title: str) -> list[ET.Element]:
    """What programs that find the page are told: the page of the app that shows the same, and how to embed it."""
    found = f"{wanted.home}oembed?{urlencode({'url': wanted.url, 'format': 'json'})}"
    return [
        el("link", rel="canonical", href=wanted.links.page),
        el("link", rel="alternate", type="application/json+oembed", title=title, href=found),
    ]
