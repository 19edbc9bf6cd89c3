"""The default page at its own name as well: /map leads to /, with everything that the address says."""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route


def home(request: Request) -> RedirectResponse:
    """Send a reader of /map to the same view at the root, wherever the app is mounted."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"./{query}", status_code=308)


ROUTES = [Route("/map", home)]
