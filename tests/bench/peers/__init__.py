"""Who else answers the questions, each in a module of its own: the next one is written by looking at its neighbour.

A module has `opened(folder, home)`, a context that gives a `Peer` for the collection in a folder and may write into
another. Name it in `MODULES` with the package that it needs, which not everybody has.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.bench.peers.peer import Peer

MODULES: Mapping[str, str] = {
    "in_duckdb": "duckdb",
    "in_pandas": "pandas",
    "in_polars": "polars",
    "in_sqlite": "sqlite3",
    "over_datasette": "datasette",
}
"""Peers, and the package that each needs."""


@contextmanager
def opened(folder: Path, home: Path, modules: Sequence[str] | None = None) -> Iterator[list[Peer]]:
    """Open every peer whose package is there, and say whose is not.

    Args:
        folder: Of the collection.
        home: Where peers may write.
        modules: Keys of `MODULES`; all by themselves.
    """
    with ExitStack() as stack:
        yield [stack.enter_context(import_module(f"{__name__}.{name}").opened(folder, home)) for name in there(modules)]


def there(modules: Sequence[str] | None = None) -> list[str]:
    """Name the modules whose package is installed; it is printed which are left out."""
    chosen = [*(modules or MODULES)]
    missing = [name for name in chosen if not find_spec(MODULES[name])]
    for name in missing:
        print(f"{MODULES[name]} is not installed, so {name} is left out: pip install -r requirements-bench.txt")
    return [name for name in chosen if name not in missing]
