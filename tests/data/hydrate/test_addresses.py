"""What may be asked: the public web, in whatever way an address is spelt."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

import httpcore
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.hydrate.addresses import host_of, is_public, web_address
from data.hydrate.connecting import CheckedSockets
from data.hydrate.failures import Failed
from data.hydrate.limits import Limits

# First and last of what is not the public internet, written out from the registries of special addresses.
NOT_PUBLIC_4 = [
    ("0.0.0.0", "0.255.255.255"),
    ("10.0.0.0", "10.255.255.255"),
    ("100.64.0.0", "100.127.255.255"),
    ("127.0.0.0", "127.255.255.255"),
    ("169.254.0.0", "169.254.255.255"),
    ("172.16.0.0", "172.31.255.255"),
    ("192.0.2.0", "192.0.2.255"),
    ("192.88.99.0", "192.88.99.255"),
    ("192.168.0.0", "192.168.255.255"),
    ("198.18.0.0", "198.19.255.255"),
    ("198.51.100.0", "198.51.100.255"),
    ("203.0.113.0", "203.0.113.255"),
    ("224.0.0.0", "255.255.255.255"),
    ("168.63.129.16", "168.63.129.16"),
]
NOT_PUBLIC_6 = [
    ("::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
]
SPECIAL = [*NOT_PUBLIC_4, *NOT_PUBLIC_6]


def within(ranges, kind):
    bounds = [(int(kind(first)), int(kind(last))) for first, last in ranges]
    return st.sampled_from(bounds).flatmap(lambda pair: st.integers(*pair))


PRIVATE_4 = within(NOT_PUBLIC_4, IPv4Address)


def is_listed(address, ranges, kind):
    return any(kind(first) <= address <= kind(last) for first, last in ranges)


@given(PRIVATE_4)
def test_special_addresses_are_not_public(number):
    assert not is_public(IPv4Address(number))


@given(within(NOT_PUBLIC_6, IPv6Address))
def test_special_addresses_of_ipv6_are_not_public_unless_they_wrap_a_public_one(number):
    address = IPv6Address(number)
    wraps = number >> 32 in {0xFFFF, 0x64FF9B << 64} and is_public(IPv4Address(number & 0xFFFFFFFF))
    assert is_public(address) == wraps


@given(PRIVATE_4, st.sampled_from(["::ffff:0:0", "64:ff9b::", "::", "2002::", "64:ff9b:1::", "::ffff:0:0:0"]))
def test_no_wrapping_makes_a_private_address_public(number, wrapper):
    shift = 80 if wrapper == "2002::" else 0
    assert not is_public(IPv6Address(int(IPv6Address(wrapper)) | number << shift))


@given(st.integers(0, 2**32 - 1))
def test_every_other_address_is_public(number):
    address = IPv4Address(number)
    # 192.0.0.0/24 is special but for single addresses that versions of Python tell apart differently.
    if number >> 8 != 0xC00000:
        assert is_public(address) != is_listed(address, NOT_PUBLIC_4, IPv4Address)


@pytest.mark.parametrize(("first", "last"), SPECIAL)
def test_the_bounds_of_special_ranges_belong_to_them(first, last):
    assert not is_public(ip_address(first))
    assert not is_public(ip_address(last))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "1.1.1.1", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8"]
)
def test_hosts_of_the_internet_are_public(address):
    assert is_public(ip_address(address))


def spellings(number):
    """Ways to write an IPv4 address that one program or another takes for it."""
    a, b, c, d = number.to_bytes(4, "big")
    return [
        f"{a}.{b}.{c}.{d}",
        f"{a}.{b}.{c}.{d}.",
        str(number),
        hex(number),
        f"0{number:o}",
        f"0{a:o}.0{b:o}.0{c:o}.0{d:o}",
        f"0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}",
        f"{a:03}.{b:03}.{c:03}.{d:03}",
        f"{a}.{b * 65536 + c * 256 + d}",
        f"{a}.{b}.{c * 256 + d}",
        f"{a}.0x{b * 65536 + c * 256 + d:x}",
        f"[::ffff:{a}.{b}.{c}.{d}]",
        f"[::ffff:{a:02x}{b:02x}:{c:02x}{d:02x}]",
        f"[64:ff9b::{a}.{b}.{c}.{d}]",
        f"{a}。{b}。{c}。{d}",
        f"{a}%2e{b}%2e{c}%2e{d}",
        "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in f"{a}.{b}.{c}.{d}"),
    ]


def connected(address):
    """Try to connect as a run does, with the system's own way to look names up; nothing may get through."""
    url = web_address(address)
    CheckedSockets(Limits(connect=0.1), sockets=Refusing()).connect_tcp(host_of(url), 80)


class Refusing(httpcore.NetworkBackend):
    """Stands where the connection would be made."""

    def connect_tcp(self, host, port, timeout=None, local_address=None, socket_options=None):
        raise AssertionError(f"a connection to {host} would have been made")


@given(PRIVATE_4, st.integers(0, 16), st.sampled_from(["http", "https", "HTTP"]))
def test_no_spelling_of_a_private_address_is_connected_to(number, way, scheme):
    address = f"{scheme}://{spellings(number)[way]}/page"
    with pytest.raises(Failed) as failure:
        connected(address)
    assert failure.value.reason == "address"


@given(within([pair for pair in NOT_PUBLIC_6 if pair[0] != "::"], IPv6Address))
def test_no_private_address_of_ipv6_is_connected_to(number):
    address = IPv6Address(number)
    for spelt in (str(address), address.exploded, str(address).upper()):
        with pytest.raises(Failed, match="public web"):
            connected(f"http://[{spelt}]/")


def test_the_names_of_this_machine_are_refused():
    with pytest.raises(Failed, match="public web"):
        connected("http://localhost/")
    with pytest.raises(Failed, match="public web"):
        connected("http://localhost./")


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    sockets = CheckedSockets(Limits(), resolver=lambda *_: ["8.8.8.8", "192.168.1.1"], sockets=Refusing())
    with pytest.raises(Failed, match=r"192\.168\.1\.1"):
        sockets.connect_tcp("mixed.example", 80)


def test_an_address_of_a_single_network_card_is_refused():
    sockets = CheckedSockets(Limits(), resolver=lambda *_: ["2606:4700::1111%eth0"], sockets=Refusing())
    with pytest.raises(Failed, match="public web"):
        sockets.connect_tcp("card.example", 80)


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd",
        "ftp://one.example/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "gopher://one.example/",
        "//one.example/a",
        "/page",
        "",
        "http://",
        "http:///page",
        "http://user:secret@one.example/",
        "http://user@one.example/",
        "http://one.example\\@two.example/",
        "http://one..example/",
        "http://.example/",
        "http://one%2eexample/",
        "http://one example/",
        "http://one.example:port/",
        "http://one.example:99999999/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://1.2.3/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://xn--a.example/",
        "http://one.example/\n",
        "http://one.example/" + "a" * 4000,
        "http://" + "a" * 300 + ".example/\0",
    ],
)
def test_what_is_no_plain_address_of_the_web_is_refused(text):
    with pytest.raises(Failed) as failure:
        web_address(text)
    assert failure.value.reason == "address"


@given(st.text())
def test_any_text_is_read_or_refused(text):
    for written in (text, f"http://{text}/", f"http://one.example/{text}"):
        try:
            url = web_address(written)
        except Failed:
            continue
        assert url.scheme in ("http", "https")
        assert host_of(url)
        assert not url.userinfo


def test_names_in_other_scripts_and_fragments_are_read():
    assert str(web_address("HTTPS://MÜNCHEN.example/a?b=c#part")) == "https://xn--mnchen-3ya.example/a?b=c"
    assert str(web_address("http://one.example./a")) == "http://one.example/a"


def test_a_redirect_stays_with_the_ports_of_the_web():
    base = httpx.URL("http://one.example:8080/a")
    assert str(web_address("/b", base, (8080,))) == "http://one.example:8080/b"
    assert str(web_address("https://two.example/", base, (8080,))) == "https://two.example/"
    for port in (25, 6379, 8081, 0):
        with pytest.raises(Failed, match=f"port {port}"):
            web_address(f"http://one.example:{port}/", base, (8080,))


def test_unusual_spellings_do_lead_somewhere_on_this_machine():
    """Without this the tests of spellings would pass where the system refuses them by itself."""
    for spelt in ("2130706433", "0x7f.1", "0177.0.0.1"):
        assert socket.getaddrinfo(spelt, 80)[0][4][0] == "127.0.0.1"
