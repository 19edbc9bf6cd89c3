"""A server that is meant to suffer: its process, its log, and what a reader and a program get from it."""

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.bench.session import opened
from tests.browser.server import PATIENCE_S, ROOT, free_port, wait_until_healthy

PATIENCE = httpx.Timeout(60)


class Served:
    """A running server."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, log: Path):
        self.process, self.url, self._log = process, url, log

    @property
    def log(self) -> str:
        return self._log.read_text(errors="replace")

    def get(self, path: str) -> httpx.Response:
        return httpx.get(f"{self.url}{path}", timeout=PATIENCE)

    def version(self) -> str:
        """The data version that a program is told."""
        (held,) = self.get("/api/collections").raise_for_status().json()["collections"]
        return str(held["data_version"])

    def page(self, path: str = "/statements") -> str:
        """What a new reader of a page is told, in HTML."""

        async def read() -> str:
            async with opened(f"{self.url}{path}") as session:
                return " ".join(session.said)

        return asyncio.run(asyncio.wait_for(read(), 60))

    def is_well(self) -> bool:
        """Whether it lives, and gives a reader a page and a program a file."""
        whole = self.get("/api/statements.csv").status_code == 200 and "could not be made" not in self.page()
        return whole and self.process.poll() is None


def command(port: int) -> list[str]:
    return [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]


@contextmanager
def served(folder: Path, *, most_files: int = 0, **environment: str) -> Iterator[Served]:
    """Serve a folder alone, with so many open files at most, and end it however it stands.

    Args:
        folder: Of Parquet files.
        most_files: 0 for as many as this process may have.
        **environment: More variables.
    """
    port = free_port()

    def limit():
        if most_files:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most_files, most_files))

    variables = {**os.environ, "DEMARCHE_DATA": str(folder), **environment}
    with tempfile.NamedTemporaryFile("w+", suffix=".log") as log:
        process = subprocess.Popen(
            command(port), cwd=ROOT, env=variables, stdout=log, stderr=subprocess.STDOUT, preexec_fn=limit
        )
        try:
            url = f"http://localhost:{port}"
            wait_until_healthy(process, url, Path(log.name))
            yield Served(process, url, Path(log.name))
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE_S)


def refused(folder: Path) -> str:
    """What a server says that cannot start."""
    variables = {**os.environ, "DEMARCHE_DATA": str(folder)}
    done = subprocess.run(
        command(free_port()), cwd=ROOT, env=variables, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    assert done.returncode != 0
    return done.stdout + done.stderr
