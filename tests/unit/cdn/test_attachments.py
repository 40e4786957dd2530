"""Signed addresses, checked against the example of Discord's own reference page."""

from datetime import UTC, datetime, timedelta

import pytest

from scurrypy.cdn import attachment_expiry, is_expired, unsigned
from scurrypy.wire.errors import InvalidRequest

PLAIN = "https://cdn.discordapp.com/attachments/1012345678900020080/1234567891233211234/my_image.png"
SIGNED = f"{PLAIN}?ex=65d903de&is=65c68ede&hm=2481f30dd67f503f54d020ae3b5533b9987fae4e55f2b4e3926e08a3fa3ee24f&"
EXPIRY = datetime(2024, 2, 23, 20, 45, 18, tzinfo=UTC)


def test_the_expiry_is_read_from_the_address():
    assert attachment_expiry(SIGNED) == EXPIRY
    assert attachment_expiry(f"{PLAIN}?width=5&ex=65D903DE") == EXPIRY


@pytest.mark.parametrize(
    "query", ["", "?", "?ex=", "?ex=xyz", "?ex=-1", "?ex=fffffffffffff", "?size=64", "?e=1#ex=65d903de"]
)
def test_an_address_that_does_not_say_never_expires(query):
    assert attachment_expiry(PLAIN + query) is None
    assert not is_expired(PLAIN + query)


def test_an_address_expires_at_its_expiry():
    assert not is_expired(SIGNED, EXPIRY - timedelta(microseconds=1))
    assert is_expired(SIGNED, EXPIRY)
    assert is_expired(SIGNED)
    with pytest.raises(InvalidRequest, match="time zone"):
        is_expired(SIGNED, EXPIRY.replace(tzinfo=None))


def test_an_address_loses_its_signature_and_nothing_else():
    assert unsigned(SIGNED) == PLAIN
    assert unsigned(f"{PLAIN}?width=5&ex=1&is=2&hm=3&quality=") == f"{PLAIN}?width=5&quality="
    assert unsigned(PLAIN) == PLAIN
