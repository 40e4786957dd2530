"""The bytes of a stream, in pieces of every size, in every order the protocol allows, and in some that it forbids."""

import asyncio
import json
import random
import re

import pytest

from scurrypy.gateway import websocket
from tests.chaos.wire.discord import Discord, sharding
from tests.chaos.wire.frames import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, closing, frame
from tests.chaos.wire.peer import until

COMPRESSIONS = (None, "zlib-stream", "zstd-stream")
ACK = {"op": 11, "d": None}


@pytest.mark.parametrize("compress", COMPRESSIONS)
async def test_events_survive_a_cut_at_every_byte(compress):
    async with Discord() as discord, sharding(discord, compress=compress) as shard:
        await shard.catch_up()
        link, cut, size = discord.link, 0, 1
        while cut < size:
            stream = link.framed(discord.note("A", {"n": cut}), ACK, discord.note("B", "é"), discord.note("C"))
            size = len(stream)
            await link.write(stream[:cut], stream[cut:])
            cut += 1
        assert cut > 40
        await shard.catch_up()
        assert shard.client.metrics.connections == 1


@pytest.mark.parametrize("compress", COMPRESSIONS)
async def test_a_handshake_survives_a_cut_at_every_byte(compress):
    """The upgrade, HELLO and what is missed since the last connection; each cut has a connection of its own."""
    sizes = {}

    def cut_at(position):
        async def script(link):
            stream = await link.upgrade() + link.framed(discord.hello)
            sizes["start"] = len(stream)
            await link.write(stream[:position], stream[position:])
            missed = link.framed(*await link.let_in())
            position_in_missed = position % len(missed)
            await link.write(missed[:position_in_missed], missed[position_in_missed:])
            link.finish()

        return script

    async with Discord() as discord:
        async with sharding(discord, compress=compress) as shard:
            await shard.catch_up()
            discord.scripts = [cut_at(position) for position in range(200)]
            discord.note("MISSED", {"x": "é"})
            discord.link.finish()
            await until(lambda: not discord.scripts)
            await shard.catch_up()
        assert discord.identifies == 1
        assert 150 < sizes["start"] < 200


@pytest.mark.parametrize("compress", COMPRESSIONS)
async def test_a_connection_may_come_byte_by_byte(compress):
    async def drip(link):
        for byte in await link.upgrade() + link.framed(discord.hello):
            await link.write(bytes([byte]))
        for byte in link.framed(*await link.let_in(), *(discord.note("E", n) for n in range(10))):
            await link.write(bytes([byte]))
        await discord.converse(link)

    async with Discord(drip) as discord, sharding(discord, compress=compress) as shard:
        await until(lambda: len(discord.events) == 11)
        await shard.catch_up()
        assert shard.client.metrics.connections == 1


@pytest.mark.parametrize("compress", COMPRESSIONS)
async def test_everything_may_come_in_one_segment(compress):
    async def rush(link):
        await link.write(await link.upgrade() + link.framed(discord.hello, ACK, ACK))
        await link.write(link.framed(*await link.let_in(), *(discord.note("E", n) for n in range(500))))
        await discord.converse(link)

    async with Discord(rush) as discord, sharding(discord, compress=compress) as shard:
        await until(lambda: len(discord.events) == 501)
        await shard.catch_up()
        assert shard.client.metrics.connections == 1


@pytest.mark.parametrize("compress", COMPRESSIONS)
async def test_messages_in_fragments_with_pings_between_are_put_together(compress):
    rng = random.Random(5)
    async with Discord() as discord, sharding(discord, compress=compress) as shard:
        await shard.catch_up()
        for n in range(60):
            opcode, body = discord.link.packed(discord.note("E", {"n": n, "x": "é" * n}))
            cuts = sorted(rng.randrange(len(body) + 1) for _ in range(rng.randint(0, 4)))
            pieces = [body[a:b] for a, b in zip([0, *cuts], [*cuts, len(body)], strict=True)]
            for index, piece in enumerate(pieces):
                kind = CONTINUATION if index else opcode
                await discord.link.write(frame(kind, piece, fin=index == len(pieces) - 1))
                if rng.random() < 0.5:
                    await discord.link.write(frame(rng.choice((PING, PONG)), b"between"))
        await shard.catch_up()
        assert shard.client.metrics.connections == 1


async def test_a_ping_is_answered_with_what_it_carries():
    async with Discord() as discord, sharding(discord) as shard:
        await shard.catch_up()
        await discord.link.write(frame(PING, b"are you there"))
        await until(lambda: discord.link.pongs)
        assert discord.link.pongs == [b"are you there"]


@pytest.mark.parametrize("compress", COMPRESSIONS)
async def test_a_ready_of_ten_megabytes_comes_whole(compress):
    rng = random.Random(9)
    guilds = [{"id": str(rng.getrandbits(60)), "name": rng.randbytes(400).hex()} for _ in range(12_000)]

    async def large(link):
        await link.greet()
        said = await link.hear()
        answers = discord.answer_to(said)
        discord.events[0][1]["guilds"] = guilds
        stream = link.framed(*answers)
        sizes.append(len(json.dumps(answers[0])))
        cuts = sorted(rng.randrange(len(stream)) for _ in range(20))
        await link.write(*(stream[a:b] for a, b in zip([0, *cuts], [*cuts, len(stream)], strict=True)))
        await discord.converse(link)

    sizes = []
    async with Discord(large) as discord, sharding(discord, compress=compress) as shard:
        await shard.catch_up()
        assert sizes[0] > 9_500_000
        assert shard.client.metrics.connections == 1


WRONG = {
    "a mask": (frame(TEXT, b"{}", mask=b"abcd"), "masked frame"),
    "a reserved bit": (frame(TEXT, json.dumps(ACK).encode(), reserved=4), "reserved bit"),
    "another reserved bit": (frame(TEXT, json.dumps(ACK).encode(), reserved=1), "reserved bit"),
    "an unknown opcode": (frame(0x3, b"{}"), "invalid opcode"),
    "an unknown control opcode": (frame(0xB), "invalid opcode"),
    "a ping in fragments": (frame(PING, b"x", fin=False), "fragmented control frame"),
    "a ping too long": (frame(PING, b"x" * 126), "control frame"),
    "a length longer than needed": (b"\x81\x7e\x00\x05hello", "payload len"),
    "a length beyond 63 bits": (b"\x81\x7f" + b"\xff" * 8, "payload length"),
    "a frame beyond the limit": (b"\x82\x7f" + (2**40).to_bytes(8), "exceeding"),
    "a continuation of nothing": (frame(CONTINUATION, json.dumps(ACK).encode()), "without a begin"),
    "a message within a message": (frame(TEXT, b"{", fin=False) + frame(TEXT, b"}"), "before the last one is finished"),
    "text that is no JSON": (frame(TEXT, b"hello"), "JSON is malformed"),
    "text that is no UTF-8": (frame(TEXT, b'{"op": 0, "t": "\xff\xfe", "d": 1}'), "UTF-8|utf-8"),
    "binary that is neither JSON nor zlib": (frame(BINARY, b"\x00\x01\x02"), "JSON is malformed"),
    "damaged zlib": (frame(BINARY, b"\x78\x9c\xff\xff\xff"), "damaged zlib data"),
    "a close frame of one byte": (frame(CLOSE, b"\x03"), "close code"),
    "a close code that is not one": (closing(1005), "close code"),
    "a close reason that is no text": (closing(4000, b"\xff\xfe"), "UTF-8"),
}


@pytest.mark.parametrize("wrong", WRONG)
async def test_a_frame_that_breaks_the_rules_ends_the_connection_and_nothing_else(wrong, caplog):
    caplog.set_level("INFO", "scurrypy.gateway")
    data, reason = WRONG[wrong]
    async with Discord() as discord, sharding(discord) as shard:
        await shard.catch_up()
        link = discord.link
        # The next event is in the same segment: what is lost with the connection comes again.
        await link.write(data + link.framed(discord.note("AFTER", 1)))
        await until(lambda: shard.client.metrics.resumes == 1, wrong)
        await shard.catch_up()
        assert (discord.identifies, shard.client.metrics.connections) == (1, 2)
        assert link.closed_with not in (1000, 1001)
    endings = [record for record in caplog.records if "next try in" in record.message]
    assert len(endings) == 1
    assert re.search(reason, endings[0].message), endings[0].message
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.parametrize("compress", COMPRESSIONS[1:])
async def test_text_where_compressed_data_is_due_ends_the_connection(compress, caplog):
    caplog.set_level("INFO", "scurrypy.gateway")
    async with Discord() as discord, sharding(discord, compress=compress) as shard:
        await shard.catch_up()
        link = discord.link
        # In a zlib stream any bytes may be the start of a message, until one has ended.
        await link.write(frame(TEXT, json.dumps(discord.note("PLAIN", 1)).encode()) + link.framed(ACK))
        await until(lambda: shard.client.metrics.resumes == 1)
        await shard.catch_up()
    assert f"damaged {compress[:4]} data" in caplog.text


async def test_a_message_of_many_small_fragments_is_bounded(monkeypatch, caplog):
    caplog.set_level("INFO", "scurrypy.gateway")
    monkeypatch.setattr(websocket, "MESSAGE_LIMIT", 10_000)
    async with Discord() as discord, sharding(discord) as shard:
        await shard.catch_up()
        link = discord.link
        await link.write(frame(TEXT, b"[", fin=False))
        while shard.client.metrics.resumes == 0:
            if not link.writer.transport.is_closing():
                link.writer.write(frame(CONTINUATION, b" " * 100, fin=False) * 20)
            await asyncio.sleep(0)
        await shard.catch_up()
    assert "a message exceeds 10000 bytes" in caplog.text
