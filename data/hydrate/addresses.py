"""Which addresses may be asked?

Those of the public web: http or https, a name or a plain IP address, the web's own ports. Where a name leads to is
decided at the moment of connecting (`connecting`), with `is_public`, because a name can lead elsewhere a second later.
"""

import re
from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpx

from data.hydrate.failures import Failed

IPAddress = IPv4Address | IPv6Address

WEB_PORTS = frozenset({80, 443})
LONGEST = 4000

# Public by their number, but not the public web: relays of 6to4, and what a large cloud answers its own machines with.
NOT_THE_WEB = (IPv4Network("192.88.99.0/24"), IPv4Network("168.63.129.16/32"))
# The one part of IPv6 that is given out to hosts, and parts of it that wrap another address or are for examples.
GIVEN_OUT = IPv6Network("2000::/3")
NOT_HOSTS = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
# An IPv4 address in the last 32 bits: mapped, and as networks without IPv4 write it (RFC 6052).
WRAPPED = tuple(map(IPv6Network, ("::ffff:0:0/96", "64:ff9b::/96")))


def is_public(address: IPAddress) -> bool:
    """Decide whether an address belongs to the public internet and to one host there."""
    if isinstance(address, IPv6Address):
        if any(address in network for network in WRAPPED):
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        return address in GIVEN_OUT and address.is_global and not any(address in network for network in NOT_HOSTS)
    is_special = address.is_multicast or address.is_reserved or any(address in network for network in NOT_THE_WEB)
    return address.is_global and not is_special


def web_address(text: str, base: httpx.URL | None = None, ports: Collection[int] = ()) -> httpx.URL:
    """Read an address of the web, without its fragment.

    Args:
        text: As a source names it, or a redirect.
        base: What a redirect is relative to.
        ports: Allowed besides the web's own. Without a base the address may name its port itself.

    Raises:
        Failed: it is not an address that may be asked.
    """
    try:
        url = (base.join(text) if base else httpx.URL(text)).copy_with(fragment=None)
        # Names in other scripts are looked up in ASCII; both forms have to be right.
        host, shown = host_of(url), url.host
    except (httpx.InvalidURL, ValueError) as error:
        raise Failed("address", f"{_shown(text)} cannot be read as an address of the web") from error
    if url.scheme not in ("http", "https"):
        raise Failed("address", f"{_shown(text)} is neither http nor https")
    if url.userinfo or "\\" in text:
        raise Failed("address", f"the address at {host} names a user or hides its host, which no cited page needs")
    if len(str(url)) > LONGEST:
        raise Failed("address", f"the address at {host} is longer than {LONGEST} characters")
    if not 0 < port_of(url) < 65_536:
        raise Failed("address", f"the address at {host} names port {port_of(url)}, which does not exist")
    if base and port_of(url) not in WEB_PORTS | set(ports):
        raise Failed("address", f"{host} is redirected to port {port_of(url)}, which is not one of the web's")
    _check_host(host)
    return url.copy_with(host=host) if shown.endswith(".") else url


def host_of(url: httpx.URL) -> str:
    """Name the host as it is looked up: in ASCII, lower case, without the dot of the root."""
    return url.raw_host.decode("ascii").lower().removesuffix(".")


def port_of(url: httpx.URL) -> int:
    """Name the port that is asked, said or not."""
    return url.port if url.port is not None else {"http": 80, "https": 443}[url.scheme]


def _check_host(host: str) -> None:
    """Refuse names that are none, and IP addresses spelt so that programs disagree on what they say."""
    last = host.rpartition(".")[2]
    if ":" in host or last.isdigit() or re.fullmatch("0x[0-9a-f]*", last):
        try:
            if "%" in host:
                raise ValueError("a zone of this machine's own network")
            ip_address(host)
        except ValueError as error:
            raise Failed("address", f"{_shown(host)} is not a plain IP address") from error
    elif not re.fullmatch(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?", host) or ".." in host:
        raise Failed("address", f"{_shown(host)} is not the name of a host")


def _shown(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:80] + "…")
