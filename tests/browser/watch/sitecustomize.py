"""Python imports this by itself where it stands on the path: notes every other machine that a process turns to.

The file that DEMARCHE_WATCH names gets a line for each name that is looked up and each address that is called.
"""

import os
import sys
from ipaddress import ip_address
from pathlib import Path

NOTES = Path(os.environ["DEMARCHE_WATCH"])
EVENTS = ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
OWN = ("localhost", "")


def note(event, arguments):
    if event not in EVENTS:
        return
    asked = arguments[1] if event in ("socket.connect", "socket.sendto") else arguments[0]
    host = asked[0] if isinstance(asked, tuple) else asked
    host = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if isinstance(asked, str) and event == "socket.connect":
        return  # a socket of this machine, which has a path
    if host is not None and not is_own(str(host)):
        with NOTES.open("a", encoding="utf-8") as notes:
            notes.write(f"{event} {host}\n")


def is_own(host):
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return host in OWN
    return address.is_loopback or address.is_unspecified


sys.addaudithook(note)
