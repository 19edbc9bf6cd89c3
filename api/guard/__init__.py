"""What every request passes before a route or a page sees it, and every answer on its way out."""

from starlette.middleware import Middleware

from api.guard.access_log import AccessLog
from api.guard.headers import SafeHeaders
from api.guard.hosts import KnownHosts
from api.guard.rates import FairShares
from api.guard.sizes import Bounded

# The outermost first: what is refused is logged too, and refusals carry the headers that answers carry.
LAYERS = [Middleware(AccessLog), Middleware(SafeHeaders), Middleware(KnownHosts), Middleware(Bounded)]
LAYERS += [Middleware(FairShares)]
