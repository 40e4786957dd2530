"""TLS that ends too early, says no, or shows a certificate that nobody should trust."""

import re
import ssl

import aiohttp
import pytest

from scurrypy.gateway import ShardState
from scurrypy.http import HTTPClient
from scurrypy.wire.errors import RequestFailed
from tests.chaos.wire.authority import Authority
from tests.chaos.wire.discord import TOKEN, AtOnce, Discord, sharding
from tests.chaos.wire.peer import Link, Peer, until

ALERT = bytes.fromhex("15 0303 0002 02 28")
"""A fatal alert: handshake failure."""
ANSWER = (
    b'HTTP/1.1 200 OK\r\nVia: 1.1 google\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"id": "1"}'
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(autouse=True)
def _trust(authority, monkeypatch):
    """Let the authority be one of the system's."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.certificate))
    # aiohttp has made its own when it was imported.
    monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", ssl.create_default_context())


@pytest.fixture(autouse=True)
def _told(caplog):
    caplog.set_level("INFO", "scurrypy.gateway")


def endings(caplog):
    return [record for record in caplog.records if "next try in" in record.message]


async def test_a_session_goes_on_over_tls_that_ends_without_close_notify(authority, caplog):
    """Other clients take this end for a close frame of code 1000, and the session for finished."""
    async with Discord(tls=authority.context("localhost")) as discord, sharding(discord) as shard:
        await shard.catch_up()
        for _ in range(3):
            links = len(discord.links)
            discord.link.finish()
            discord.note("MISSED")
            await until(lambda links=links: len(discord.links) > links)
            await shard.catch_up()
        assert discord.identifies == 1
    assert ["connection lost (no close frame)" in record.message for record in endings(caplog)] == [True] * 3


async def test_a_connection_that_is_reset_within_a_tls_record_is_resumed(authority, caplog):
    async with Discord(tls=authority.context("localhost")) as discord, sharding(discord) as shard:
        await shard.catch_up()
        # Half of a record of 4096 bytes: asyncio's own transport is below TLS.
        below = discord.link.writer.transport._ssl_protocol._transport
        below.write(b"\x17\x03\x03\x10\x00" + b"\x00" * 2000)
        Link.reset(discord.link)
        discord.note("MISSED")
        await until(lambda: len(discord.links) == 2)
        await shard.catch_up()
        assert discord.identifies == 1
    assert "connection lost" in endings(caplog)[0].message


async def test_bytes_that_are_no_tls_record_end_the_connection(authority, caplog):
    async with Discord(tls=authority.context("localhost")) as discord, sharding(discord) as shard:
        await shard.catch_up()
        discord.link.writer.transport._ssl_protocol._transport.write(b"GARBAGE" * 100)
        await until(lambda: len(discord.links) == 2)
        await shard.catch_up()
        assert discord.identifies == 1
    assert "connection lost" in endings(caplog)[0].message


def greet_with(data, how):
    async def script(link):
        await link.reader.readexactly(5)
        await link.write(data)
        how(link)

    return script


NO_TLS = {
    "FIN": (greet_with(b"", Link.finish), "the connection ended amid the TLS handshake"),
    "RST": (greet_with(b"", Link.reset), "[Cc]onnection"),
    "FIN amid a record": (
        greet_with(b"\x16\x03\x03\x10\x00" + b"\x02", Link.finish),
        "the connection ended amid the TLS handshake",
    ),
    "an alert": (greet_with(ALERT, Link.finish), "(?i)TLS failed.*handshake.failure"),
    "HTTP": (greet_with(b"HTTP/1.1 400 Bad Request\r\n\r\n", Link.finish), "(?i)TLS failed.*(wrong.version|record)"),
}


@pytest.mark.parametrize("what", NO_TLS)
async def test_a_tls_handshake_that_fails_is_tried_again_and_named(what, authority, caplog):
    """The first two connections of the session's resume address fail, and the generic one takes over."""
    script, reason = NO_TLS[what]
    async with Discord(tls=authority.context("localhost")) as discord, Peer(script) as broken:
        discord.resume_url = f"wss://localhost:{broken.port}"
        async with sharding(discord, resume_hosts=("localhost",)) as shard:
            await shard.catch_up()
            discord.link.reset()
            discord.note("MISSED")
            await until(lambda: len(discord.links) == 2)
            await shard.catch_up()
            assert (len(broken.links), discord.identifies) == (1, 1)
    told = endings(caplog)[1].message
    assert "could not connect" in told
    assert re.search(reason, told), told


UNTRUSTED = {
    "of another name": ({"name": "elsewhere.invalid"}, "hostname mismatch"),
    "of its own making": ({"name": "localhost", "is_vouched_for": False}, "self-signed certificate"),
    "of an authority nobody knows": (None, "unable to get local issuer certificate"),
}


@pytest.mark.parametrize("which", UNTRUSTED)
async def test_a_certificate_that_nobody_should_trust_is_refused_named_and_soon_warned_of(
    which, authority, caplog, tmp_path
):
    """Tried again, as what stands between may pass, but told as a warning within seconds; nothing secret is sent."""
    options, reason = UNTRUSTED[which]
    context = Authority(tmp_path).context("localhost") if options is None else authority.context(**options)
    async with Discord(tls=context) as discord, sharding(discord) as shard:
        await until(lambda: len(endings(caplog)) >= 3)
        assert shard.client.state is not ShardState.ACTIVE
        assert all(link.heard == b"" for link in discord.links)
        await shard.client.close_ws()
    told = endings(caplog)
    named = f"the certificate of localhost is not to be trusted: {reason}"
    assert [record.message for record in told if named not in record.message] == []
    assert [record.levelname for record in told[:3]] == ["INFO", "INFO", "WARNING"]


@pytest.mark.parametrize("which", UNTRUSTED)
async def test_no_request_goes_to_a_certificate_that_nobody_should_trust(which, authority, tmp_path):
    options, reason = UNTRUSTED[which]
    context = Authority(tmp_path).context("localhost") if options is None else authority.context(**options)
    async with Peer(tls=context) as peer:
        client = HTTPClient(base_url=f"https://localhost:{peer.port}", rng=AtOnce(1))
        await client.start(TOKEN)
        with pytest.raises(RequestFailed, match=f"(?i){reason}"):
            await client.request("GET", "/channels/1")
        await client.close()
        assert all(link.heard == b"" for link in peer.links)


async def answer(link):
    await link.request()
    await link.write(ANSWER)


async def cut(link):
    await link.request()
    await link.write(ANSWER[:-4])
    link.finish()


async def test_an_answer_over_tls_that_ends_without_close_notify_is_asked_for_again(authority):
    async with Peer(cut, cut, answer, tls=authority.context("localhost")) as peer:
        client = HTTPClient(base_url=f"https://localhost:{peer.port}", rng=AtOnce(1))
        await client.start(TOKEN)
        assert await client.request("GET", "/channels/1") == {"id": "1"}
        await client.close()


async def test_a_tls_alert_after_the_handshake_is_a_failed_connect(authority, caplog):
    """In TLS 1.3 a server that wants a certificate of the client's says so once the client thinks all is well."""
    strict = authority.context("localhost")
    strict.verify_mode = ssl.CERT_REQUIRED
    strict.load_verify_locations(authority.certificate)
    async with Discord(tls=strict) as discord, sharding(discord) as shard:
        await until(lambda: len(endings(caplog)) >= 2)
        await shard.client.close_ws()
    told = endings(caplog)[0].message
    assert "could not connect" in told
    assert "handshake" in told
