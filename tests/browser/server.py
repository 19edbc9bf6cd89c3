"""Start the app as a reader's server would, on a free port, and stop it again."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE_S = 60
LOG_END = 4_000


@contextmanager
def running_app(script: str = "app.py", *options: str, **environment: str) -> Iterator[str]:
    """The address of a newly started app; the end of its log is in the error when it dies or fails.

    Args:
        script: What Streamlit runs.
        *options: More settings for it.
        **environment: Variables that it finds besides ours.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), *options]
    with tempfile.NamedTemporaryFile("w+", suffix=".log") as log:
        variables = {**os.environ, **environment}
        server = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=log, stderr=subprocess.STDOUT)
        try:
            url = f"http://localhost:{port}"
            _wait_until_healthy(server, url, Path(log.name))
            yield url
            text = Path(log.name).read_text()
            if server.poll() is not None or "Traceback" in text:
                raise AssertionError(f"The server died or failed. The end of its log:\n{text[-LOG_END:]}")
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE_S)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"The server did not answer. The end of its log:\n{log.read_text()[-LOG_END:]}")
