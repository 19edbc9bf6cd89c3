"""What a client's headers ask for is understood."""

import pytest

from api.negotiation import holds, takes_gzip


@pytest.mark.parametrize(
    "header", ["gzip", "GZIP", "br, gzip", "gzip;q=0.5", "deflate;q=1, gzip ; q=0.1", "*", "br;q=1.0, *;q=0.1"]
)
def test_gzip_is_welcome(header):
    assert takes_gzip(header)


@pytest.mark.parametrize("header", ["", "br", "identity", "gzip;q=0", "gzip; q=0.000", "*;q=0", "*, gzip;q=0", "xgzip"])
def test_gzip_is_not_welcome(header):
    assert not takes_gzip(header)


@pytest.mark.parametrize("header", ['W/"a"', '"a"', '"b", W/"a"', "*"])
def test_a_tag_is_held(header):
    assert holds(header, 'W/"a"')


@pytest.mark.parametrize("header", ["", '"b"', "a", '"ab"'])
def test_a_tag_is_not_held(header):
    assert not holds(header, 'W/"a"')
