"""Answers to requests that break off, trickle, lie about their length, or are no HTTP at all."""

import asyncio
import gzip
import re
import zlib
from contextlib import asynccontextmanager

import pytest

from scurrypy.http import HTTPClient
from scurrypy.wire.errors import DiscordError, RequestFailed
from tests.chaos.wire.discord import TOKEN, AtOnce
from tests.chaos.wire.peer import Link, Peer, until

BODY = b'{"id": "1", "x": "' + b"y" * 200 + b'"}'
VALUE = {"id": "1", "x": "y" * 200}


def answer(body=BODY, *headers, size=None, status=b"200 OK"):
    """Return the bytes of an answer."""
    length = b"Content-Length: %d" % (len(body) if size is None else size)
    lines = [b"HTTP/1.1 " + status, b"Via: 1.1 google", b"Content-Type: application/json", *headers]
    if size is not False:
        lines.append(length)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def chunked(*chunks):
    return answer(
        b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks), b"Transfer-Encoding: chunked", size=False
    )


GOOD = answer()


def sends(data, how=Link.finish):
    """Return a script that reads a request, sends bytes instead of an answer, and ends the connection."""

    async def script(link):
        await link.request()
        await link.write(data)
        how(link)

    return script


class Web(Peer):
    """Answers as it should, any number of requests on a connection."""

    async def usual(self, link):
        while True:
            await link.request()
            await link.write(GOOD)


@asynccontextmanager
async def asking(*scripts, timeout=30.0, max_answer=2**20):
    """Run a server that plays these scripts, and a client that asks it; in the end nothing of either is left."""
    before = asyncio.all_tasks()
    async with Web(*scripts) as web:
        client = HTTPClient(
            base_url=f"http://127.0.0.1:{web.port}", rng=AtOnce(1), timeout=timeout, max_answer=max_answer
        )
        await client.start(TOKEN)
        try:
            yield client, web
        finally:
            await client.close()
        await until(lambda: not (asyncio.all_tasks() - before - web._tasks), "a task is left")


PACKED = gzip.compress(BODY)
ENDED = "the connection was closed before an answer came"
BROKE = "the answer broke off"

BROKEN = {
    "FIN after the request": (sends(b""), ENDED),
    "RST after the request": (sends(b"", Link.reset), f"{ENDED}|Connection reset by peer"),
    "FIN amid the status line": (sends(b"HTTP/1.1 20"), f"{ENDED}|{BROKE}"),
    "FIN amid the headers": (sends(GOOD[:60]), f"{ENDED}|{BROKE}"),
    "RST amid the headers": (sends(GOOD[:60], Link.reset), f"{ENDED}|Connection reset|{BROKE}"),
    "FIN amid the body": (sends(GOOD[:-20]), BROKE),
    "RST amid the body": (sends(GOOD[:-20], Link.reset), f"{BROKE}|Connection reset"),
    "FIN between chunks": (sends(chunked(BODY[:50], BODY[50:])), BROKE),
    "FIN amid a chunk": (sends(chunked(BODY)[:-30]), BROKE),
    "RST amid a chunk": (sends(chunked(BODY)[:-30], Link.reset), f"{BROKE}|Connection reset"),
    "a chunk whose size is no number": (
        sends(answer(b"zz\r\nabc\r\n", b"Transfer-Encoding: chunked", size=False)),
        f"no HTTP|{BROKE}",
    ),
    "a chunk longer than it says": (
        sends(answer(b"2\r\nabcdef\r\n0\r\n\r\n", b"Transfer-Encoding: chunked", size=False)),
        f"no HTTP|{BROKE}",
    ),
    "a length too long": (sends(answer(size=len(BODY) + 9)), BROKE),
    "a length too short": (sends(answer(size=len(BODY) - 9)), f"{BROKE}|no HTTP|not the JSON it says it is"),
    "a length that is no number": (sends(GOOD.replace(b"Content-Length: 2", b"Content-Length: x2")), "speaks no HTTP"),
    "a negative length": (sends(answer(size=-5)), "speaks no HTTP"),
    "garbage": (sends(b"\x00\x01\x02garbage\r\n\r\n"), "speaks no HTTP"),
    "another protocol": (sends(b"SSH-2.0-OpenSSH_9.6\r\n"), "speaks no HTTP"),
    "headers without end": (sends(b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 50_000), "speaks no HTTP"),
    "one header without end": (sends(b"HTTP/1.1 200 OK\r\nX-Y: " + b"z" * 200_000), "speaks no HTTP"),
    "a header that is no text": (sends(b"HTTP/1.1 200 OK\r\nX\x00Y: z\r\n\r\n"), "speaks no HTTP"),
    "an informational answer and FIN": (sends(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"), ENDED),
    "gzip that is none": (sends(answer(b"hello", b"Content-Encoding: gzip")), "cannot be inflated"),
    "gzip that is damaged": (
        sends(answer(PACKED[:20] + b"\xff" * 9 + PACKED[29:], b"Content-Encoding: gzip")),
        "cannot be inflated",
    ),
    "gzip that is cut short": (
        sends(answer(PACKED[:-12], b"Content-Encoding: gzip", b"Connection: close")),
        "JSON|inflated|broke off",
    ),
    "deflate that is none": (sends(answer(b"hello", b"Content-Encoding: deflate")), "cannot be inflated"),
    "an empty answer to HTTP/0.9": (sends(b"\r\n\r\n\r\n"), f"no HTTP|{ENDED}"),
}


@pytest.mark.parametrize("what", BROKEN)
async def test_an_answer_that_cannot_be_used_is_asked_for_again(what):
    script, _ = BROKEN[what]
    async with asking(script, script) as (client, web):
        assert await client.request("GET", "/channels/1") == VALUE
        assert await client.request("GET", "/channels/1") == VALUE
        assert web.scripts == []


@pytest.mark.parametrize("what", BROKEN)
async def test_what_cannot_be_repeated_says_what_broke_and_that_it_may_be_done(what):
    script, reason = BROKEN[what]
    async with asking(script) as (client, web):
        with pytest.raises(RequestFailed) as caught:
            await client.request("POST", "/guilds/1/channels", data={"name": "x"})
        assert await client.request("GET", "/channels/1") == VALUE
    told = str(caught.value)
    assert re.search(reason, told), told
    assert told.startswith("POST /guilds/1/channels: ")
    assert told.endswith("try 1; Discord may have done it nevertheless")
    assert len(web.links) == 2
    assert [link.heard.count(b"POST") for link in web.links] == [1, 0]


@pytest.mark.parametrize("what", BROKEN)
async def test_what_breaks_is_told_without_the_token_in_the_path(what):
    """Several of aiohttp's errors carry the whole address."""
    script, _ = BROKEN[what]
    secret = "s3cr3t" * 10
    async with asking(script) as (client, _):
        with pytest.raises(RequestFailed) as caught:
            await client.request("POST", f"/webhooks/1/{secret}", data={"content": "x"})
    assert secret not in f"{caught.value!r} {caught.value.__cause__!r}"
    assert caught.value.__cause__ is None
    assert "/webhooks/1/{token}" in str(caught.value)


ODD = {
    "100 first": b"HTTP/1.1 100 Continue\r\n\r\n" + GOOD,
    "103 first": b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n" + GOOD,
    "many 102 first": b"HTTP/1.1 102 Processing\r\n\r\n" * 50 + GOOD,
    "chunks": chunked(*(BODY[n : n + 7] for n in range(0, len(BODY), 7)), b""),
    "HTTP/1.0 without a length": answer(size=False).replace(b"HTTP/1.1", b"HTTP/1.0"),
    "gzip": answer(PACKED, b"Content-Encoding: gzip"),
    "gzip in chunks": chunked(PACKED[:11], PACKED[11:], b"").replace(b"Via", b"Content-Encoding: gzip\r\nVia"),
    "deflate": answer(zlib.compress(BODY), b"Content-Encoding: deflate"),
    "deflate without its header": answer(zlib.compress(BODY)[2:-4], b"Content-Encoding: deflate"),
}


@pytest.mark.parametrize("what", ODD)
async def test_an_answer_that_is_only_odd_is_read_whole_and_cut_anywhere(what):
    data = ODD[what]

    def cut_at(position):
        async def script(link):
            await link.request()
            await link.write(data[:position], data[position:])
            link.finish()

        return script

    positions = range(0, len(data), max(1, len(data) // 40))
    async with asking(*map(cut_at, positions)) as (client, web):
        for _ in positions:
            # A try may meet the connection of the last answer, just before it is known to be closed.
            assert await client.request("GET", "/channels/1") == VALUE
        assert web.scripts == []


async def test_an_answer_that_comes_byte_by_byte_is_read_whole():
    async def drip(link):
        await link.request()
        for byte in GOOD:
            await link.write(bytes([byte]))

    async with asking(drip) as (client, _):
        assert await client.request("GET", "/channels/1", retry=False) == VALUE


@pytest.mark.parametrize("start", [0, 40, len(GOOD) - 100])
async def test_an_answer_that_trickles_costs_the_time_of_an_attempt_only(start):
    async def trickle(link):
        await link.request()
        await link.write(GOOD[:start])
        for byte in GOOD[start:]:
            await asyncio.sleep(0.1)
            await link.write(bytes([byte]))

    async with asking(trickle, timeout=0.4) as (client, _):
        with pytest.raises(RequestFailed, match=r"no (answer|connection) in time"):
            await client.request("GET", "/channels/1", retry=False)


async def test_informational_answers_without_end_cost_the_time_of_an_attempt_only():
    async def hints(link):
        await link.request()
        while True:
            await link.write(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 10)
            await asyncio.sleep(0.01)

    async with asking(hints, timeout=0.4) as (client, _):
        with pytest.raises(RequestFailed, match=r"no (answer|connection) in time"):
            await client.request("GET", "/channels/1", retry=False)


async def test_a_request_that_nobody_reads_costs_the_time_of_an_attempt_only():
    async def deaf(link):
        link.writer.transport.pause_reading()
        await left.wait()
        link.writer.transport.resume_reading()

    left = asyncio.Event()
    async with asking(deaf, timeout=0.4) as (client, _):
        with pytest.raises(RequestFailed, match=r"no (answer|connection) in time"):
            await client.request("POST", "/guilds/1/channels", data={"name": "x" * 900_000})
        left.set()


@pytest.mark.parametrize("coding", [b"gzip", b"deflate"])
async def test_an_answer_that_inflates_without_end_is_given_up(coding):
    bits = 31 if coding == b"gzip" else 15
    packer = zlib.compressobj(9, wbits=bits)
    bomb = packer.compress(b" " * 2**24) + packer.flush()
    async with asking(sends(answer(bomb, b"Content-Encoding: " + coding))) as (client, web):
        with pytest.raises(RequestFailed, match="the answer exceeds 1048576 bytes, try 1"):
            await client.request("GET", "/channels/1")
        assert await client.request("GET", "/channels/1") == VALUE
        assert len(web.links) == 2


async def test_what_follows_an_answer_is_never_taken_for_the_next_ones():
    """A length that is too short leaves bytes on the connection; they may even look like an answer."""
    forged = answer(b'{"id": "forged"}')

    async def long(link):
        await link.request()
        await link.write(GOOD + forged)
        while True:
            await link.request()
            await link.write(GOOD)

    async with asking(long, long, long) as (client, _):
        for _ in range(6):
            assert await client.request("GET", "/channels/1") == VALUE


async def test_a_switch_of_protocols_is_an_error_and_not_an_answer():
    switch = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
    async with asking(sends(switch)) as (client, _):
        with pytest.raises((DiscordError, RequestFailed)) as caught:
            await client.request("GET", "/channels/1", retry=False)
        assert getattr(caught.value, "status", 101) == 101
        assert await client.request("GET", "/channels/1") == VALUE
