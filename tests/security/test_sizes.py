"""What arrives is bounded, inflated or not: it ends a request or a connection, not the process."""

import asyncio
import gzip
import json
import logging
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from aiohttp import web

from scurrypy.gateway import inflate, websocket
from scurrypy.wire.errors import InvalidRequest, RequestFailed
from tests.unit.gateway.fake_gateway import until
from tests.unit.gateway.test_websocket import RealGateway, RunningShard
from tests.unit.http.server import talking

MIB = 2**20
BOMB = 256 * MIB
"""Bytes that a bomb inflates to."""


@contextmanager
def memory() -> Iterator[list[int]]:
    """Measure the most memory in use beyond what was in use before, in bytes."""
    peak: list[int] = []
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    try:
        yield peak
    finally:
        peak.append(tracemalloc.get_traced_memory()[1] - before)
        tracemalloc.stop()


def zeros(compressor: Any) -> bytes:
    return b"".join([*(compressor.compress(bytes(MIB)) for _ in range(BOMB // MIB)), compressor.flush()])


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_an_answer_that_inflates_without_end_is_given_up(encoding: str) -> None:
    bomb = zeros(zlib.compressobj(9, wbits=31 if encoding == "gzip" else 15))
    assert len(bomb) < MIB
    async with talking(max_answer=4 * MIB) as (server, client):
        headers = {"Content-Encoding": encoding, "Content-Type": "application/json"}
        server.replies = [web.Response(body=bomb, headers=headers)]
        with memory() as peak, pytest.raises(RequestFailed, match="exceeds 4194304 bytes, try 1"):
            await client.request("GET", "/channels/1")
        assert len(server.arrivals) == 1
        assert peak[0] < BOMB // 4
        assert await client.request("GET", "/channels/1") == {"id": "1"}


async def test_an_answer_may_grow_to_the_limit_and_no_further() -> None:
    async with talking(max_answer=1000) as (server, client):
        for size, packed in ((1000, False), (1000, True), (1001, False), (1001, True)):
            body = json.dumps("x" * (size - 2)).encode()
            headers = {"Content-Type": "application/json"} | ({"Content-Encoding": "gzip"} if packed else {})
            server.replies = [web.Response(body=gzip.compress(body) if packed else body, headers=headers)]
            if size == 1000:
                assert await client.request("GET", "/channels/1") == "x" * 998
            else:
                with pytest.raises(RequestFailed, match="exceeds 1000 bytes"):
                    await client.request("GET", "/channels/1")


async def test_a_bound_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="max_answer"):
        async with talking(max_answer=0):
            pass


@pytest.mark.parametrize("compress", ["zlib-stream", "zstd-stream", None])
async def test_a_gateway_message_that_inflates_without_end_ends_the_connection(
    compress: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with RealGateway() as server, RunningShard(server, compress=compress) as client:
        bomb = server.packed(server.ws, bytes(BOMB)) if compress else zlib.compress(bytes(BOMB))
        assert len(bomb) < MIB
        with memory() as peak:
            await server.ws.send_bytes(bomb)
            await until(lambda: client.metrics.connections == 2, step=0.001)
        assert peak[0] < 3 * inflate.MESSAGE_LIMIT
        await until(lambda: client.metrics.resumes == 1)
    assert "a message exceeds 67108864 bytes" in caplog.text


async def test_a_gateway_message_in_endless_pieces_ends_the_connection(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr(websocket, "MESSAGE_LIMIT", 4 * MIB)
    async with RealGateway() as server, RunningShard(server) as client:
        pieces = server.ws.transport_of_test
        # Text that is not the last piece, and pieces that go on without one.
        head = bytes([0x01, 127]) + MIB.to_bytes(8) + b" " * MIB
        more = bytes([0x00, 127]) + MIB.to_bytes(8) + b" " * MIB
        pieces.write(head)
        with memory() as peak:
            while client.metrics.connections == 1:
                if not pieces.is_closing():
                    pieces.write(more)
                await asyncio.sleep(0.001)
        assert peak[0] < 64 * MIB
        await until(lambda: client.metrics.resumes == 1)
    assert "a message exceeds 4194304 bytes" in caplog.text


def test_the_bound_is_far_above_what_discord_sends() -> None:
    assert inflate.MESSAGE_LIMIT == websocket.MESSAGE_LIMIT == 64 * MIB
