"""What does the server serve from its start on, or why can it not start? For whoever starts it, in the log."""

import logging
import resource
import sys
from collections.abc import Callable

import queries
from api.guard.settings import settings
from queries import intact, spark

log = logging.getLogger("demarche")


MOST_FILES = 65_536


def allow_files() -> None:
    """Let the server open as many files as the system lets it, since each reader holds one and more.

    Many systems start programs with a lower bound, which those that need more may lift. A server that has reached it
    does little but say so until readers leave.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


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
        for folder in served.values():
            intact.refuse_damaged(folder)
    except (OSError, ValueError, spark.BadEngine) as error:
        sys.exit(f"The server cannot start. {error}")
    for collection_id, folder in served.items():
        log.info("%s: data version %s", collection_id, intact.row_of_collection(folder)["data_version"])
