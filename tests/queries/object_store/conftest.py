"""A store on this machine, and the environment that names it."""

import os

import pytest
from moto.backends import get_backend
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from queries.object_store import bucket, mirror
from tests.queries.object_store.store import Store


@pytest.fixture(scope="session")
def server():
    """The address of the store."""
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


def client(*, config_kwargs, **settings):
    """One client for all tests that ask the same store as the same person: making one takes longer than using it."""
    asker = tuple(sorted((name, value) for name, value in os.environ.items() if name.startswith("AWS_")))
    patience = (config_kwargs["read_timeout"], config_kwargs["connect_timeout"])
    if (asker, patience) not in _clients:
        _clients[asker, patience] = S3FileSystem(config_kwargs=config_kwargs, **settings)
    return _clients[asker, patience]


_clients: dict[object, S3FileSystem] = {}


@pytest.fixture
def environment(server, tmp_path, tmp_path_factory, monkeypatch):
    """Name the store, and an empty cache, and nothing of the machine's own user."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "FSSPEC_", "DEMARCHE_MOST"))]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(bucket, "S3FileSystem", client)
    named = {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "somebody",
        "AWS_SECRET_ACCESS_KEY": "unspeakable",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": str(tmp_path_factory.getbasetemp() / "none"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path_factory.getbasetemp() / "none"),
        "AWS_EC2_METADATA_DISABLED": "true",
        "DEMARCHE_CACHE": str(tmp_path / "cache"),
    }
    for name, value in named.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def store(environment):
    """The store with one empty bucket; what it holds goes with the test."""
    yield Store()
    get_backend("s3").reset()
    stop_serving()


def stop_serving():
    """Let go of the copies that this process serves from, as its end would."""
    while mirror._held:
        os.close(mirror._held.popitem()[1])
