"""Below which path is the whole app served?"""

from typing import Any

from starlette.requests import Request


def prefix(request: Request) -> str:
    """Give the path of the app's root without a final slash: "" at the root of a host, "/demarche" behind a proxy."""
    root: str = request.scope.get("root_path", "")
    # An app that is mounted within ours says so in its state (see api.tables).
    app: Any = request.scope.get("app")
    mounted_at: str = getattr(getattr(app, "state", None), "mounted_at", "")
    return root.removesuffix(mounted_at).rstrip("/")
