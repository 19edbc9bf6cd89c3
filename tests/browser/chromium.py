"""Which Chromium drives the tests, and how it is kept from talking to anybody else."""

import shutil
from typing import Any

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",  # root, as in most containers, cannot have one
)


def launch_options() -> dict[str, Any]:
    """Options for Playwright's `launch`: the system's Chromium if there is one, else Playwright's own."""
    options: dict[str, Any] = {"args": list(QUIET)}
    if system := shutil.which("chromium"):
        options["executable_path"] = system
    return options
