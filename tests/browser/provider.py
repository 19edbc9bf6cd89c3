"""A provider of identities for tests: it asks who somebody is and believes it. OpenID Connect, by the code flow."""

import json
import time
from contextlib import contextmanager
from html import escape
from secrets import token_hex
from urllib.parse import parse_qs, urlencode

from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import Route

from tests.api.server import serving

KEY = RSAKey.generate_key(2048, {"kid": "test", "use": "sig", "alg": "RS256"})
CLIENT, SECRET = "demarche", "secret-of-the-client"
FORM = """<!doctype html><title>Provider</title><form method="post"><input name="asked" type="hidden" value="{asked}">
<label>Claims <textarea name="claims"></textarea></label><button>Go on</button></form>"""


class Provider:
    """What was asked for and promised, by the code that stands for it."""

    def __init__(self):
        self.codes, self.ended = {}, []

    def app(self):
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.metadata),
                Route("/authorize", self.authorize, methods=["GET", "POST"]),
                Route("/token", self.token, methods=["POST"]),
                Route("/keys", self.keys),
                Route("/end", self.end),
            ]
        )

    async def metadata(self, request):
        home = str(request.base_url).rstrip("/")
        return JSONResponse(
            {
                "issuer": home,
                "authorization_endpoint": f"{home}/authorize",
                "token_endpoint": f"{home}/token",
                "jwks_uri": f"{home}/keys",
                "end_session_endpoint": f"{home}/end",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    async def authorize(self, request):
        if request.method == "GET":
            return HTMLResponse(FORM.format(asked=escape(request.url.query)))
        form = parse_qs((await request.body()).decode())
        asked = {name: values[0] for name, values in parse_qs(form["asked"][0]).items()}
        code = token_hex(8)
        self.codes[code] = asked, json.loads(form["claims"][0])
        answer = urlencode({"code": code, "state": asked["state"]})
        return RedirectResponse(f"{asked['redirect_uri']}?{answer}", 303)

    async def token(self, request):
        given = parse_qs((await request.body()).decode())
        asked, claims = self.codes.pop(given["code"][0])
        now = int(time.time())
        issued = {"iss": str(request.base_url).rstrip("/"), "aud": CLIENT, "iat": now, "exp": now + 300}
        said = issued | {"sub": "7", "nonce": asked["nonce"]} | claims
        token = jwt.encode({"alg": "RS256", "kid": "test"}, said, KEY)
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "id_token": token, "expires_in": 300})

    async def keys(self, request):
        return JSONResponse({"keys": [KEY.as_dict(private=False)]})

    async def end(self, request):
        self.ended.append(request.query_params["client_id"])
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 303)


@contextmanager
def provided():
    """Run one; gives its address and what it notes."""
    provider = Provider()
    with serving(provider.app()) as port:
        yield f"http://localhost:{port}", provider
