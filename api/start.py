"""What does the server serve from its start on, or why can it not start? For whoever starts it, in the log."""

import logging
import sys
from collections.abc import Callable

import pyarrow.parquet as pq

import queries
from api.guard.settings import settings
from queries import spark

log = logging.getLogger("demarche")


def announce(*checks: Callable[[], None]) -> None:
    """Say who answers, and which version of each collection is served; else end the server with a sentence.

    Args:
        *checks: What else has to be in order; each raises ValueError with what is not.
    """
    log.setLevel(logging.INFO)
    if not log.hasHandlers():
        log.addHandler(logging.StreamHandler())
    try:
        log.info(spark.greeted())
        served = queries.served()
        settings()
        for check in checks:
            check()
    except (OSError, ValueError, spark.BadEngine) as error:
        sys.exit(f"The server cannot start. {error}")
    for collection_id, folder in served.items():
        version = pq.read_table(folder / "collection.parquet", columns=["data_version"])["data_version"][0]
        log.info("%s: data version %s", collection_id, version)
