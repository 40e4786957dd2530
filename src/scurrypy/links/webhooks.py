"""Addresses of webhooks, which are secrets: whoever has one can write through the webhook."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from scurrypy.links.hosts import SITE, SITE_HOSTS, bare, id_in_query
from scurrypy.wire.errors import InvalidRequest
from scurrypy.wire.snowflake import Snowflake

_ADDRESS = re.compile(
    rf"https://{SITE_HOSTS}/api/(?:v\d+/)?webhooks/(?P<id>\d{{1,20}})/(?P<token>[\w-]+)"
    r"(?:/(?:slack|github)?)?(?:\?(?P<query>[^\s#]*))?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WebhookAddress:
    """What the address of a webhook is made of. The token is a secret, and its repr leaves it out."""

    id: Snowflake
    """Id of the webhook."""
    token: str = field(repr=False)
    """What lets whoever has it write through the webhook; a secret."""
    thread_id: Snowflake | None = None
    """The thread it writes into; None for the channel itself."""


def webhook_address(webhook_id: int, token: str) -> str:
    """Return the address of a webhook: a secret, as the token is in it."""
    return f"{SITE}/api/webhooks/{int(webhook_id)}/{quote(token, safe='')}"


def parse_webhook_address(url: str) -> WebhookAddress:
    """Return the id and the token that are in the address of a webhook, as Discord's clients copy it.

        address = parse_webhook_address(os.environ["WEBHOOK"])
        await bot.webhook(address.id, address.token).execute("Hello.")

    Raises:
        InvalidRequest: it is none; the error does not repeat it, for a token may be in it.
    """
    found = _ADDRESS.fullmatch(bare(url))
    if found is None:
        expected = "the address of a webhook, https://discord.com/api/webhooks/<id>/<token>"
        raise InvalidRequest("url", expected, f"another text of {len(url)} characters")
    return WebhookAddress(Snowflake(found["id"]), found["token"], id_in_query(found["query"], "thread_id"))
