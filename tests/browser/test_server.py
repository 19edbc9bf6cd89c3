"""Does the watch over the server see what it is there for?"""

import subprocess
import sys

import pytest

from tests.browser.server import called, watched


@pytest.mark.parametrize(
    ("does", "noted"),
    [
        ("socket.getaddrinfo('checkip.example', 80)", ["socket.getaddrinfo checkip.example"]),
        ("socket.create_connection(('192.0.2.1', 80), timeout=0.01)", ["192.0.2.1"]),
        ("socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))", ["socket.sendto 192.0.2.1"]),
        ("socket.create_connection(('127.0.0.1', 1), timeout=0.01)", []),
        ("socket.getaddrinfo('localhost', 80)", []),
    ],
)
def test_whoever_turns_to_another_machine_is_noted(tmp_path, does, noted):
    notes = tmp_path / "notes"
    code = f"import contextlib, socket\nwith contextlib.suppress(OSError):\n    {does}"
    subprocess.run([sys.executable, "-c", code], env=watched({}, notes), check=True)
    found = called(notes)
    assert len(found) >= len(noted)
    assert bool(found) == bool(noted)
    assert all(any(each in line for line in found) for each in noted)
