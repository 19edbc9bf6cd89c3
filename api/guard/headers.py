"""What may a browser do with an answer? The least that our pages need, and nothing from any other host."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.base_url import SCRIPT
from api.guard.settings import settings

EVERYWHERE = {"X-Content-Type-Options": "nosniff"}
OF_PAGES = {
    # What somebody looks for stands in the address, and is nobody's business where a link leads.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb")
    ),
}
NARROW = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For data that is opened as if it were a page."""
SECURE = "max-age=31536000"
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
# A worker goes by the policy of its own file, and a page that loads a script by the page's.
_PROGRAMS = ("text/javascript", "application/javascript", "application/wasm")


class SafeHeaders:
    """ASGI middleware that puts the headers on every answer; what a route says itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=[*message.get("headers", [])])
                for name, value in chosen(headers.get("content-type", "")).items():
                    headers.setdefault(name, value)
                message = {**message, "headers": headers.raw}
            await send(message)

        await self.app(scope, receive, told if scope["type"] == "http" else send)


def chosen(mime: str) -> dict[str, str]:
    """Give the headers for an answer of a media type; "" stands for none, as of an answer without a body."""
    said = dict(EVERYWHERE)
    if settings().is_secure:
        said["Strict-Transport-Security"] = SECURE
    if mime.startswith("text/html"):
        return said | OF_PAGES | {"Content-Security-Policy": policy()}
    if mime and not mime.startswith(_PROGRAMS):
        said["Content-Security-Policy"] = NARROW
    return said


@cache
def policy() -> str:
    """Write the policy of the app's pages, whose inline scripts it names by their hashes.

    Styles are set by script all over the frontend, and components are brought in as blobs.
    """
    parts = {
        "default-src": "'self'",
        "script-src": f"'self' blob: {' '.join(_hash(script) for script in (*inline_scripts(), SCRIPT.encode()))}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def inline_scripts() -> list[bytes]:
    """Give the scripts that stand in the page that the frontend ships."""
    spec = find_spec("streamlit")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("streamlit is not installed; run pip install -r requirements.txt -c constraints.txt")
    return _INLINE.findall((Path(spec.origin).parent / "static" / "index.html").read_bytes())


def _hash(script: bytes) -> str:
    return f"'sha256-{b64encode(sha256(script).digest()).decode()}'"
