"""Reading in this process, for what cannot hurt it, and a server for what is fetched."""

import pytest

from data.hydrate.connecting import CheckedSockets
from data.hydrate.failures import Failed
from data.uploads import addresses, texts
from data.uploads.reading import found
from tests.data.hydrate.conftest import looked_up
from tests.data.hydrate.loopback import Rerouted, serving


def read(content, charset=None):
    return found(content, charset, texts.LIMITS)


def told(content):
    """The text of a file, or the sentence that says why there is none; anything else is raised."""
    try:
        return read(content).text
    except Failed as failure:
        return str(failure)


def why_not(content, charset=None):
    """Why a file is not read, and what to do where that is special."""
    with pytest.raises(Failed) as failure:
        read(content, charset)
    return f"{failure.value}; {failure.value.remedy}".removesuffix("; ")


@pytest.fixture
def server(monkeypatch):
    """A server under the names of public hosts; the rule for addresses is the real one."""
    with serving() as server:
        rerouted = CheckedSockets(texts.LIMITS, resolver=looked_up, sockets=Rerouted(server))
        monkeypatch.setattr(addresses, "sockets", lambda _: rerouted)
        yield server
