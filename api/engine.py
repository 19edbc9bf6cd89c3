"""Is the server there that the environment names to answer the questions? Asked once, when the dashboard starts."""

import logging
import sys

from queries import spark

log = logging.getLogger("demarche")


def greet() -> None:
    """End the process with one sentence where it is not; else leave a line in the log."""
    try:
        log.info(spark.greeted())
    except spark.BadEngine as error:
        sys.exit(f"Démarche did not start: {error}")
