"""A few places of the region and beyond."""

import pytest

from xieshang.ledgers.understanding.places import Place, Places

KNOWN = [
    (450000, "广西壮族自治区", "region"),
    (450100, "南宁市", "city"),
    (450200, "柳州市", "city"),
    (450202, "城中区", "county"),
    (450204, "柳南区", "county"),
    (450226, "三江侗族自治县", "county"),
    (450600, "防城港市", "city"),
    (450603, "防城区", "county"),
    (451100, "贺州市", "city"),
    (431100, "永州市", "outside"),
    (441200, "肇庆市", "outside"),
]


@pytest.fixture
def places():
    return Places(Place(*known) for known in KNOWN)
