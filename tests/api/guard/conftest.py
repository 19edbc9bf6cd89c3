"""Settings as an environment gives them."""

import pytest

from api.guard.settings import settings

VARIABLES = ("DEMARCHE_URL", "DEMARCHE_HOSTS", "DEMARCHE_RATE", "DEMARCHE_SESSIONS", "DEMARCHE_ACCESS_LOG")


@pytest.fixture
def told(monkeypatch):
    """Give the environment variables of the server; the others are not there."""

    def tell(**variables):
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(f"DEMARCHE_{name}", value)
        settings.cache_clear()
        return settings()

    yield tell
    settings.cache_clear()
