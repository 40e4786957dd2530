"""Addresses of attachments, which Discord signs: they lead somewhere for a while only.

See [Discord Docs/Signed Attachment CDN URLs](https://docs.discord.com/developers/reference#signed-attachment-cdn-urls).
"""

import re
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from scurrypy.wire.moments import or_now

_HEX = re.compile(r"[0-9a-fA-F]{1,9}")
_SIGNATURE = frozenset(("ex", "is", "hm"))


def attachment_expiry(url: str) -> datetime | None:
    """Return when an address of an attachment stops working, in UTC; None where it does not say.

    Addresses of avatars, icons and the like never stop working, and say nothing.
    """
    for name, value in parse_qsl(urlsplit(url).query):
        if name == "ex" and _HEX.fullmatch(value):
            return datetime.fromtimestamp(int(value, 16), UTC)
    return None


def is_expired(url: str, now: datetime | None = None) -> bool:
    """Return whether an address of an attachment has stopped working; False where it does not say.

        if is_expired(url):
            message = await bot.message(channel_id, message_id).fetch()  # its attachments are signed anew

    Args:
        url: The address.
        now: The moment that is asked about, with a time zone; the present one where it is not given.

    Raises:
        InvalidRequest: `now` has no time zone.
    """
    asked = or_now(now)
    expiry = attachment_expiry(url)
    return expiry is not None and expiry <= asked


def unsigned(url: str) -> str:
    """Return an address of an attachment without its signature.

    It leads nowhere by itself. Inside an embed, or as the avatar of a webhook's message, Discord signs it anew.
    """
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in _SIGNATURE]
    return urlunsplit(parts._replace(query=urlencode(query)))
