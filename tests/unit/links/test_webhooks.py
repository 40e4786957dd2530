"""Addresses of webhooks are read, and never shown."""

import traceback

import pytest

from scurrypy.links import WebhookAddress, parse_webhook_address, webhook_address
from scurrypy.wire.errors import InvalidRequest

TOKEN = "made-up_TOKEN-0123456789"


@pytest.mark.parametrize(
    ("address", "thread_id"),
    [
        (f"https://discord.com/api/webhooks/5/{TOKEN}", None),
        (f" <https://ptb.discord.com/api/v10/webhooks/5/{TOKEN}/>\n", None),
        (f"https://canary.discord.com/api/webhooks/5/{TOKEN}/slack", None),
        (f"https://discordapp.com/api/webhooks/5/{TOKEN}/github?wait=true", None),
        (f"https://discord.com/api/webhooks/5/{TOKEN}?wait=true&thread_id=7", 7),
    ],
)
def test_an_address_is_read_as_clients_copy_it(address, thread_id):
    assert parse_webhook_address(address) == WebhookAddress(5, TOKEN, thread_id)


def test_what_is_made_is_read_back():
    assert parse_webhook_address(webhook_address(5, TOKEN)) == WebhookAddress(5, TOKEN)


def test_the_token_is_not_shown():
    assert TOKEN not in repr(parse_webhook_address(webhook_address(5, TOKEN)))


@pytest.mark.parametrize(
    "url",
    [
        "",
        TOKEN,
        f"http://discord.com/api/webhooks/5/{TOKEN}",
        f"https://discord.com/api/webhooks/x/{TOKEN}",
        f"https://discord.com.evil.example/api/webhooks/5/{TOKEN}",
        f"https://evil.example/?https://discord.com/api/webhooks/5/{TOKEN}",
        f"https://discord.com/api/webhooks/5/{TOKEN}/messages",
        f"https://discord.com/api/webhooks/5/{TOKEN} {TOKEN}",
        "https://discord.com/api/webhooks/5/",
    ],
)
def test_what_is_no_address_is_refused_and_not_repeated(url):
    with pytest.raises(InvalidRequest) as refused:
        parse_webhook_address(url)
    told = "".join(traceback.format_exception_only(refused.value)) + repr(vars(refused.value))
    assert TOKEN not in told
    assert f"{len(url)} characters" in told
