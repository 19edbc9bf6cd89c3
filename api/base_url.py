"""Tell the page where its server is, so that a deep link does not have to guess.

The app's frontend probes for its server below the path of the page (`/timeline/_stcore/health`) before it
tries the root, which leaves two 404 in the console of every reader who opens a deep link. It does not probe
when `window.__streamlit` names the server. That setting is undocumented: tests/browser/test_every_page.py
fails when an upgrade drops it.
"""

from starlette.types import Scope

from api.rewriting import Rewriting

# A page's path has one segment, so the folder of the page is the app's root, behind any host, port or prefix.
# Constant, so that a content security policy can name its hash.
SCRIPT = 'window.__streamlit = {BACKEND_BASE_URL: new URL(".", location.href).href}'


class BackendBaseUrl(Rewriting):
    """ASGI middleware that puts `SCRIPT` ahead of the app's own script in every page of the app."""

    def addition(self, scope: Scope) -> str:  # noqa: ARG002
        """Give the script, which is the same for every page."""
        return f"<script>{SCRIPT}</script>"
