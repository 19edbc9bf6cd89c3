"""The files of the embeds: named by their content, so that browsers keep them for good; resize.js for other pages."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.asking import FROZEN, headers, unchanged
from api.handout import style
from api.problems import Problem, answered

HERE = Path(__file__).parent
MIMES = {"css": "text/css", "js": "text/javascript"}
NAMES = ("handout.css", "handout.js", "height.js")
# Pages all over the world load it by this name, so it is asked for anew after a day.
_A_DAY = "public, max-age=86400"
_FOR_ALL = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "cross-origin"}


@cache
def content(name: str) -> str:
    """Give one of `NAMES`, or resize.js."""
    if name == "handout.css":
        return style.style()
    return style.script() if name == "handout.js" else (HERE / name).read_text(encoding="utf-8")


@cache
def address(name: str) -> str:
    """Name one of `NAMES` by its content, seen from the address of an embed."""
    stem, _, ending = name.rpartition(".")
    return f"files/{stem}-{digest(content(name))}.{ending}"


def digest(text: str) -> str:
    """What stands for a content in its address."""
    return sha256(text.encode()).hexdigest()[:12]


@answered
def file(request: Request) -> Response:
    """Serve a file under the name of its present content, and under no other."""
    asked = f"files/{request.path_params['name']}"
    name = next((name for name in NAMES if address(name) == asked), None)
    if name is None:
        raise Problem(404, "No such file", "Files of embeds are named by their content; load the embed anew.")
    return _served(request, name, FROZEN)


@answered
def resize(request: Request) -> Response:
    """Serve the script for pages that embed ours."""
    return _served(request, "resize.js", _A_DAY)


def _served(request: Request, name: str, kept: str) -> Response:
    text = content(name)
    told = headers(f'W/"{digest(text)}"', frozen=True) | _FOR_ALL | {"Cache-Control": kept}
    return unchanged(request, told) or Response(text, headers=told, media_type=MIMES[name.rpartition(".")[2]])


ROUTES = [Route("/embed/files/{name}", file), Route("/embed/resize.js", resize)]
