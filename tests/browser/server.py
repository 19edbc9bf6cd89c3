"""Start the app as a reader's server would, on a free port, and stop it again."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
WATCH = Path(__file__).with_name("watch")
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
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), *options]
    with tempfile.NamedTemporaryFile("w+", suffix=".log") as log, tempfile.TemporaryDirectory() as folder:
        notes = Path(folder) / "called"
        variables = watched({**os.environ, **environment}, notes)
        server = subprocess.Popen(command, cwd=ROOT, env=variables, stdout=log, stderr=subprocess.STDOUT)
        try:
            url = f"http://localhost:{port}"
            wait_until_healthy(server, url, Path(log.name))
            yield url
            text = Path(log.name).read_text()
            if foreign := called(notes):
                raise AssertionError(f"The server turned to other machines: {foreign}")
            if server.poll() is not None or "Traceback" in text:
                raise AssertionError(f"The server died or failed. The end of its log:\n{text[-LOG_END:]}")
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE_S)


def watched(environment: Mapping[str, str], notes: Path) -> dict[str, str]:
    """An environment in which Python notes the other machines that it turns to; `called` reads the notes."""
    path = os.pathsep.join(filter(None, [str(WATCH), environment.get("PYTHONPATH", "")]))
    return {**environment, "PYTHONPATH": path, "DEMARCHE_WATCH": str(notes)}


def called(notes: Path) -> list[str]:
    """What a process that was `watched` turned to, each once."""
    lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    return sorted(set(lines))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"The server did not answer. The end of its log:\n{log.read_text()[-LOG_END:]}")
